namespace TreatyTracker.Api.Consistency.Rules;

static class CountRules
{
    const string Group = "counts";

    public static IReadOnlyList<Rule> All { get; } = [];
}
