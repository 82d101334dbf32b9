using System.Text.RegularExpressions;

namespace TreatyTracker.Api.Data;

/// <summary>The form of names that addresses, files and spreadsheets carry as they are. The database holds new rows to the same.</summary>
static partial class Names
{
    /// <summary>Whether a text can be a treaty's id: lower-case letters and digits in groups, joined by single hyphens.</summary>
    public static bool IsTreatyId(string text) => TreatyId().IsMatch(text);

    /// <summary>Whether a text can be a source's id.</summary>
    public static bool IsSourceId(string text) => SourceId().IsMatch(text);

    /// <summary>Whether a text can be an event's id: <see cref="EventIds"/> makes them of its treaty, participant, kind and date.</summary>
    public static bool IsEventId(string text) => EventId().IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex TreatyId();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    private static partial Regex SourceId();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]*\z")]
    private static partial Regex EventId();
}
