namespace TreatyTracker.Api.Features;

/// <summary>The last days of calendar months and years.</summary>
static class PeriodEnds
{
    /// <summary>The last days of the months or years in a period, and the last day of the period.</summary>
    /// <param name="from">The first day, inclusive.</param>
    /// <param name="to">The last day, inclusive.</param>
    /// <param name="months">1 for months, 12 for years.</param>
    public static IEnumerable<DateOnly> Of(DateOnly from, DateOnly to, int months)
    {
        for (var end = EndOf(from, months); end < to; end = EndOf(end.AddDays(1), months))
            yield return end;
        if (from <= to)
            yield return to;
    }

    static DateOnly EndOf(DateOnly day, int months) =>
        months == 12 ? new(day.Year, 12, 31) : new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
