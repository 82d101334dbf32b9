using System.Globalization;

namespace TreatyTracker.Law.Tests;

/// <summary>Reads the texts in which the tables are written.</summary>
static class Iso
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNone(string text) => text is "none" ? null : Day(text);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateOnly? day) => day is { } known ? Text(known) : "none";

    /// <summary>The first instant of the day.</summary>
    public static DateTimeOffset Instant(string day) => new(Day(day), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary><c>90 days</c>, <c>12 months</c>, <c>60 days, then first of month</c>, or several parts.</summary>
    public static Delay Delay(string text) =>
        text.Split(", ")
            .Aggregate(
                new Delay(),
                (delay, part) =>
                    part.Split(' ') switch
                    {
                        [var days, "days"] => delay with { Days = int.Parse(days, CultureInfo.InvariantCulture) },
                        [var months, "months"] => delay with { Months = int.Parse(months, CultureInfo.InvariantCulture) },
                        ["then", ..] => delay with { ThenFirstOfFollowingMonth = true },
                        _ => throw new FormatException(text),
                    }
            );
}
