using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

/// <summary>The descriptor of the data package, for tools that load it by address.</summary>
public sealed class GetPackageDescriptor(ExportedFiles files) : EndpointWithoutRequest
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get($"/v1/export/{DataPackage.Descriptor}");
        SendsFile.Describe(this, "application/json");
        this.Describe(
            ApiTags.Exports,
            "Which tables are there, and what is in their columns?",
            "The descriptor of the data package (Frictionless, version 1): give this address to a tool that reads such packages. Each table's path leads to its CSV file beside it, and its hash is that of the file's bytes.",
            $"/v1/export/{DataPackage.Descriptor}"
        );
    }

    /// <inheritdoc/>
    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.ResultAsync((await files.PartOfPackage(DataPackage.Descriptor, "application/json", isSaved: false, ct))!);
}
