using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Events;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>One participant under one treaty: where it stands on the day, its events in order, and what follows from them.</summary>
public sealed record ParticipationHistory
{
    /// <summary>The treaty.</summary>
    public required TreatyReference Treaty { get; init; }

    /// <summary>The participant.</summary>
    public required ParticipantReference Participant { get; init; }

    /// <summary>The day that the standing speaks of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The instant as of whose knowledge it was computed.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and true when the day is still to come.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>Its standing on the day; <c>none</c> when it has done nothing by then that gives one.</summary>
    public required Standing Standing { get; init; }

    /// <summary>What people call that standing, in the language asked for.</summary>
    public required string StandingLabel { get; init; }

    /// <summary>In which named counts it is counted on the day.</summary>
    public required CountedIn CountedIn { get; init; }

    /// <summary>Its first signature; absent where it never signed.</summary>
    public RecordedEvent? Signature { get; init; }

    /// <summary>
    /// Its consents to be bound, each with its computed days and the rule and article that gave them; two where it left and came back.
    /// </summary>
    public required IReadOnlyList<ConsentHistory> Consents { get; init; }

    /// <summary>Why each named count counts it, or does not, on the day.</summary>
    public required IReadOnlyList<CountReason> Reasons { get; init; }

    /// <summary>The language of each <c>reason</c>: English, whatever language is asked for.</summary>
    public string ReasonLanguage { get; init; } = Languages.English;

    /// <summary>What would change its standing if it were done on the day.</summary>
    public required IReadOnlyList<PossibleAct> WhatWouldChangeIt { get; init; }

    /// <summary>All its events under the treaty, in order, whatever the day asked about.</summary>
    public required IReadOnlyList<RecordedEvent> Events { get; init; }

    /// <summary>How far the treaty's record goes.</summary>
    public required RecordCoverage Record { get; init; }

    /// <summary>A path that gives this answer for ever: canonical id and code, day and instant of knowledge fixed.</summary>
    public required string Permalink { get; init; }

    internal static ParticipationHistory Of(Participation participation, Treaty treaty, AnswerContext context)
    {
        var contribution = context.StatusOf(treaty).ContributionOf(participation, context.AsOf);
        var standing = participation.StandingOn(context.AsOf);
        return new()
        {
            Treaty = TreatyReference.Of(treaty, context),
            Participant = ParticipantReference.Of(context.Register.Participant(participation.Participant.Code), context),
            AsOf = context.AsOf,
            KnownAt = context.KnownAt,
            LooksAhead = context.LooksAhead,
            Standing = standing,
            StandingLabel = Labels.Of(standing, context.Language),
            CountedIn = CountedIn.Of(contribution),
            Signature = participation.Signature is { } signature ? RecordedEvent.Of(signature, context) : null,
            Consents = [.. participation.Consents.Select(c => ConsentHistory.Of(c, context.Language))],
            Reasons = [.. Explanation.Of(context.StatusOf(treaty), participation, context.AsOf).Select(CountReason.Of)],
            WhatWouldChangeIt = PossibleAct.Of(context.StatusOf(treaty), participation, context.AsOf),
            Events = [.. participation.Events.Select(e => RecordedEvent.Of(e, context))],
            Record = RecordCoverage.Of(treaty, context),
            Permalink = context.PermalinkTo($"/v1/treaties/{treaty.Id}/parties/{participation.Participant.Code}"),
        };
    }
}
