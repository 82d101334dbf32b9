namespace TreatyTracker.Law;

/// <summary>How the day on which a treaty enters into force for a participant was found.</summary>
public enum EffectRule
{
    /// <summary>The instrument is among those that brought the treaty into force: the treaty's own day (VCLT 24(1)).</summary>
    WithTheTreaty,

    /// <summary>The participant's own deposit plus the clause's delay, the treaty being in force by then (VCLT 24(3)).</summary>
    OwnDeposit,

    /// <summary>Own deposit plus delay would fall before the treaty's own entry into force: the later of both.</summary>
    NotBeforeTreaty,

    /// <summary>The event names its day of effect: a succession from independence, a later day in the instrument.</summary>
    Stated,

    /// <summary>The event names a day before the treaty's own entry into force: the later of both.</summary>
    StatedNotBeforeTreaty,

    /// <summary>
    /// Deposited before the treaty's entry into force, where the clause delays later instruments only: the treaty's own day.
    /// </summary>
    BeforeEntryIntoForce,

    /// <summary>
    /// A succession that states no effect: the later of the day of succession and the treaty's own entry into force (VCSS 23(1)).
    /// </summary>
    DayOfSuccession,

    /// <summary>A succession that states no effect, of a State whose day of succession is not known: its notification.</summary>
    SuccessionNotified,

    /// <summary>The clause is not known: on deposit is assumed, but not before the treaty's own entry into force (VCLT 24(3)).</summary>
    ClauseNotKnown,
}
