namespace TreatyTracker.Api.Consistency.Rules;

static class ParentRules
{
    const string Group = "parents";

    public static IReadOnlyList<Rule> All { get; } = [];
}
