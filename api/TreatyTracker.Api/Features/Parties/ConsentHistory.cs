using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>One period during which a consent to be bound is in effect.</summary>
public sealed record ConsentHistory
{
    /// <summary>The id of the event that expressed the consent.</summary>
    public required string Event { get; init; }

    /// <summary>How the consent was expressed.</summary>
    public required ConsentKind Kind { get; init; }

    /// <summary>The label of the kind, in the requested language.</summary>
    public required string KindLabel { get; init; }

    /// <summary>Date of deposit: <c>parties</c> includes the participant from this day on.</summary>
    public required DateOnly DepositedOn { get; init; }

    /// <summary>
    /// The first day on which the treaty is in force under this consent, according to the rule; absent while the treaty has no date of
    /// entry into force.
    /// </summary>
    public DateOnly? EffectOn { get; init; }

    /// <summary>The rule that determines <c>effectOn</c>.</summary>
    public EffectRule? EffectRule { get; init; }

    /// <summary>The article that determines <c>effectOn</c>; absent if the event itself states the date.</summary>
    public string? EffectArticle { get; init; }

    /// <summary>
    /// The periods in which the treaty is in force for the participant. The end of a period is exclusive. Empty while a condition, such as
    /// being a party to the parent treaty, is not met.
    /// </summary>
    public required IReadOnlyList<DayRange> InForce { get; init; }

    /// <summary>The first day on which the consent is no longer in effect; absent if no end is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The id of the event that ends the consent.</summary>
    public string? EndedBy { get; init; }

    /// <summary>The days on one of which it was deposited, such as <c>2015-03</c>; absent if <c>depositedOn</c> is exact.</summary>
    public string? DepositedPeriod { get; init; }

    /// <summary>The days on one of which it took effect; absent if <c>effectOn</c> is exact.</summary>
    public string? EffectPeriod { get; init; }

    /// <summary>The days on one of which it ended; absent if <c>until</c> is exact.</summary>
    public string? UntilPeriod { get; init; }

    internal static ConsentHistory Of(ConsentPeriod period, string language) =>
        new()
        {
            Event = period.Consent.Id,
            Kind = period.Consent.Kind.AsConsent(),
            KindLabel = Labels.Of(period.Consent.Kind, language),
            DepositedOn = period.From,
            EffectOn = period.Effect?.On,
            EffectRule = period.Effect?.Rule,
            EffectArticle = period.Effect?.Article,
            InForce = period.InForce,
            Until = period.Until,
            EndedBy = period.EndedBy?.Id,
            DepositedPeriod = StatusRow.Period(period.EarliestFrom, period.From),
            EffectPeriod = StatusRow.Period(period.Effect?.Earliest, period.Effect?.On),
            UntilPeriod = StatusRow.Period(period.EarliestUntil, period.Until),
        };
}
