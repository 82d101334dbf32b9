using TreatyTracker.Law;
using FastEndpoints;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Consistency.Formats;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Api.OpenApi;

namespace TreatyTracker.Api.Features.Consistency;

/// <summary>The report of the consistency check.</summary>
public sealed class GetConsistency : Endpoint<GetConsistency.Request, ConsistencyReport>
{
    /// <summary>Which findings, and when.</summary>
    public sealed class Request : TimedRequest
    {
        /// <summary>Only findings about these treaties (ids or MTDSG numbers); give it once for each.</summary>
        public string[]? Treaty { get; init; }

        /// <summary>Only findings of these rules; give it once for each.</summary>
        public string[]? Rule { get; init; }

        /// <summary>Only findings of this severity.</summary>
        public Severity? Severity { get; init; }

        /// <summary>Only findings about this State or organization.</summary>
        public string? Participant { get; init; }

        /// <summary>Only findings that a waiver covers, or only those that none does.</summary>
        public bool? Waived { get; init; }

        /// <summary>How bad a finding must be to make the record invalid; <c>error</c> if not given.</summary>
        public Severity? FailOn { get; init; }

        /// <summary>The representation; wins over the header Accept.</summary>
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

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/consistency");
        this.Describe(
            ApiTags.Consistency,
            "How far can the record be trusted?",
            "Everything that the consistency rules find in the record, the worst first; what is known and left standing for a reason stands apart, as waived. As JSON, SARIF 2.1.0, JUnit XML or text. As of a past day, what the record dates later is itself a finding (date-in-future).",
            "/v1/consistency?treaty=uncac&severity=error&asOf=2026-12-01"
        );
        Description(b =>
            b.Produces<Problem>(406, Problem.MediaType)
                .WithMetadata(
                    new AlternateMediaType("application/sarif+json", "SARIF 2.1.0."),
                    new AlternateMediaType("application/xml", "JUnit: a suite for each group of rules, a case for each rule and treaty."),
                    new AlternateMediaType("text/plain", "For people; with format=github, workflow commands of GitHub Actions."),
                    new ProducesMediaTypes(s_representations)
                )
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct) => Send.ResultAsync(Answer(req));

    IResult Answer(Request req)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        var format = AnswerFormat.Of<ReportFormat>(HttpContext);
        if (context.Find(req.Treaty, out var named) is { } bad)
            return bad;
        var treaties = req.Treaty is null ? [] : named.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var asked in req.Rule ?? [])
            if (Catalogue.Find(asked) is null)
                return Problem.BadParameter(
                    "rule",
                    $"'{asked}' is not a rule.{Suggestions.SuggestionText(asked, Catalogue.All.Select(r => r.Id))} /v1/consistency/rules lists them."
                );
        string? participant = null;
        if (req.Participant is { } state && (participant = register.FindParticipant(state)?.Code) is null)
            return NotFoundResults.BadState(register, "participant", state);

        var (whole, _) = ReportCache.Of(register, req.KnownAt, context.AsOf);
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
                    .Where(f => participant is null || f.Participant == participant)
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
