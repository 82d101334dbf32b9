namespace TreatyTracker.Api.Consistency.Rules;

static class ParticipantRules
{
    const string Group = "participants";

    public static IReadOnlyList<Rule> All { get; } = [];
}
