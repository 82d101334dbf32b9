using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>The catalogue of rules.</summary>
public sealed class ListConsistencyRules : Endpoint<ListConsistencyRules.Request, Page<ConsistencyRule>>
{
    /// <summary>Which rules.</summary>
    public sealed class Request : IListRequest
    {
        /// <summary>Only rules of this severity.</summary>
        public Severity? Severity { get; init; }

        /// <summary>
        /// How many rows at the most, from 1 to 500. In JSON 100 if not given; CSV and NDJSON carry all rows if not given.
        /// </summary>
        public int? Limit { get; init; }

        /// <summary>Where to go on: the <c>next</c> of the page before.</summary>
        public string? Cursor { get; init; }

        /// <summary>The representation; wins over the header Accept. <c>excel</c> is CSV as a file that Excel opens rightly.</summary>
        public Format? Format { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddListRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/consistency/rules");
        this.Describe(
            ApiTags.Consistency,
            "Which rules is the record held against?",
            "All rules with rationale, law, examples and remedy, in order of id.",
            "/v1/consistency/rules?limit=2"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct) =>
        Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                [
                    .. Catalogue
                        .All.Where(r => req.Severity is null || r.Severity == req.Severity)
                        .OrderBy(r => r.Id, StringComparer.Ordinal)
                        .Select(ConsistencyRule.Of),
                ],
                r => r.Id,
                ConsistencyRule.Columns
            )
        );
}
