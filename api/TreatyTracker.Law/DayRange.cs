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

    /// <summary>What is left of it without the days of another: nothing, one stretch or two.</summary>
    public IEnumerable<DayRange> Except(DayRange other)
    {
        if (Intersect(other) is not { } common)
            return [this];
        IEnumerable<DayRange> before = From < common.From ? [new(From, common.From)] : [];
        return common.Until is { } end && end != Until ? before.Append(new(end, Until)) : before;
    }

    /// <summary>The same days in order, with as few ranges as possible: those that overlap or follow without a break become one.</summary>
    public static EquatableArray<DayRange> Joined(IEnumerable<DayRange> ranges)
    {
        var joined = new List<DayRange>();
        foreach (var range in ranges.OrderBy(r => r.From))
            if (joined is [.., var last] && !(last.Until < range.From))
                joined[^1] = new(last.From, last.Until is { } one && range.Until is { } other ? Days.Later(one, other) : null);
            else
                joined.Add(range);
        return [.. joined];
    }
}
