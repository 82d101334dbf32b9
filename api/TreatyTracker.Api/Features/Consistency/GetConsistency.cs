using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Consistency.Formats;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Consistency;

public sealed class GetConsistency : Endpoint<GetConsistency.Request, ConsistencyReport>
{
    public sealed class Request : TimedRequest
    {
        /// <summary>Only findings about this treaty (id or MTDSG number). Repeat the parameter for several treaties.</summary>
        public string[]? Treaty { get; init; }

        /// <summary>Only findings of this rule. Repeat the parameter for several rules.</summary>
        public string[]? Rule { get; init; }

        /// <summary>Only findings of this severity.</summary>
        public Severity? Severity { get; init; }

        /// <summary>Only findings about this State or organization, by code.</summary>
        public string? Participant { get; init; }

        /// <summary><c>true</c>: only findings that a waiver covers. <c>false</c>: only other findings.</summary>
        public bool? Waived { get; init; }

        /// <summary>The lowest severity that makes the record invalid. Default: <c>error</c>.</summary>
        public Severity? FailOn { get; init; }

        /// <summary>The representation. Overrides the Accept header.</summary>
        public ReportFormat? Format { get; init; }
    }

    static readonly Representation[] s_representations =
    [
        new(ReportFormat.Json.WireName(), "application/json"),
        new(ReportFormat.Sarif.WireName(), "application/sarif+json"),
        new(ReportFormat.Junit.WireName(), "application/xml"),
        new(ReportFormat.Text.WireName(), "text/plain"),
        new(ReportFormat.Github.WireName(), "text/plain", ByAccept: false),
    ];

    public override void Configure()
    {
        Get("/v1/consistency");
        this.Describe(
            ApiTags.Consistency,
            "How consistent is the record?",
            "Returns everything that the consistency rules find in the record, worst first. Findings that are accepted for a stated reason "
                + "are listed separately, as waived. Available as JSON, SARIF 2.1.0, JUnit XML or text. With asOf in the past, events "
                + "dated later are findings too (date-in-future).",
            "/v1/consistency?treaty=uncac&severity=error&asOf=2026-12-01"
        );
        Description(b =>
            b.Produces<Problem>(406, Problem.MediaType)
                .WithMetadata(
                    new AlternateMediaType("application/sarif+json", "SARIF 2.1.0."),
                    new AlternateMediaType(
                        "application/xml",
                        "JUnit XML: a suite for each group of rules, a case for each rule and treaty."
                    ),
                    new AlternateMediaType(
                        "text/plain",
                        "Plain text for people or, with format=github, workflow commands for GitHub Actions."
                    ),
                    new ProducesMediaTypes(s_representations),
                    new CoverageInHeaders()
                )
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct) => Send.ResultAsync(Answer(req));

    IResult Answer(Request req)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var format = AnswerFormat.Of<ReportFormat>(HttpContext);
        if (context.Find(req.Treaty, out var named) is { } bad)
            return bad;
        var treaties = req.Treaty is null ? [] : named.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var asked in req.Rule ?? [])
            if (Catalogue.Find(asked) is null)
                return Problem.BadParameter(
                    "rule",
                    $"Unknown rule '{asked}'.{Suggestions.SuggestionText(asked, Catalogue.All.Select(r => r.Id))} "
                        + "/v1/consistency/rules lists all rules."
                );
        if (context.FindState("participant", req.Participant, out var participant) is { } unknown)
            return unknown;

        RecordCoverage.WeakestOf([.. named.Select(t => RecordCoverage.Of(t, context))])?.SetHeaders(HttpContext);
        var (whole, _) = ReportCache.Of(context.Register, context.KnownAt, context.AsOf);
        var chosen = whole with
        {
            Rules = [.. whole.Rules.Where(r => req.Rule is null or [] || req.Rule.Contains(r.Id))],
            Treaties = [.. whole.Treaties.Where(t => treaties.Count == 0 || treaties.Contains(t))],
            Findings =
            [
                .. whole
                    .Findings.Where(f => treaties.Count == 0 || (f.Treaty is { } treaty && treaties.Contains(treaty)))
                    .Where(f => req.Rule is null or [] || req.Rule.Contains(f.Rule))
                    .Where(f => req.Severity is null || f.Severity == req.Severity)
                    .Where(f => participant is null || f.Participant == participant.Code)
                    .Where(f => req.Waived is null || f.Waived is not null == req.Waived),
            ],
        };
        var outcome = new Outcome(chosen, req.FailOn ?? Severity.Error, context.KnownAt);
        var type = s_representations.Single(r => r.Format == format.WireName()).MediaType;
        return format is ReportFormat.Json
            ? TypedResults.Ok(ConsistencyReport.Of(outcome))
            : TypedResults.Content(outcome.In(format), type, System.Text.Encoding.UTF8);
    }
}
