namespace TreatyTracker.Api.Consistency.Rules;

static class RecordRules
{
    const string Group = "record";

    public static IReadOnlyList<Rule> All { get; } = [];
}
