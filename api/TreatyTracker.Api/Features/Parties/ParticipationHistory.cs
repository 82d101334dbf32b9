using TreatyTracker.Api.Features.Events;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>One participant under one treaty: its standing on the requested day, its events in order, and what follows from them.</summary>
public sealed record ParticipationHistory
{
    /// <summary>The treaty.</summary>
    public required TreatyReference Treaty { get; init; }

    /// <summary>The participant.</summary>
    public required ParticipantReference Participant { get; init; }

    /// <summary>The requested day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The state of the register used: only what it had recorded by this instant.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and <c>true</c> if <c>asOf</c> is in the future.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>Its standing on the requested day; <c>none</c> if no act up to that day gives it one.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The label of the standing, in the requested language.</summary>
    public required string StandingLabel { get; init; }

    /// <summary>Whether it applies the treaty provisionally on the requested day (VCLT art. 25), besides its standing.</summary>
    public required bool AppliesProvisionally { get; init; }

    /// <summary>
    /// Whether the operation of the treaty is suspended for it on the requested day (VCLT art. 57, 58, 72). It stays a party.
    /// </summary>
    public required bool Suspended { get; init; }

    /// <summary>
    /// An announced end that has no effect yet on the requested day, such as a notice of withdrawal; absent if none is pending.
    /// </summary>
    public PendingEnd? Pending { get; init; }

    /// <summary>The named counts that include it on the requested day.</summary>
    public required CountedIn CountedIn { get; init; }

    /// <summary>Its first signature; absent if it never signed.</summary>
    public RecordedEvent? Signature { get; init; }

    /// <summary>
    /// Its consents to be bound, each with its computed dates and the rule and article behind them. More than one if it left and joined
    /// again.
    /// </summary>
    public required IReadOnlyList<ConsentHistory> Consents { get; init; }

    /// <summary>For each named count, why it includes the participant on the requested day or does not.</summary>
    public required IReadOnlyList<CountReason> Reasons { get; init; }

    /// <summary>
    /// The language of each <c>reason</c>, and of what would change the standing: the requested one. Texts of the record in them stay as
    /// recorded.
    /// </summary>
    public required string ReasonLanguage { get; init; }

    /// <summary>Acts that would change its standing if they were done on the requested day.</summary>
    public required IReadOnlyList<PossibleActAnswer> WhatWouldChangeIt { get; init; }

    /// <summary>All its events under the treaty, in order, regardless of the requested day.</summary>
    public required IReadOnlyList<RecordedEvent> Events { get; init; }

    /// <summary>The coverage of the treaty's record.</summary>
    public required RecordCoverage Record { get; init; }

    /// <summary>A path that always returns this answer: canonical id and code, with fixed <c>asOf</c> and <c>knownAt</c>.</summary>
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
            AppliesProvisionally = participation.AppliesProvisionally(context.AsOf),
            Suspended = participation.IsSuspended(context.AsOf),
            Pending = PendingEnd.Of(participation, context.StatusOf(treaty), context),
            CountedIn = CountedIn.Of(contribution),
            Signature = participation.Signature is { } signature ? RecordedEvent.Of(signature, context) : null,
            Consents = [.. participation.Consents.Select(c => ConsentHistory.Of(c, context.Language))],
            Reasons = [.. Explanation.Of(context.StatusOf(treaty), participation, context.AsOf).Select(r => CountReason.Of(r, context))],
            ReasonLanguage = context.Language,
            WhatWouldChangeIt =
            [
                .. PossibleAct.Of(context.StatusOf(treaty), participation, context.AsOf).Select(a => PossibleActAnswer.Of(a, context)),
            ],
            Events = [.. participation.Events.Select(e => RecordedEvent.Of(e, context))],
            Record = RecordCoverage.Of(treaty, context),
            Permalink = context.PermalinkTo($"/v1/treaties/{treaty.Id}/parties/{participation.Participant.Code}"),
        };
    }
}
