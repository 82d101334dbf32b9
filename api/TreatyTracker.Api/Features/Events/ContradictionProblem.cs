using System.Text.Json.Serialization;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features.Events;

/// <summary>The problem of events with which the record would break a rule of consistency.</summary>
public sealed record ContradictionProblem : Problem
{
    /// <summary>What the rules find with the events and did not find before: each with the rule, the article and what to do.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>A result that sends the problem.</summary>
    internal static IResult Result(IReadOnlyList<Finding> findings) => new Sending(findings);

    sealed record Sending(IReadOnlyList<Finding> Findings) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var failing = Findings.Where(f => f.Waived is null && f.Severity is Severity.Error).ToList();
            var of = Of(
                httpContext,
                ProblemType.Contradiction,
                string.Join(" ", failing.Take(3).Select(f => $"{f.Found} Expected: {f.Expected} ({f.Rule})"))
                    + (failing.Count > 3 ? $" And {failing.Count - 3} more." : "")
                    + " Nothing was recorded."
            );
            return Send(
                httpContext,
                new ContradictionProblem
                {
                    Type = of.Type,
                    Title = of.Title,
                    Status = of.Status,
                    Detail = of.Detail,
                    Instance = of.Instance,
                    TraceId = of.TraceId,
                    TitleLanguage = of.TitleLanguage,
                    DetailLanguage = of.DetailLanguage,
                    Findings = Findings,
                }
            );
        }
    }
}
