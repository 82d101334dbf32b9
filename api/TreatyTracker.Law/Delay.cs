namespace TreatyTracker.Law;

/// <summary>A time between a deposit or notice and its effect, in one of the three shapes that final clauses use.</summary>
public sealed record Delay
{
    /// <summary>Whole days; the day of deposit is day 0, so "on the ninetieth day after" is deposit + 90.</summary>
    public int Days { get; init; }

    /// <summary>Calendar months, before the days: same day number, clamped to the month's end.</summary>
    public int Months { get; init; }

    /// <summary>
    /// Whether months from the last day of a month end with the last day of a month, so that the effect is the first day after it: the
    /// practice of some depositaries.
    /// </summary>
    public bool EndOfMonthStays { get; init; }

    /// <summary>Then the first day of the month that follows (Rome Statute art. 126).</summary>
    public bool ThenFirstOfFollowingMonth { get; init; }

    /// <summary>
    /// The day of effect for a deposit or receipt on <paramref name="day"/>; the last day of the calendar where it would lie beyond.
    /// </summary>
    public DateOnly After(DateOnly day)
    {
        // From the last day of a month to that of another: the period ends with the month, and its effect is the day after.
        var wholeMonths = EndOfMonthStays && Months > 0 && day.Day == DateTime.DaysInMonth(day.Year, day.Month);
        var end = PlusDays(wholeMonths ? LastOfMonth(PlusMonths(FirstOfMonth(day), Months)) : PlusMonths(day, Months), Days);
        return ThenFirstOfFollowingMonth ? PlusMonths(FirstOfMonth(end), 1)
            : wholeMonths ? PlusDays(end, 1)
            : end;
    }

    static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    /// <summary>So many months later, clamped to the month's end and to the calendar.</summary>
    internal static DateOnly PlusMonths(DateOnly day, long months) =>
        (day.Year * 12L + day.Month - 1 + months) switch
        {
            < 12 => DateOnly.MinValue,
            >= (9999 + 1) * 12 => DateOnly.MaxValue,
            _ => day.AddMonths((int)months),
        };

    static DateOnly PlusDays(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));
}
