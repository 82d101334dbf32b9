namespace TreatyTracker.Api.Consistency.Rules;

static class EntryIntoForceRules
{
    const string Group = "entry-into-force";

    public static IReadOnlyList<Rule> All { get; } = [];
}
