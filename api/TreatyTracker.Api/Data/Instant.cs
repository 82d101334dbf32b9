using System.Globalization;
using System.Text.RegularExpressions;

namespace TreatyTracker.Api.Data;

/// <summary>Days and instants as text: <c>YYYY-MM-DD</c>, and RFC 3339 in UTC.</summary>
public static partial class Instant
{
    /// <summary>The text of an instant, in UTC, with only as many digits of a second as it has.</summary>
    public static string Text(DateTimeOffset instant)
    {
        // The one fast format with enough precision: seven digits of a second, from which trailing zeros are removed.
        Span<char> text = stackalloc char[28];
        instant.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        return $"{text[..^1].TrimEnd('0').TrimEnd('.')}Z";
    }

    /// <summary>
    /// An RFC 3339 instant; <c>null</c> when the text is not one, lacks an offset, or names a time that does not exist.
    /// </summary>
    public static DateTimeOffset? Parse(string? text) =>
        text is not null
        && Rfc3339().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    /// <summary>A calendar day; <c>null</c> when the text is not one or the day does not exist.</summary>
    public static DateOnly? ParseDay(string? text) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The text of a day.</summary>
    public static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,7})?([Zz]|[+-]\d\d:\d\d)$")]
    private static partial Regex Rfc3339();
}
