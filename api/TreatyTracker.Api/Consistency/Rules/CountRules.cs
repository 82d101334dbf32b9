using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Rules on the counts computed from the record.</summary>
static class CountRules
{
    const string Group = "counts";

    const string TwoParties = """
        events/convention.csv: FRA,accession,1982-03-02
        events/convention.csv: DEU,accession,1982-04-01
        """;

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            "published-count-mismatch",
            Severity.Error,
            finds: "A published number of parties that differs from the computed number.",
            rationale: "Published counts are the strongest test of the record: others counted the same acts independently.",
            basis: null,
            remedy: "Look at the reconciliation: it shows the interval in which the figures diverge and the events that may be the cause. "
                + "Add or correct the event, or waive the finding with a reason.",
            good: TwoParties + "\npublished-counts.csv: convention,1990-01-01,parties,2,depositary,",
            bad: TwoParties + "\npublished-counts.csv: convention,1990-01-01,parties,3,depositary,",
            r => Mismatches(r, PublishedMetric.Parties)
        ),
        RuleFactory.Of(
            Group,
            "published-signatories-mismatch",
            Severity.Error,
            finds: "A published number of signatories that differs from the computed number.",
            rationale: "Each signatory counts once, whether or not it later consented.",
            basis: null,
            remedy: "Look for a signature that is missing, recorded for the wrong participant, or recorded as a consent.",
            good: "events/convention.csv: FRA,signature,1980-02-04\npublished-counts.csv: convention,1990-01-01,signatories,1,depositary,",
            bad: "events/convention.csv: FRA,signature,1980-02-04\npublished-counts.csv: convention,1990-01-01,signatories,2,depositary,",
            r => Mismatches(r, PublishedMetric.Signatories)
        ),
        RuleFactory.Of(
            Group,
            "count-drop-without-exit",
            Severity.Error,
            finds: "A number of parties that falls although no participant left.",
            rationale: "Parties leave by withdrawal, by cessation, or when the treaty ends. If a computed or published number falls "
                + "without such an act, an act is missing or a figure is wrong.",
            basis: "VCLT art. 54-56, 70",
            remedy: "Add the act by which a participant left, or correct the figure.",
            good: TwoParties
                + "\nevents/convention.csv: DEU,withdrawal,1990-03-01"
                + "\npublished-counts.csv: convention,1990-01-01,parties,2,depositary,"
                + "\npublished-counts.csv: convention,1992-01-01,parties,1,depositary,",
            bad: TwoParties
                + "\npublished-counts.csv: convention,1990-01-01,parties,2,depositary,"
                + "\npublished-counts.csv: convention,1992-01-01,parties,1,depositary,",
            Drops
        ),
        RuleFactory.Of(
            Group,
            "breakdown-does-not-add-up",
            Severity.Error,
            finds: "Computed counts that contradict each other. This is a bug in the register, not an error in the data.",
            rationale: "Each breakdown must add up to the number of parties, and the counts over time must equal the counts computed by "
                + "definition for the day.",
            basis: null,
            remedy: "Report the bug: no data can cause this finding.",
            good: "Three parties: two UN Members and one organization.",
            bad: "Three parties, but a breakdown by kind that adds up to two.",
            AddingUp
        ),
    ];

    static IEnumerable<Violation> Mismatches(CheckContext context, PublishedMetric metric) =>
        from count in context.Facts.PublishedCounts
        where count.Metric == metric && count.AsOf <= context.AsOf && context.Treaties.ContainsKey(count.Treaty)
        let computed = Reconciliation.Computed(context.View.StatusOf(context.Treaties[count.Treaty]), count)
        where !Reconciliation.Agrees(context.View.StatusOf(context.Treaties[count.Treaty]), count)
        select context.Violation(
            count,
            $"The register computes {computed} {metric.WireName()} on {count.AsOf.ToText()}.",
            $"{count.Published}, as published."
        );

    static IEnumerable<Violation> AddingUp(CheckContext context)
    {
        foreach (var status in context.Statuses())
        {
            Violation On(DateOnly day, string contradiction) =>
                new($"On {day.ToText()}, {contradiction}.", "Counts that add up.") { Treaty = status.Treaty.Id, Day = day };
            foreach (var (day, counts) in status.Timeline.Steps)
            foreach (var contradiction in CountInvariants.Of(counts))
                yield return On(day, contradiction);
            var defined = Counts.Of(status.Participations.Select(p => status.ContributionOf(p, context.AsOf)));
            foreach (var contradiction in CountInvariants.Of(status.Timeline.On(context.AsOf), defined))
                yield return On(context.AsOf, contradiction);
        }
    }

    static IEnumerable<Violation> Drops(CheckContext context)
    {
        var published = context.Facts.PublishedCounts.Where(c => c.Metric is PublishedMetric.Parties).ToLookup(c => c.Treaty);
        foreach (var status in context.Statuses())
        {
            var exits = status
                .Participations.SelectMany(p => p.Consents)
                .Where(c => c.EndedBy is not null)
                .Select(c => (First: c.EarliestUntil!.Value, Last: c.Until!.Value))
                .ToHashSet();
            var before = 0;
            foreach (var (day, counts) in status.Timeline.Steps)
            {
                if (counts.Parties < before && !exits.Any(e => e.Last == day))
                    yield return new(
                        $"The number of parties falls from {before} to {counts.Parties} on {day.ToText()}, but no participant left.",
                        "A number that falls only when a participant leaves."
                    )
                    {
                        Treaty = status.Treaty.Id,
                        Day = day,
                    };
                before = counts.Parties;
            }
            PublishedCount? earlier = null;
            foreach (var count in published[status.Treaty.Id].OrderBy(c => c.AsOf).ThenBy(c => c.Source, StringComparer.Ordinal))
            {
                if (
                    earlier is not null
                    && earlier.AsOf < count.AsOf
                    && count.Published < earlier.Published
                    && !exits.Any(e => earlier.AsOf < e.Last && e.First <= count.AsOf)
                )
                    yield return context.Violation(
                        count,
                        $"The published number of parties falls from {earlier.Published} on {earlier.AsOf.ToText()} "
                            + $"to {count.Published} on {count.AsOf.ToText()}, but no participant left.",
                        "An act by which a participant left between these days."
                    );
                earlier = count;
            }
        }
    }
}
