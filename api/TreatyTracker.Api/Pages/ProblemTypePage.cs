using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Pages;

/// <summary>A type of problem: what it means, an example, and what to do.</summary>
public sealed class ProblemTypePage : PageEndpoint<ProblemTypePage.Request>
{
    /// <summary>Recorded requests and answers, by slug. A test compares them with the service's real answers.</summary>
    static readonly Lazy<JsonObject> s_examples = new(() =>
    {
        using var stream = typeof(ProblemTypePage).Assembly.GetManifestResourceStream("problems.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    });

    public sealed class Request
    {
        /// <summary>The last segment of the type's address.</summary>
        public string Slug { get; init; } = "";

        /// <inheritdoc cref="PageRequest.Lang"/>
        public Language? Lang { get; init; }
    }

    /// <inheritdoc/>
    protected override string Address => "/problems/{slug}";

    /// <inheritdoc/>
    protected override IResult Answer(Request req, PageContext page)
    {
        if (ProblemType.All.FirstOrDefault(p => p.Slug == req.Slug) is not { } type)
            return Problem.Result(
                ProblemType.NotFound,
                $"Unknown problem type '{req.Slug}'.{Suggestions.SuggestionText(req.Slug, ProblemType.All.Select(p => p.Slug))} "
                    + "/problems lists all types."
            );
        var example = s_examples.Value[type.Slug];
        return Page<ProblemTypeView>(
            page,
            (nameof(ProblemTypeView.Type), type),
            (nameof(ProblemTypeView.ExampleRequest), (string?)example?["request"]),
            (nameof(ProblemTypeView.ExampleAnswer), (example?["answer"] ?? Shape(type)).ToJsonString(Json.Indented))
        );
    }

    static JsonObject Shape(ProblemType problem) =>
        new()
        {
            ["type"] = $"/problems/{problem.Slug}",
            ["title"] = problem.Title,
            ["status"] = problem.Status,
            ["detail"] = problem.Remedy,
            ["instance"] = "/v1/treaties",
            ["traceId"] = Problem.ExampleTraceId,
        };
}
