using FastEndpoints;
using FluentValidation;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Figures;

/// <summary>What a participant did, or what happened to it, within a stretch of days.</summary>
/// <param name="Participant">Who.</param>
/// <param name="On">The day: of signature, deposit, entry into force, or the first day on which it is no longer bound.</param>
/// <param name="Kind">The kind of the event that brought it about.</param>
/// <param name="Event">That event.</param>
/// <param name="Verification">How well its day is known.</param>
/// <param name="KindLabel">What people call that kind, in the language asked for.</param>
public sealed record Change(ParticipantReference Participant, DateOnly On, EventKind Kind, string Event, Verification Verification, string KindLabel);

/// <summary>What changed under one treaty within a stretch of days.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="Before">The counts on the day before the first.</param>
/// <param name="After">The counts on the last day.</param>
/// <param name="EnteredIntoForceOn">The day on which the treaty itself entered into force, if it was one of these.</param>
/// <param name="Signed">Who signed.</param>
/// <param name="Consented">Who deposited consent to be bound, and how.</param>
/// <param name="CameIntoForce">For whom the treaty came into force.</param>
/// <param name="Left">Who ceased to be bound.</param>
/// <param name="Record">How far the record goes, on the last day.</param>
public sealed record TreatyChanges(TreatyReference Treaty, NamedCounts Before, NamedCounts After, DateOnly? EnteredIntoForceOn, IReadOnlyList<Change> Signed,
    IReadOnlyList<Change> Consented, IReadOnlyList<Change> CameIntoForce, IReadOnlyList<Change> Left, RecordState Record)
{
    internal IEnumerable<(TreatyChanges Of, string What, Change Change)> Lines() =>
        Signed.Select(c => (this, "signed", c)).Concat(Consented.Select(c => (this, "consented", c)))
            .Concat(CameIntoForce.Select(c => (this, "came-into-force", c))).Concat(Left.Select(c => (this, "left", c)));

    internal static IReadOnlyList<Column<(TreatyChanges Of, string What, Change Change)>> Columns { get; } =
    [
        new("treaty", x => x.Of.Treaty.Id), new("change", x => x.What), new("participant", x => x.Change.Participant.Code), new("name", x => x.Change.Participant.Name),
        new("on", x => x.Change.On), new("kind", x => x.Change.Kind.Word()), new("event", x => x.Change.Event), new("verification", x => x.Change.Verification.Word()),
        new("partiesBefore", x => x.Of.Before.Parties), new("partiesAfter", x => x.Of.After.Parties), new("kindLabel", x => x.Change.KindLabel),
    ];
}

/// <summary>One page of what changed between two days.</summary>
/// <param name="Items">The treaties under which anything changed, in order of id.</param>
/// <param name="Total">How many treaties the whole list has.</param>
/// <param name="Next">Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</param>
/// <param name="From">The first day, inclusive.</param>
/// <param name="AsOf">The last day, inclusive.</param>
/// <param name="KnownAt">The instant as of whose knowledge it was computed.</param>
public sealed record TreatyChangesPage(IReadOnlyList<TreatyChanges> Items, int Total, string? Next, DateOnly From, DateOnly AsOf, DateTimeOffset KnownAt);

/// <summary>What changed between two days.</summary>
public sealed class ListChanges : Endpoint<ListChanges.Request, TreatyChangesPage>
{
    /// <summary>Between which days, and under which treaties.</summary>
    public sealed class Request : KnownRequest, IListRequest
    {
        /// <summary>First day, inclusive.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day, inclusive; today if not given.</summary>
        public DateOnly? To { get; init; }

        /// <summary>Ids or MTDSG numbers; give it once for each. All treaties if not given.</summary>
        public string[]? Treaty { get; init; }

        /// <summary>Only what this State or organization did; the counts stay those of all.</summary>
        public string? State { get; init; }

        /// <summary>How many treaties at the most, from 1 to 500. In JSON 100 if not given; CSV and NDJSON carry all if not given.</summary>
        public int? Limit { get; init; }

        /// <summary>Where to go on: the <c>next</c> of the page before.</summary>
        public string? Cursor { get; init; }

        /// <summary>The representation; wins over the header Accept. <c>excel</c> is CSV as a file that Excel opens rightly.</summary>
        public Format? Format { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class Rules : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public Rules()
        {
            this.AddListRules();
            RuleFor(r => r.From).NotNull().WithMessage("It is missing. Give the first day of the stretch as YYYY-MM-DD, such as 2017-06-30.");
            this.AddStretchRule(r => r.From, r => r.To);
        }
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/changes");
        this.Describe(Topics.Counts, "What changed between two days?",
            "For each treaty under which anything changed: who signed, who consented and how, for whom it came into force, who left, and the counts before the first day and on the last. Both days are inclusive.",
            "/v1/changes?from=2016-06-01&to=2017-06-30&treaty=untoc");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        var register = clocks.Register;
        if (clocks.Find(req.Treaty, out var treaties) is { } bad) return Send.ResultAsync(bad);
        if (req.From > (req.To ?? clocks.Today)) return Send.ResultAsync(Problem.BadParameter("from", $"{Instant.Text(req.From!.Value)} lies after today, which is the last day if 'to' is not given. Give an earlier day, or 'to' as well."));
        ParticipantEntry? state = null;
        if (req.State is { } code && (state = register.FindParticipant(code)) is null) return Send.ResultAsync(Asking.BadState(register, "state", code));

        var days = new DayRange(req.From!.Value, (req.To ?? clocks.Today).AddDays(1));
        var rows = treaties
            .Select(t => ChangesOf(t, days, state, clocks))
            .Where(c => c.Lines().Any() || (c.EnteredIntoForceOn is not null && state is null)).ToList();
        return Send.ResultAsync(Formats.Table(HttpContext, req, rows, r => r.Treaty.Id, r => r.Lines(), TreatyChanges.Columns, page => new TreatyChangesPage(page.Items, page.Total, page.Next, days.From, days.Until!.Value.AddDays(-1), clocks.KnownAt)));
    }

    static TreatyChanges ChangesOf(Treaty treaty, DayRange days, ParticipantEntry? state, Clocks clocks)
    {
        var status = clocks.StatusOf(treaty);
        var concerned = status.Participations.Where(p => state is null || p.Participant.Code == state.Code).ToList();
        IReadOnlyList<Change> Within(IEnumerable<(Participation Who, DateOnly? On, TreatyEvent? By)> changes) =>
            [.. changes.Where(c => c.On is { } on && c.By is not null && days.Contains(on)).OrderBy(c => c.On).ThenBy(c => c.Who.Participant.Code, StringComparer.Ordinal)
                .Select(c => new Change(ParticipantReference.Of(clocks.Register.Participant(c.Who.Participant.Code), clocks), c.On!.Value, c.By!.Kind, c.By.Id, c.By.Verification, Labels.Of(c.By.Kind, clocks.Language)))];

        var consents = concerned.SelectMany(p => p.Consents.Select(c => (Who: p, Consent: c))).ToList();
        var last = days.Until!.Value.AddDays(-1);
        return new(TreatyReference.Of(treaty, clocks), NamedCounts.Of(status.Timeline.On(days.From.AddDays(-1))), NamedCounts.Of(status.Timeline.On(last)),
            status.EntryIntoForce.On is { } entry && days.Contains(entry) ? entry : null,
            Within(concerned.Select(p => (p, p.Signature?.Date, p.Signature))),
            Within(consents.Select(c => (c.Who, (DateOnly?)c.Consent.From, (TreatyEvent?)c.Consent.Consent))),
            Within(consents.SelectMany(c => c.Consent.InForce.Take(1).Select(r => (c.Who, (DateOnly?)r.From, (TreatyEvent?)c.Consent.Consent)))),
            // An end while a later consent is in being leaves the participant bound.
            Within(consents.Where(c => c.Consent.Until is { } end && c.Who.ConsentInBeing(end) is null).Select(c => (c.Who, c.Consent.Until, c.Consent.EndedBy))),
            RecordState.Of(treaty, clocks with { AsOf = last }));
    }
}
