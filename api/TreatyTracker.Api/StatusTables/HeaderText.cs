using System.Globalization;
using System.Text.RegularExpressions;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Reads what stands above a table of the UN: counts, day, entry into force.</summary>
static partial class HeaderText
{
    /// <summary>
    /// No treaty has so many participants. A larger number is a count with the digits of a footnote stuck to it: 1971 for 197 with note 1.
    /// </summary>
    const int MostParticipants = 400;

    /// <summary>The day of "STATUS AS AT : 19-04-2024 09:15:12 EDT"; <c>null</c> where the text does not say it.</summary>
    public static DateOnly? AsAt(string text) =>
        AsAtPattern().Match(text) is { Success: true } match && s_asAt.Parse(match.Groups["day"].Value) is { IsOneDay: true } day
            ? day.First
            : null;

    /// <summary>The day after "Entry into force :", before the next label; <c>null</c> where the text does not say it.</summary>
    public static DateOnly? EntryIntoForceOn(string text) =>
        CellText.DayIn(EntryIntoForcePattern().Match(text) is { Success: true } match ? match.Groups["text"].Value.Trim() : null);

    /// <summary>The number after "Parties :" or "Signatories :".</summary>
    public static int? Count(string label, string text, UnusedCells unused)
    {
        var match = Regex.Match(text, $@"\b{Regex.Escape(label)} ?: ?(?<count>[0-9,]+)", RegexOptions.CultureInvariant);
        return match.Success ? Number(label, match.Groups["count"].Value.TrimEnd(','), 1, unused) : null;
    }

    /// <summary>A count, its footnote marks taken off before; reported and <c>null</c> where it cannot be one.</summary>
    public static int? Number(string label, string text, int line, UnusedCells unused)
    {
        if (text.Length == 0)
            return null;
        if (int.TryParse(text.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostParticipants)
            return number;
        unused.Add(line, label, text, "The count is no number of participants; a footnote's digits may be stuck to it.");
        return null;
    }

    /// <summary>
    /// The MTDSG number in an address of the UN Treaty Collection, such as <c>XXVII-7-d</c>; <c>null</c> where there is not one.
    /// </summary>
    public static string? Number(string text) =>
        MtdsgNumber().Matches(text).Select(m => m.Groups["number"].Value).Distinct().Take(2).ToList() is [var only] ? only : null;

    static readonly DateSyntax s_asAt = new(["dd-MM-yyyy", "d MMMM yyyy", "yyyy-MM-dd"]);

    [GeneratedRegex(
        @"\bstatus as at ?:? ?(?<day>[0-9]{1,2} ?[A-Za-z]+ ?[0-9]{4}|[0-9]{2}-[0-9]{2}-[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AsAtPattern();

    [GeneratedRegex(
        @"\bEntry into force ?: ?(?<text>.+?)(?= (?:Entry into force|Registration|Status|Text|Note|Participant) ?:| Participant |$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex EntryIntoForcePattern();

    [GeneratedRegex(@"\bmtdsg_no=(?<number>[IVXL]{1,7}(?:-[0-9A-Za-z]{1,4}){1,4})(?![0-9A-Za-z-])", RegexOptions.CultureInvariant)]
    private static partial Regex MtdsgNumber();
}
