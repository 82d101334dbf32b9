using System.Globalization;

namespace TreatyTracker.Law;

/// <summary>The days on one of which something happened: a day, a month, a year or an interval (ISO 8601-2, EDTF level 0).</summary>
/// <param name="First">First possible day, inclusive.</param>
/// <param name="Last">Last possible day, inclusive.</param>
public readonly record struct DayPeriod(DateOnly First, DateOnly Last)
{
    /// <summary>Whether the day is known exactly.</summary>
    public bool IsOneDay => First == Last;

    /// <summary>Whether the day lies in it.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>
    /// Reads <c>2015-01-09</c>, <c>2015-03</c>, <c>2015</c> or an interval of two of them, <c>2015-01-09/2016-06-30</c>; <c>null</c> where
    /// the text is none of these or ends before it begins.
    /// </summary>
    public static DayPeriod? Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2 || ParseOne(parts[0]) is not { } from || ParseOne(parts[^1]) is not { } to)
            return null;
        return from.First <= to.Last ? new(from.First, to.Last) : null;
    }

    /// <summary>The shortest text for it: a day, a month, a year, or an interval of days.</summary>
    public override string ToString() =>
        IsOneDay ? Text(First, "yyyy-MM-dd")
        : this == Year(First) ? Text(First, "yyyy")
        : this == Month(First) ? Text(First, "yyyy-MM")
        : $"{Text(First, "yyyy-MM-dd")}/{Text(Last, "yyyy-MM-dd")}";

    static DayPeriod? ParseOne(string text) =>
        Day(text, "yyyy-MM-dd") is { } day ? new(day, day)
        : Day(text, "yyyy-MM") is { } month ? Month(month)
        : Day(text, "yyyy") is { } year ? Year(year)
        : null;

    static DayPeriod Month(DateOnly day) =>
        new(new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    static DayPeriod Year(DateOnly day) => new(new(day.Year, 1, 1), new(day.Year, 12, 31));

    static DateOnly? Day(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
