using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Waivers: what they cover, and which of them no longer cover anything.</summary>
static class WaiverRules
{
    const string Group = "waivers";

    const string OneParty =
        "events/convention.csv: FRA,accession,1982-03-02\npublished-counts.csv: convention,1990-01-01,parties,2,depositary,\n";

    // Found by the checker, once all other rules have said what there is to waive.
    static readonly Rule s_unused = RuleFactory.Of(
        Group,
        "unused-waiver",
        Severity.Warning,
        finds: "A waiver that covers no finding.",
        rationale: "What it waived was put right, or it never fitted; left standing it would hide the next finding.",
        ground: null,
        remedy: "Remove the waiver.",
        good: OneParty + "waivers.csv: published-count-mismatch,convention,,,1990-01-01,one accession is missing,depositary,",
        bad: OneParty + "waivers.csv: published-count-mismatch,convention,,,1990-01-02,one accession is missing,depositary,",
        _ => []
    );

    static readonly Rule s_expired = RuleFactory.Of(
        Group,
        "expired-waiver",
        Severity.Error,
        finds: "A waiver whose last day has passed. It covers nothing any more.",
        rationale: "Who set the day meant the finding to be looked at again by then.",
        ground: null,
        remedy: "Put the finding right, or renew the waiver with its reason.",
        good: OneParty + "waivers.csv: published-count-mismatch,convention,,,1990-01-01,one accession is missing,depositary,2020-01-01",
        bad: OneParty + "waivers.csv: published-count-mismatch,convention,,,1990-01-01,one accession is missing,depositary,2019-12-31",
        _ => []
    );

    public static IReadOnlyList<Rule> All { get; } = [s_unused, s_expired];

    /// <summary>The findings, each with the reason of the waiver that covers it, and what is wrong with the waivers themselves.</summary>
    public static IEnumerable<Finding> Apply(CheckContext record, IReadOnlyList<Waiver> waivers, IReadOnlyList<Finding> found)
    {
        var valid = waivers.Where(w => !(w.Expires < record.AsOf)).ToList();
        var byRule = valid.ToLookup(w => w.Rule);
        var used = new HashSet<Waiver>();
        foreach (var finding in found)
        {
            var covering = byRule[finding.Rule].Where(w => Covers(w, finding)).ToList();
            used.UnionWith(covering);
            yield return covering.Count == 0 ? finding : finding with { Waived = covering[0].Reason };
        }
        foreach (var waiver in valid.Where(w => !used.Contains(w)))
            yield return Violation(record, waiver, $"The waiver of {ToText(waiver)} covers no finding.", "A finding that it covers.")
                .Of(s_unused.Id, s_unused.Severity, null, s_unused.Remedy);
        foreach (var waiver in waivers.Where(w => w.Expires < record.AsOf))
            yield return Violation(
                    record,
                    waiver,
                    $"The waiver of {ToText(waiver)} ended on {waiver.Expires!.Value.ToText()}.",
                    $"A last day not before {record.AsOf.ToText()}."
                )
                .Of(s_expired.Id, s_expired.Severity, null, s_expired.Remedy);
    }

    static bool Covers(Waiver waiver, Finding finding) =>
        (waiver.Treaty is null || waiver.Treaty == finding.Treaty)
        && (waiver.Participant is null || waiver.Participant == finding.Participant)
        && (waiver.Event is null || finding.Events.Contains(waiver.Event))
        && (waiver.Day is null || waiver.Day == finding.Day);

    static Violation Violation(CheckContext record, Waiver waiver, string found, string expected) =>
        new(found, expected)
        {
            Treaty = waiver.Treaty,
            Participant = waiver.Participant,
            Day = waiver.Day,
            Where = record.Where.GetValueOrDefault(SeedLocations.Of(waiver)),
        };

    static string ToText(Waiver waiver) =>
        string.Join(", ", new[] { waiver.Rule, waiver.Treaty, waiver.Participant, waiver.Event, waiver.Day?.ToText() }.OfType<string>());
}
