using System.Globalization;
using System.Text.RegularExpressions;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>How dates are written in a document: the formats that it uses, the likeliest first.</summary>
sealed class DateSyntax
{
    readonly List<DateFormat> _formats;
    readonly Regex _next;

    /// <summary>Reads formats.</summary>
    /// <param name="formats">Such as <c>dd/MM/yyyy</c>; see <see cref="DateFormat"/>.</param>
    /// <param name="months">Names of the twelve months; English ones where <c>null</c>.</param>
    /// <exception cref="StatusTableException">A format cannot be read.</exception>
    public DateSyntax(IReadOnlyList<string> formats, IReadOnlyList<string>? months = null)
    {
        _formats = [.. formats.Select(f => new DateFormat(f, months ?? English))];
        _next = new(
            $@"\G(?:{string.Join('|', _formats.Select(f => f.Pattern))})",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
        );
    }

    /// <summary>The English names of the months.</summary>
    public static IReadOnlyList<string> English { get; } = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];

    /// <summary>
    /// The UN's: <c>4 Mar 2001</c>, also with the month in full; <c>Mar 2001</c> and <c>2001</c> where no more is known; and ISO 8601.
    /// </summary>
    public static DateSyntax Mtdsg { get; } = new(["d MMMM yyyy", "yyyy-MM-dd", "MMMM yyyy", "yyyy"]);

    /// <summary>The length of the date that begins at a place in the text; 0 where none does.</summary>
    public int LengthAt(string text, int index) => _next.Match(text, index).Length;

    /// <summary>The day, month or year of a text that is one date; <c>null</c> where it is none, or no plausible one.</summary>
    public DayPeriod? Parse(string text) => _formats.Select(f => f.Parse(text)).FirstOrDefault(d => d is not null);
}
