using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

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

    /// <summary>
    /// The stretches in which the treaty is in force for the participant; the end is the first day after. Empty while a condition (a parent
    /// treaty) is not met.
    /// </summary>
    public required IReadOnlyList<DayRange> InForce { get; init; }

    /// <summary>First day on which the consent is no longer in being; absent where no end is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The event that ends it.</summary>
    public string? EndedBy { get; init; }

    internal static ConsentHistory Of(ConsentPeriod period, string language) =>
        new()
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
