namespace TreatyTracker.Api.Features.Export;

/// <summary>The descriptor of a Data Package (specs.frictionlessdata.io, version 1). Readers of version 2 accept it too.</summary>
/// <param name="Name">The short name of the package.</param>
/// <param name="Title">The title of the package.</param>
/// <param name="Description">What the package contains and how to read it, in Markdown.</param>
/// <param name="Version">The data version.</param>
/// <param name="Created">The latest instant at which anything was recorded; absent if the register is empty.</param>
/// <param name="Profile">The profile of the package.</param>
/// <param name="Licenses">The licences of the data.</param>
/// <param name="Sources">The sources of the facts.</param>
/// <param name="Resources">The tables of the package.</param>
sealed record PackageDescriptor(
    string Name,
    string Title,
    string Description,
    string Version,
    DateTimeOffset? Created,
    string Profile,
    IReadOnlyList<PackageLicense> Licenses,
    IReadOnlyList<PackageSource> Sources,
    IReadOnlyList<PackageTable> Resources
);
