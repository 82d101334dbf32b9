using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

/// <summary>One table of the data package.</summary>
public sealed class GetPackageTable(ExportedFiles files) : Endpoint<GetPackageTable.Request>
{
    /// <summary>Which table.</summary>
    public sealed class Request
    {
        /// <summary>
        /// Its file's name: <c>treaties.csv</c>, <c>events.csv</c> and so on; <c>/v1/export/datapackage.json</c> lists them.
        /// </summary>
        public string File { get; init; } = "";
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/export/data/{file}");
        SendsFile.Describe(this, "text/csv");
        this.Describe(
            ApiTags.Exports,
            "Can I have one table of the package?",
            "One CSV file of the data package (RFC 4180, UTF-8), all rows. /v1/export/datapackage.json says what its columns are.",
            "/v1/export/data/treaties.csv"
        );
    }

    /// <inheritdoc/>
    public override async Task HandleAsync(Request req, CancellationToken ct)
    {
        var names = DataPackage.Tables.Select(t => $"{t.Name}.csv").ToList();
        await Send.ResultAsync(
            await files.PartOfPackage($"data/{req.File}", ListResults.CsvType, isSaved: false, ct)
                ?? Problem.Result(
                    ProblemType.NotFound,
                    $"There is no table '{req.File}'.{Suggestions.SuggestionText(req.File, names)} The tables are {string.Join(", ", names)}."
                )
        );
    }
}
