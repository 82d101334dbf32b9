using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

/// <summary>The register as a data package in one archive.</summary>
public sealed class DownloadPackage(ExportedFiles files) : EndpointWithoutRequest
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get($"/v1/export/{DataPackage.Archive}");
        SendsFile.Describe(this, "application/zip");
        this.Describe(
            ApiTags.Exports,
            "Can I have the whole record as tables?",
            "A Data Package (Frictionless, version 1): datapackage.json and a CSV file a table, with types, constraints and keys. It holds the record, and computed from it every participation with its periods and every count with the days from which it holds; "
                + "it speaks of no single day. The same data give the same bytes. ETag is a hash of them; parts are sent for Range.",
            $"/v1/export/{DataPackage.Archive}"
        );
    }

    /// <inheritdoc/>
    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.ResultAsync((await files.PartOfPackage(DataPackage.Archive, "application/zip", isSaved: true, ct))!);
}
