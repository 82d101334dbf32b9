using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Figures;

/// <summary>One participant in the explanation of a treaty's counts.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Standing">Its standing on the day.</param>
/// <param name="Reasons">Why each count asked about counts it, or does not.</param>
/// <param name="StandingLabel">What people call that standing, in the language asked for.</param>
public sealed record ExplainedParticipant(ParticipantReference Participant, Standing Standing, IReadOnlyList<CountReason> Reasons, string StandingLabel);

/// <summary>The sum that proves one figure.</summary>
/// <param name="Count">Which count, by its JSON name.</param>
/// <param name="Figure">The figure that the counts answer gives.</param>
/// <param name="Counted">How many participants are counted below, by rule; they add up to the figure.</param>
/// <param name="NotCounted">How many are not, by rule.</param>
public sealed record CountProof(string Count, int Figure, IReadOnlyDictionary<string, int> Counted, IReadOnlyDictionary<string, int> NotCounted);

/// <summary>Why a treaty's counts are what they are: every participant ever concerned, in or out, and the sums.</summary>
public sealed record CountsExplanation
{
    /// <summary>The treaty.</summary>
    public required TreatyReference Treaty { get; init; }

    /// <summary>The day that it speaks of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The instant as of whose knowledge it was computed.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and true when the day is still to come.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>How far the treaty's record goes.</summary>
    public required RecordState Record { get; init; }

    /// <summary>The sums over all participants ever concerned, whatever page is shown.</summary>
    public required IReadOnlyList<CountProof> Proofs { get; init; }

    /// <summary>The language of each <c>reason</c>: English, whatever language is asked for.</summary>
    public string ReasonLanguage { get; init; } = Languages.English;

    /// <summary>How many participants the whole list has.</summary>
    public required int Total { get; init; }

    /// <summary>The participants, in order of code.</summary>
    public required IReadOnlyList<ExplainedParticipant> Items { get; init; }

    /// <summary>Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</summary>
    public string? Next { get; init; }
}

/// <summary>Why a treaty's counts are what they are.</summary>
public sealed class ExplainCounts : Endpoint<ExplainCounts.Request, CountsExplanation>
{
    /// <summary>Which figures.</summary>
    public sealed class Request : TimedListRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>Only this count; give it once for each. All if not given.</summary>
        public string[]? Count { get; init; }

        /// <summary>Only this State or organization.</summary>
        public string? Participant { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class Rules : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public Rules()
        {
            this.AddListRules();
            RuleFor(r => r.Count).OneOf(CountNames.Vocabulary);
        }
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/counts/explanation");
        this.Describe(Topics.Counts, "Why is a figure what it is?",
            "Every participant ever concerned, in or out of each named count, by which event, rule, article and source; and the sums that prove each figure.",
            "/v1/treaties/untoc/counts/explanation?asOf=2017-06-30&count=parties&participant=PRK");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        var register = clocks.Register;
        if (clocks.Find(req.Treaty, out var treaty) is { } missing) return Send.ResultAsync(missing);
        var state = req.Participant is null ? null : register.FindParticipant(req.Participant);
        if (req.Participant is not null && state is null) return Send.ResultAsync(Asking.BadState(register, "participant", req.Participant));
        HttpContext.Canonical($"/v1/treaties/{treaty.Id}/counts/explanation");

        var status = clocks.StatusOf(treaty);
        var asked = Enum.GetValues<NamedCount>().Where(c => req.Count is null || req.Count.Contains(CountNames.NameOf(c))).ToList();
        var explained = status.Participations.Select(p => (Participation: p, Reasons: Explanation.Of(status, p, clocks.AsOf).Where(r => asked.Contains(r.Count)).ToList())).ToList();
        var figures = status.Timeline.On(clocks.AsOf);
        var rows = explained.Where(e => state is null || e.Participation.Participant.Code == state.Code)
            .Select(e => (e.Participation, e.Reasons, Standing: e.Participation.StandingOn(clocks.AsOf)))
            .Select(e => new ExplainedParticipant(ParticipantReference.Of(register.Participant(e.Participation.Participant.Code), clocks),
                e.Standing, [.. e.Reasons.Select(CountReason.Of)], Labels.Of(e.Standing, clocks.Language)))
            .ToList();
        return Send.ResultAsync(Formats.Table(HttpContext, req, rows, r => r.Participant.Code, r => r.Reasons.Select(reason => (r, reason)), s_columns, page => new CountsExplanation
        {
            Treaty = TreatyReference.Of(treaty, clocks),
            AsOf = clocks.AsOf,
            KnownAt = clocks.KnownAt,
            LooksAhead = clocks.LooksAhead,
            Record = RecordState.Of(treaty, clocks),
            Proofs = [.. asked.Select(c => Proof(c, figures.Figure(c), explained.SelectMany(e => e.Reasons).Where(r => r.Count == c)))],
            Total = page.Total,
            Items = page.Items,
            Next = page.Next,
        }));
    }

    static CountProof Proof(NamedCount count, int figure, IEnumerable<Reason> reasons)
    {
        var byRule = reasons.GroupBy(r => r.Counted).ToDictionary(g => g.Key, g => g.CountBy(r => r.Rule).OrderBy(r => r.Key).ToDictionary(r => r.Key.Word(), r => r.Value));
        return new(CountNames.NameOf(count), figure, byRule.GetValueOrDefault(true, []), byRule.GetValueOrDefault(false, []));
    }

    static readonly IReadOnlyList<Column<(ExplainedParticipant Row, CountReason Reason)>> s_columns =
    [
        new("participant", x => x.Row.Participant.Code), new("name", x => x.Row.Participant.Name), new("standing", x => x.Row.Standing.Word()), new("count", x => x.Reason.Count),
        new("counted", x => x.Reason.Counted), new("rule", x => x.Reason.Rule.Word()), new("reason", x => x.Reason.Reason), new("article", x => x.Reason.Article),
        new("events", x => string.Join('|', x.Reason.Events)), new("sources", x => string.Join('|', x.Reason.Sources)), new("verification", x => x.Reason.Verification?.Word()),
        new("standingLabel", x => x.Row.StandingLabel), new("reasonLanguage", _ => Languages.English),
    ];
}
