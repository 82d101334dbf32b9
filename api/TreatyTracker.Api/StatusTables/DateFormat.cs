using System.Globalization;
using System.Text.RegularExpressions;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>One way to write a day, a month or a year, such as <c>dd/MM/yyyy</c>.</summary>
sealed class DateFormat
{
    /// <summary>An earlier year is a placeholder, such as 0001-01-01, or a slip: no depositary's record begins before it.</summary>
    const int FirstYear = 1800;

    /// <summary>A later year is a placeholder, such as 9999-12-31, or a slip.</summary>
    const int LastYear = 2199;

    static readonly string[] s_parts = ["yyyy", "MMMM", "MMM", "MM", "M", "dd", "d"];

    readonly string _format;
    readonly IReadOnlyList<string> _months;
    readonly Regex _whole;

    /// <summary>Reads a format.</summary>
    /// <param name="format">yyyy, MM or M (a number), MMM or MMMM (a name), dd or d, and what stands between them.</param>
    /// <param name="months">The names of the twelve months. Their beginnings of three letters or more are read too.</param>
    /// <exception cref="StatusTableException">A format has no year, a day without a month, a part twice, or another letter.</exception>
    public DateFormat(string format, IReadOnlyList<string> months)
    {
        var parts = Regex.Matches(format, "[A-Za-z]+").Select(m => m.Value).ToList();
        var letters = string.Concat(parts.Select(p => p[0]).Order());
        if (!parts.TrueForAll(s_parts.Contains) || letters is not ("y" or "My" or "Mdy"))
            throw new StatusTableException(
                $"The date format '{format}' cannot be read. Write yyyy, MM (or MMM for a name) and dd once each, such as dd/MM/yyyy."
            );
        (_format, _months) = (format, months);
        Pattern = string.Concat(Regex.Matches(format, "[A-Za-z]+|[^A-Za-z]+").Select(m => PatternOf(m.Value)));
        if (letters == "Mdy")
            // Databases write a day as its midnight.
            Pattern += "(?:[T ]00:00(?::00(?:\\.0{1,9})?)?Z?)?";
        _whole = new($"^{Pattern}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    /// <summary>A regular expression that matches one date. Its only groups are y, m, n and d.</summary>
    public string Pattern { get; }

    /// <summary>The day, month or year; <c>null</c> where the text is not in this format, or no day of the calendar.</summary>
    public DayPeriod? Parse(string text)
    {
        var match = _whole.Match(text);
        if (!match.Success || Number(match, "y") is not (>= FirstYear and <= LastYear and var year))
            return null;
        if (!_format.Contains('M'))
            return new(new(year, 1, 1), new(year, 12, 31));
        if ((Number(match, "m") ?? MonthNamed(match.Groups["n"].Value)) is not (>= 1 and <= 12 and var month))
            return null;
        var days = DateTime.DaysInMonth(year, month);
        if (!_format.Contains('d'))
            return new(new(year, month, 1), new(year, month, days));
        return Number(match, "d") is { } day && day >= 1 && day <= days ? new(new(year, month, day), new(year, month, day)) : null;
    }

    static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    int? MonthNamed(string name)
    {
        var months = Enumerable.Range(0, 12).ToList();
        var whole = months.FindAll(m => _months[m].Equals(name, StringComparison.OrdinalIgnoreCase));
        var begun = months.FindAll(m => _months[m].StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return whole is [var named] ? named + 1
            : begun is [var meant] ? meant + 1
            : null;
    }

    /// <summary>Digits stand apart from other digits: a digit more or less would be another day.</summary>
    string PatternOf(string part) =>
        part switch
        {
            "yyyy" => Digits("y", "4"),
            "MM" => Digits("m", "2"),
            "M" => Digits("m", "1,2"),
            "dd" => Digits("d", "2"),
            // French writes the first of a month as 1er.
            "d" => Digits("d", "1,2") + (_format.Contains("MMM", StringComparison.Ordinal) ? "(?:er)?" : ""),
            "MMM" or "MMMM" => $"(?<n>{string.Join('|', _months.Select(Beginnings))})\\.?",
            " " when _format.Contains("MMM", StringComparison.Ordinal) => " ?",
            _ => Regex.Escape(part),
        };

    static string Digits(string group, string count) => $"(?<![0-9])(?<{group}>[0-9]{{{count}}})(?![0-9])";

    /// <summary>A name and its beginnings of three letters or more.</summary>
    static string Beginnings(string month) =>
        month.Length <= 3
            ? Regex.Escape(month)
            : Regex.Escape(month[..3]) + month[3..].Reverse().Aggregate("", (rest, c) => $"(?:{Regex.Escape(c.ToString())}{rest})?");
}
