using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>One rule.</summary>
public sealed class GetConsistencyRule : Endpoint<GetConsistencyRule.Request, ConsistencyRule>
{
    /// <summary>Which rule.</summary>
    public sealed class Request
    {
        /// <summary>Its id.</summary>
        public string Rule { get; init; } = "";
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/consistency/rules/{rule}");
        this.Describe(
            ApiTags.Consistency,
            "What does this rule say, and why?",
            "What it finds, why that matters, the law, a good and a bad example, and what to do.",
            "/v1/consistency/rules/double-consent"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct) =>
        Catalogue.Find(req.Rule) is { } rule
            ? Send.OkAsync(ConsistencyRule.Of(rule), ct)
            : Send.ResultAsync(
                Problem.Result(
                    ProblemType.NotFound,
                    $"There is no rule '{req.Rule}'.{Suggestions.SuggestionText(req.Rule, Catalogue.All.Select(r => r.Id))} /v1/consistency/rules lists them."
                )
            );
}
