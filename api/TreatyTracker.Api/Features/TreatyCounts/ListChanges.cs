using System.ComponentModel.DataAnnotations;
using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

public sealed class ListChanges : Endpoint<ListChanges.Request, TreatyChangesPage>
{
    public sealed class Request : KnownListRequest
    {
        /// <summary>The first day of the period, inclusive.</summary>
        [Required(ErrorMessage = "The parameter is required. Use the first day of the period as YYYY-MM-DD, for example 2017-06-30.")]
        public DateOnly? From { get; init; }

        /// <summary>The last day of the period, inclusive. Default: today.</summary>
        [NotBefore(nameof(From))]
        public DateOnly? To { get; init; }

        /// <summary>Treaty ids or MTDSG numbers. Repeat the parameter for each treaty. Default: all treaties.</summary>
        public string[]? Treaty { get; init; }

        /// <summary>Only changes for this State or organization, by code. The counts still include all participants.</summary>
        public string? State { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/changes");
        this.Describe(
            ApiTags.Counts,
            "What changed between two days?",
            "Returns, for each treaty with a change in the period: who signed, who consented and how, for whom the treaty entered into "
                + "force, who left, and the counts before the first day and on the last day. Both days are inclusive.",
            "/v1/changes?from=2016-06-01&to=2017-06-30&treaty=untoc"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaties) is { } bad)
            return Send.ResultAsync(bad);
        if (req.From > (req.To ?? context.Today))
            return Send.ResultAsync(
                Problem.BadParameter(
                    "from",
                    $"{Instant.Text(req.From!.Value)} is after today, which is the default of 'to'. Use an earlier day, or add 'to'."
                )
            );
        if (context.FindState("state", req.State, out var state) is { } unknown)
            return Send.ResultAsync(unknown);

        var days = new DayRange(req.From!.Value, (req.To ?? context.Today).AddDays(1));
        var rows = treaties
            .OrderBy(t => t.Id, StringComparer.Ordinal)
            .Select(t => ChangesOf(t, days, state, context))
            .Where(c => c.Lines().Any() || (c.EnteredIntoForceOn is not null && state is null))
            .ToList();
        return Send.ResultAsync(
            ListResults.Table(
                HttpContext,
                req,
                rows,
                r => r.Treaty.Id,
                r => r.Lines(),
                TreatyChanges.Columns,
                page => new TreatyChangesPage(page.Items, page.Total, page.Next, days.From, days.Until!.Value.AddDays(-1), context.KnownAt)
            )
        );
    }

    /// <summary>The changes under one treaty in a period, of all participants or of one.</summary>
    internal static TreatyChanges ChangesOf(Treaty treaty, DayRange days, ParticipantEntry? state, AnswerContext context)
    {
        var status = context.StatusOf(treaty);
        var concerned = status.Participations.Where(p => state is null || p.Participant.Code == state.Code).ToList();
        IReadOnlyList<Change> Within(IEnumerable<(Participation Who, DateOnly? On, TreatyEvent? By)> changes) =>
            [
                .. changes
                    .Where(c => c.On is { } on && c.By is not null && days.Contains(on))
                    .OrderBy(c => c.On)
                    .ThenBy(c => c.Who.Participant.Code, StringComparer.Ordinal)
                    .Select(c => new Change(
                        ParticipantReference.Of(context.Register.Participant(c.Who.Participant.Code), context),
                        c.On!.Value,
                        c.By!.Kind,
                        c.By.Id,
                        c.By.Verification,
                        Labels.Of(c.By.Kind, context.Language)
                    )),
            ];

        var consents = concerned.SelectMany(p => p.Consents.Select(c => (Who: p, Consent: c))).ToList();
        var last = days.Until!.Value.AddDays(-1);
        return new(
            TreatyReference.Of(treaty, context),
            NamedCounts.Of(status.Timeline.On(days.From.AddDays(-1))),
            NamedCounts.Of(status.Timeline.On(last)),
            status.EntryIntoForce.On is { } entry && days.Contains(entry) ? entry : null,
            Within(concerned.Select(p => (p, p.Signature?.Date, p.Signature))),
            Within(consents.Select(c => (c.Who, (DateOnly?)c.Consent.From, (TreatyEvent?)c.Consent.Consent))),
            Within(
                consents.SelectMany(c => c.Consent.InForce.Take(1).Select(r => (c.Who, (DateOnly?)r.From, (TreatyEvent?)c.Consent.Consent)))
            ),
            // If a later consent is already in effect when one ends, the participant stays bound.
            Within(
                consents
                    .Where(c => c.Consent.Until is { } end && c.Who.ConsentInEffect(end) is null)
                    .Select(c => (c.Who, c.Consent.Until, c.Consent.EndedBy))
            ),
            RecordCoverage.Of(treaty, context with { AsOf = last })
        );
    }
}
