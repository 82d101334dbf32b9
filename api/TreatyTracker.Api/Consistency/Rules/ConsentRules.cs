namespace TreatyTracker.Api.Consistency.Rules;

static class ConsentRules
{
    const string Group = "consent";

    public static IReadOnlyList<Rule> All { get; } = [];
}
