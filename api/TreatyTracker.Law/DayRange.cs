namespace TreatyTracker.Law;

/// <summary>
/// A stretch of days. The end is exclusive, since legal effect is said that way round: "effect from 1 January 2012" names the
/// first day on which a participant is no longer bound.
/// </summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="Until">First day after it, exclusive; <c>null</c> when it has no end.</param>
public readonly record struct DayRange(DateOnly From, DateOnly? Until)
{
    /// <summary>Whether the day lies in it.</summary>
    public bool Contains(DateOnly day) => From <= day && !(Until <= day);

    /// <summary>What both have in common; <c>null</c> when nothing.</summary>
    public DayRange? Intersect(DayRange other)
    {
        var (from, until) = (Days.Later(From, other.From), Days.Earlier(Until, other.Until));
        return until <= from ? null : new(from, until);
    }
}
