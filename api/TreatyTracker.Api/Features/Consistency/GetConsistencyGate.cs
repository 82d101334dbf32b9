using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>The result of the consistency check as an HTTP status, so that <c>curl --fail</c> can serve as a gate in CI.</summary>
public sealed class GetConsistencyGate : Endpoint<GetConsistencyGate.Request, Verdict>
{
    public sealed class Request : TimedRequest
    {
        /// <summary>The lowest severity that fails the check. Default: <c>error</c>.</summary>
        public Severity? FailOn { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/consistency/gate");
        this.Describe(
            ApiTags.Consistency,
            "Does the record pass the consistency check?",
            "Returns 200 if every finding of severity failOn or worse is waived. Otherwise returns 409 with the number of findings for "
                + "each rule. /v1/consistency lists the findings.",
            "/v1/consistency/gate?failOn=error&asOf=2026-12-31"
        );
        Description(b => b.Produces<Problem>(409, Problem.MediaType));
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var failOn = req.FailOn ?? Severity.Error;
        var (report, _) = ReportCache.Of(context.Register, context.KnownAt, context.AsOf);
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
                $"{failing.Count} finding{(failing.Count == 1 ? "" : "s")} of severity {failOn.WireName()}"
                    + $"{(failOn is Severity.Error ? "" : " or worse")}, by rule: {string.Join(", ", rules)}. /v1/consistency lists the "
                    + "findings."
            )
        );
    }
}
