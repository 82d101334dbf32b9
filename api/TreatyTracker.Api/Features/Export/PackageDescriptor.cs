namespace TreatyTracker.Api.Features.Export;

/// <summary>The descriptor of a Data Package (specs.frictionlessdata.io, version 1), as readers of version 2 take it too.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it holds and how to read it, in Markdown.</param>
/// <param name="Version">The data version.</param>
/// <param name="Created">The latest instant at which anything was recorded; absent for an empty register.</param>
/// <param name="Profile">The profile that it follows.</param>
/// <param name="Licenses">What may be done with it.</param>
/// <param name="Sources">Where the facts come from.</param>
/// <param name="Resources">Its tables.</param>
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
