using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

public sealed class DownloadPackage(ExportedFiles files) : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get($"/v1/export/{DataPackage.Archive}");
        SendsFile.Describe(this, "application/zip");
        this.Describe(
            ApiTags.Exports,
            "Download the whole register as CSV tables",
            "Returns a Data Package (Frictionless, version 1): datapackage.json and a CSV file for each table, with types, constraints and "
                + "keys. It contains the record and, computed from it, every participation with its periods and every count with the days "
                + "to which it applies. The same data always gives the same bytes. ETag is a hash of them. Supports Range.",
            $"/v1/export/{DataPackage.Archive}"
        );
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.ResultAsync((await files.PartOfPackage(DataPackage.Archive, "application/zip", isSaved: true, ct))!);
}
