using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Consistency;

public sealed class ListConsistencyRules : Endpoint<ListConsistencyRules.Request, Page<ConsistencyRule>>
{
    public sealed class Request : ListRequest
    {
        /// <summary>Only rules of this severity.</summary>
        public Severity? Severity { get; init; }
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
