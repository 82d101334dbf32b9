using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features.Consistency;

public sealed class GetConsistencyRule : Endpoint<GetConsistencyRule.Request, ConsistencyRule>
{
    public sealed class Request
    {
        /// <summary>The rule's id.</summary>
        public string Rule { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/consistency/rules/{rule}");
        this.Describe(
            ApiTags.Consistency,
            "What does a consistency rule find, and why?",
            "Returns what the rule finds, why it matters, its legal basis, a good and a bad example, and what to do.",
            "/v1/consistency/rules/double-consent"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct) =>
        Catalogue.Find(req.Rule) is { } rule
            ? Send.OkAsync(ConsistencyRule.Of(rule), ct)
            : Send.ResultAsync(
                Problem.Result(
                    ProblemType.NotFound,
                    $"Unknown rule '{req.Rule}'.{Suggestions.SuggestionText(req.Rule, Catalogue.All.Select(r => r.Id))} "
                        + "/v1/consistency/rules lists all rules."
                )
            );
}
