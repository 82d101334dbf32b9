using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

public sealed class DownloadDatabase(ExportedFiles files) : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get($"/v1/export/{ExportedFiles.DatabaseFile}");
        SendsFile.Describe(this, "application/vnd.sqlite3");
        this.Describe(
            ApiTags.Exports,
            "Download the whole register as a SQLite database",
            "Returns a consistent copy of the register as one SQLite file: events, corrections, participants, treaties, sources, published "
                + "counts, and views of who is bound today. X-Data-Version is the version of the data in the file. ETag is a hash of its "
                + "bytes. Supports Range and If-Range.",
            $"/v1/export/{ExportedFiles.DatabaseFile}"
        );
    }

    public override async Task HandleAsync(CancellationToken ct) => await Send.ResultAsync(await files.Database(ct));
}
