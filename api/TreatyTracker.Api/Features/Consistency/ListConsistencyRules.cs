using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Consistency;

public sealed class ListConsistencyRules : Endpoint<ListConsistencyRules.Request, Page<ConsistencyRule>>
{
    public sealed class Request : IListRequest
    {
        /// <summary>Only rules of this severity.</summary>
        public Severity? Severity { get; init; }

        /// <summary>
        /// The maximum number of rows, from 1 to 500. Default: 100 in JSON, all rows in CSV and NDJSON.
        /// </summary>
        public int? Limit { get; init; }

        /// <summary>The position at which to continue: the value of <c>next</c> on the previous page.</summary>
        public string? Cursor { get; init; }

        /// <summary>The representation. Overrides the Accept header. <c>excel</c> is CSV in a form that Excel opens correctly.</summary>
        public Format? Format { get; init; }
    }

    public sealed class RequestValidator : Validator<Request>
    {
        public RequestValidator() => this.AddListRules();
    }

    public override void Configure()
    {
        Get("/v1/consistency/rules");
        this.Describe(
            ApiTags.Consistency,
            "Which consistency rules exist?",
            "Returns all rules with rationale, legal basis, examples and remedy, ordered by id.",
            "/v1/consistency/rules?limit=2"
        );
    }

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
