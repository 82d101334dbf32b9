namespace TreatyTracker.Api.Consistency.Rules;

static class LeavingRules
{
    const string Group = "leaving";

    public static IReadOnlyList<Rule> All { get; } = [];
}
