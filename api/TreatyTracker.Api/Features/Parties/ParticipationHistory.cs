using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Events;
using TreatyTracker.Api.Features.Figures;
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

    /// <summary>Its consents to be bound, each with its computed days and the rule and article that gave them; two where it left and came back.</summary>
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
    public required RecordState Record { get; init; }

    /// <summary>A path that gives this answer for ever: canonical id and code, day and instant of knowledge fixed.</summary>
    public required string Permalink { get; init; }

    internal static ParticipationHistory Of(Participation participation, Treaty treaty, Clocks clocks)
    {
        var contribution = clocks.StatusOf(treaty).ContributionOf(participation, clocks.AsOf);
        var standing = participation.StandingOn(clocks.AsOf);
        return new()
        {
            Treaty = TreatyReference.Of(treaty, clocks),
            Participant = ParticipantReference.Of(clocks.Register.Participant(participation.Participant.Code), clocks),
            AsOf = clocks.AsOf,
            KnownAt = clocks.KnownAt,
            LooksAhead = clocks.LooksAhead,
            Standing = standing,
            StandingLabel = Labels.Of(standing, clocks.Language),
            CountedIn = CountedIn.Of(contribution),
            Signature = participation.Signature is { } signature ? RecordedEvent.Of(signature, clocks) : null,
            Consents = [.. participation.Consents.Select(c => ConsentHistory.Of(c, clocks.Language))],
            Reasons = [.. Explanation.Of(clocks.StatusOf(treaty), participation, clocks.AsOf).Select(CountReason.Of)],
            WhatWouldChangeIt = PossibleAct.Of(clocks.StatusOf(treaty), participation, clocks.AsOf),
            Events = [.. participation.Events.Select(e => RecordedEvent.Of(e, clocks))],
            Record = RecordState.Of(treaty, clocks),
            Permalink = clocks.PermalinkTo($"/v1/treaties/{treaty.Id}/parties/{participation.Participant.Code}"),
        };
    }
}

/// <summary>In which named counts a participant is counted.</summary>
/// <param name="Parties">In <c>parties</c>.</param>
/// <param name="PartiesInForce">In <c>partiesInForce</c>.</param>
/// <param name="ContractingNotInForce">In <c>contractingNotInForce</c>.</param>
/// <param name="Signatories">In <c>signatories</c>.</param>
/// <param name="SignatoriesNotBound">In <c>signatoriesNotBound</c>.</param>
/// <param name="FormerParties">In <c>formerParties</c>.</param>
/// <param name="CountedForEntryIntoForce">In <c>countedForEntryIntoForce</c>.</param>
public sealed record CountedIn(bool Parties, bool PartiesInForce, bool ContractingNotInForce, bool Signatories, bool SignatoriesNotBound, bool FormerParties, bool CountedForEntryIntoForce)
{
    internal static CountedIn Of(Contribution c) => new(c.Party, c.InForce, c.ContractingNotInForce, c.Signatory, c.SignatoryNotBound, c.FormerParty, c.ForEntryIntoForce);
}

/// <summary>One stretch during which a consent to be bound was in being.</summary>
public sealed record ConsentHistory
{
    /// <summary>The event that expressed it.</summary>
    public required string Event { get; init; }

    /// <summary>How.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>What people call that, in the language asked for.</summary>
    public required string KindLabel { get; init; }

    /// <summary>Day of deposit, inclusive: counted in <c>parties</c> from then on.</summary>
    public required DateOnly DepositedOn { get; init; }

    /// <summary>Day, inclusive, that the rule gives for its entry into force; absent while the treaty itself has no day.</summary>
    public DateOnly? EffectOn { get; init; }

    /// <summary>The rule that gave it.</summary>
    public EffectRule? EffectRule { get; init; }

    /// <summary>The article that gave it; absent where the event itself names the day.</summary>
    public string? EffectArticle { get; init; }

    /// <summary>The stretches in which the treaty is in force for the participant; the end is the first day after. Empty while a condition (a parent treaty) is not met.</summary>
    public required IReadOnlyList<DayRange> InForce { get; init; }

    /// <summary>First day on which the consent is no longer in being; absent where no end is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The event that ends it.</summary>
    public string? EndedBy { get; init; }

    internal static ConsentHistory Of(ConsentPeriod period, string language) => new()
    {
        Event = period.Consent.Id,
        Kind = period.Consent.Kind,
        KindLabel = Labels.Of(period.Consent.Kind, language),
        DepositedOn = period.From,
        EffectOn = period.Effect?.On,
        EffectRule = period.Effect?.Rule,
        EffectArticle = period.Effect?.Article,
        InForce = period.InForce,
        Until = period.Until,
        EndedBy = period.EndedBy?.Id,
    };
}
