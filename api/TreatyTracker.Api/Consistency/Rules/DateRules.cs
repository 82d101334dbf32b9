namespace TreatyTracker.Api.Consistency.Rules;

static class DateRules
{
    const string Group = "dates";

    public static IReadOnlyList<Rule> All { get; } = [];
}
