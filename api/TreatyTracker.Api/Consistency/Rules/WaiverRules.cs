using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Applies waivers to findings, and reports waivers that have no effect.</summary>
static class WaiverRules
{
    const string Group = "waivers";

    const string OneParty =
        "events/convention.csv: FRA,accession,1982-03-02\npublished-counts.csv: convention,1990-01-01,parties,2,depositary,\n";

    // The checker reports these after all other rules, because they depend on the findings.
    static readonly Rule s_unused = RuleFactory.Of(
        Group,
        "unused-waiver",
        Severity.Warning,
        finds: "A waiver that covers no finding.",
        rationale: "The finding was resolved, or the waiver never matched one. An unused waiver could hide a future finding.",
        basis: null,
        remedy: "Remove the waiver.",
        good: OneParty + "waivers.csv: published-count-mismatch,convention,,,1990-01-01,one accession is missing,depositary,",
        bad: OneParty + "waivers.csv: published-count-mismatch,convention,,,1990-01-02,one accession is missing,depositary,",
        _ => []
    );

    static readonly Rule s_expired = RuleFactory.Of(
        Group,
        "expired-waiver",
        Severity.Error,
        finds: "A waiver whose last day has passed. It no longer covers anything.",
        rationale: "The author of the waiver set the day so that the finding is reviewed by then.",
        basis: null,
        remedy: "Resolve the finding, or renew the waiver with its reason.",
        good: OneParty + "waivers.csv: published-count-mismatch,convention,,,1990-01-01,one accession is missing,depositary,2020-01-01",
        bad: OneParty + "waivers.csv: published-count-mismatch,convention,,,1990-01-01,one accession is missing,depositary,2019-12-31",
        _ => []
    );

    public static IReadOnlyList<Rule> All { get; } = [s_unused, s_expired];

    /// <summary>The findings, each with the reason given by the waiver that covers it, and findings about the waivers themselves.</summary>
    public static IEnumerable<Finding> Apply(CheckContext context, IReadOnlyList<Waiver> waivers, IReadOnlyList<Finding> found)
    {
        var valid = waivers.Where(w => !(w.Expires < context.AsOf)).ToList();
        var byRule = valid.ToLookup(w => w.Rule);
        var used = new HashSet<Waiver>();
        foreach (var finding in found)
        {
            var covering = byRule[finding.Rule].Where(w => Covers(w, finding)).ToList();
            used.UnionWith(covering);
            yield return covering.Count == 0 ? finding : finding with { Waived = covering[0].Reason };
        }
        // Seeds have no corrections: whether the waiver is needed shows in the register that imported them.
        var isSeeds = context.Where.Count > 0;
        foreach (var waiver in valid.Where(w => !used.Contains(w) && !(isSeeds && w.Rule == Waiver.OfMovedConsent)))
            yield return Violation(
                    context,
                    waiver,
                    $"The waiver for {ToText(waiver)} covers no finding.",
                    "A finding that the waiver covers."
                )
                .Of(s_unused.Id, s_unused.Severity, null, s_unused.Remedy);
        foreach (var waiver in waivers.Where(w => w.Expires < context.AsOf))
            yield return Violation(
                    context,
                    waiver,
                    $"The waiver for {ToText(waiver)} expired on {waiver.Expires!.Value.ToText()}.",
                    $"A last day on or after {context.AsOf.ToText()}."
                )
                .Of(s_expired.Id, s_expired.Severity, null, s_expired.Remedy);
    }

    static bool Covers(Waiver waiver, Finding finding) =>
        (waiver.Treaty is null || waiver.Treaty == finding.Treaty)
        && (waiver.Participant is null || waiver.Participant == finding.Participant)
        && (waiver.Event is null || finding.Events.Contains(waiver.Event))
        && (waiver.Day is null || waiver.Day == finding.Day);

    static Violation Violation(CheckContext context, Waiver waiver, string found, string expected) =>
        new(found, expected)
        {
            Treaty = waiver.Treaty,
            Participant = waiver.Participant,
            Day = waiver.Day,
            Where = context.Where.GetValueOrDefault(SeedLocations.Of(waiver)),
        };

    static string ToText(Waiver waiver) =>
        string.Join(", ", new[] { waiver.Rule, waiver.Treaty, waiver.Participant, waiver.Event, waiver.Day?.ToText() }.OfType<string>());
}
