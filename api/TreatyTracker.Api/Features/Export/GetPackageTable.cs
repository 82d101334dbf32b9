using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

public sealed class GetPackageTable(ExportedFiles files) : Endpoint<GetPackageTable.Request>
{
    public sealed class Request
    {
        /// <summary>
        /// The file name of the table, such as <c>treaties.csv</c> or <c>events.csv</c>. <c>/v1/export/datapackage.json</c> lists all
        /// tables.
        /// </summary>
        public string File { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/export/data/{file}");
        SendsFile.Describe(this, "text/csv");
        this.Describe(
            ApiTags.Exports,
            "Download one table of the data package",
            "Returns all rows of a table as CSV (RFC 4180, UTF-8). /v1/export/datapackage.json describes the columns.",
            "/v1/export/data/treaties.csv"
        );
    }

    public override async Task HandleAsync(Request req, CancellationToken ct)
    {
        var names = DataPackage.Tables.Select(t => $"{t.Name}.csv").ToList();
        await Send.ResultAsync(
            await files.PartOfPackage($"data/{req.File}", ListResults.CsvType, isSaved: false, ct)
                ?? Problem.Result(
                    ProblemType.NotFound,
                    $"Unknown table '{req.File}'.{Suggestions.SuggestionText(req.File, names)} The tables are {string.Join(", ", names)}."
                )
        );
    }
}
