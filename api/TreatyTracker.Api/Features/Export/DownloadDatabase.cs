using FastEndpoints;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

/// <summary>The register itself, as a file.</summary>
public sealed class DownloadDatabase(ExportedFiles files) : EndpointWithoutRequest
{
    /// <inheritdoc/>
    public override void Configure()
    {
        Get($"/v1/export/{ExportedFiles.DatabaseFile}");
        SendsFile.Describe(this, "application/vnd.sqlite3");
        this.Describe(
            ApiTags.Exports,
            "Can I have the whole register, to ask it with SQL?",
            "The register as one SQLite file, as it was at one moment: events, corrections, participants, treaties, sources, published counts, and views for who is bound today. "
                + "X-Data-Version names the data in the file. ETag is a hash of its bytes; parts are sent for Range, with If-Range where the tag is still the file's.",
            $"/v1/export/{ExportedFiles.DatabaseFile}"
        );
    }

    /// <inheritdoc/>
    public override async Task HandleAsync(CancellationToken ct) => await Send.ResultAsync(await files.Database(ct));
}
