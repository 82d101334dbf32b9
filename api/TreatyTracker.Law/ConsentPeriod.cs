namespace TreatyTracker.Law;

/// <summary>One stretch during which a participant's consent to be bound was in being.</summary>
/// <param name="Consent">The event that expressed it.</param>
public sealed record ConsentPeriod(TreatyEvent Consent)
{
    /// <summary>First day, inclusive: that of deposit.</summary>
    public DateOnly From => Consent.Date;

    /// <summary>The first possible day of deposit, inclusive: <see cref="From"/> where it is known exactly.</summary>
    public DateOnly EarliestFrom => Consent.DatePeriod.First;

    /// <summary>The first day on which it is no longer in being, exclusive; <c>null</c> while none is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>
    /// The first possible value of <see cref="Until"/> where it follows from a date known only as a period; else the same. <c>null</c>
    /// while no end is known.
    /// </summary>
    public DateOnly? EarliestUntil { get; init; }

    /// <summary>The event that ends it: an act of the participant, the parent treaty's withdrawal, or the treaty's termination.</summary>
    public TreatyEvent? EndedBy { get; init; }

    /// <summary>
    /// When the treaty enters into force for the participant under this consent; <c>null</c> while the treaty itself has no day.
    /// </summary>
    public Effect? Effect { get; init; }

    /// <summary>
    /// The stretches in which the participant is a party in force (VCLT 2(1)(g)): from effect to end, less any time in which a parent
    /// treaty's condition is not met.
    /// </summary>
    public EquatableArray<DayRange> InForce { get; init; } = [];

    /// <summary>
    /// The first day on which the participant is no longer bound, exclusive; <c>null</c> while none is known, and where the treaty was
    /// never in force for it under this consent: who was never bound has no end of being bound.
    /// </summary>
    public DateOnly? BoundUntil => InForce.Count == 0 ? null : Until;

    /// <summary>Whether the consent is in being on the day, by date of deposit.</summary>
    public bool InEffect(DateOnly day) => new DayRange(From, Until).Contains(day);

    /// <summary>Whether it is in being on the day whatever the days are that are not known exactly.</summary>
    public bool InEffectAtLeast(DateOnly day) => new DayRange(From, EarliestUntil).Contains(day);

    /// <summary>Whether it is in being on the day on some reading of the days that are not known exactly.</summary>
    public bool InEffectAtMost(DateOnly day) => new DayRange(EarliestFrom, Until).Contains(day);

    /// <summary>Whether the treaty is in force for the participant by this consent on the day.</summary>
    public bool IsInForce(DateOnly day) => InForce.Any(r => r.Contains(day));

    /// <summary>Whether it is still in being after the day.</summary>
    internal bool Outlasts(DateOnly day) => !(Until <= day);
}
