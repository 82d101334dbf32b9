using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency.Rules;

static class WaiverRules
{
    const string Group = "waivers";

    public static IReadOnlyList<Rule> All { get; } = [];

    public static IEnumerable<Finding> Apply(Record record, IReadOnlyList<Waiver> waivers, IReadOnlyList<Finding> found) => found;
}
