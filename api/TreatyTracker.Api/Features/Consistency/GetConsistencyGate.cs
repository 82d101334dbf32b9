using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>The verdict of the consistency check, by status: what <c>curl --fail</c> needs to be a gate.</summary>
public sealed class GetConsistencyGate : Endpoint<GetConsistencyGate.Request, Verdict>
{
    /// <summary>How strict, and when.</summary>
    public sealed class Request : TimedRequest
    {
        /// <summary>How bad a finding must be to fail; <c>error</c> if not given.</summary>
        public Severity? FailOn { get; init; }
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/consistency/gate");
        this.Describe(
            ApiTags.Consistency,
            "Does the record pass?",
            "200 when nothing that no waiver covers is as bad as failOn; else 409, with how many findings of which rules there are. /v1/consistency gives them in full.",
            "/v1/consistency/gate?failOn=error&asOf=2026-12-31"
        );
        Description(b => b.Produces<Problem>(409, Problem.MediaType));
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var failOn = req.FailOn ?? Severity.Error;
        var (report, _) = ReportCache.Of(context.Register, req.KnownAt, context.AsOf);
        var failing = report.Failing(failOn).ToList();
        if (failing.Count == 0)
            return Send.OkAsync(
                new(true, failOn, context.AsOf, context.KnownAt, report.Findings.Count(f => f.Waived is not null && f.Severity >= failOn)),
                ct
            );
        var rules = failing.GroupBy(f => f.Rule).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}");
        return Send.ResultAsync(
            Problem.Result(
                ProblemType.InconsistentRecord,
                $"{failing.Count} finding{(failing.Count == 1 ? "" : "s")} of severity {failOn.WireName()}{(failOn is Severity.Error ? "" : " or worse")}, by rule: {string.Join(", ", rules)}. /v1/consistency gives them in full."
            )
        );
    }
}
