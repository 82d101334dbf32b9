using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>Treaties by what people call them: an id such as untoc, or an MTDSG number such as XVIII-12, in any letter case.</summary>
static class TreatyNames
{
    /// <summary>The treaty of that name; <c>null</c> where there is none.</summary>
    public static Treaty? Find(IEnumerable<Treaty> treaties, string name) =>
        treaties.FirstOrDefault(t =>
            t.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || t.Mtdsg.Equals(name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>A sentence to append about a name of none: " Did you mean untoc?", or nothing.</summary>
    public static string SuggestionText(IEnumerable<Treaty> treaties, string name) =>
        Suggestions.SuggestionText(name, treaties.SelectMany(t => new[] { t.Id, t.Mtdsg }));
}
