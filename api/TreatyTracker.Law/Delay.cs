namespace TreatyTracker.Law;

/// <summary>A time between a deposit or notice and its effect, in one of the three shapes that final clauses use.</summary>
public sealed record Delay
{
    /// <summary>Whole days; the day of deposit is day 0, so "on the ninetieth day after" is deposit + 90.</summary>
    public int Days { get; init; }

    /// <summary>Calendar months, before the days: same day number, clamped to the month's end.</summary>
    public int Months { get; init; }

    /// <summary>Then the first day of the month that follows (Rome Statute art. 126).</summary>
    public bool ThenFirstOfFollowingMonth { get; init; }

    /// <summary>
    /// The day of effect for a deposit or receipt on <paramref name="day"/>; the last day of the calendar where it would lie beyond.
    /// </summary>
    public DateOnly After(DateOnly day)
    {
        var end = PlusDays(PlusMonths(day, Months), Days);
        return ThenFirstOfFollowingMonth ? PlusMonths(new(end.Year, end.Month, 1), 1) : end;
    }

    static DateOnly PlusMonths(DateOnly day, int months) =>
        day.Year * 12L + day.Month - 1 + months >= (DateOnly.MaxValue.Year + 1) * 12L ? DateOnly.MaxValue : day.AddMonths(months);

    static DateOnly PlusDays(DateOnly day, int days) =>
        days > DateOnly.MaxValue.DayNumber - day.DayNumber ? DateOnly.MaxValue : day.AddDays(days);
}
