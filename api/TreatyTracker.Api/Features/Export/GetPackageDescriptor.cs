using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

public sealed class GetPackageDescriptor(ExportedFiles files) : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get($"/v1/export/{DataPackage.Descriptor}");
        SendsFile.Describe(this, "application/json");
        this.Describe(
            ApiTags.Exports,
            "Which tables and columns does the data package have?",
            "Returns the descriptor of the data package (Frictionless, version 1). Tools that read data packages accept this address. The "
                + "path of each table is relative to it, and the hash is that of the bytes of its CSV file.",
            $"/v1/export/{DataPackage.Descriptor}"
        );
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.ResultAsync((await files.PartOfPackage(DataPackage.Descriptor, "application/json", isSaved: false, ct))!);
}
