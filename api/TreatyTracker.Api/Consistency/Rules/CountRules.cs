using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>What can be wrong with the counts that follow from the record.</summary>
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
            finds: "A published number of parties that the record does not reproduce.",
            rationale: "Published counts are the strongest test of a record: they were made by others from the same acts.",
            ground: null,
            remedy: "See the reconciliation for the interval in which both drift apart and for suspects; add or correct the event, or waive the count with a reason.",
            good: TwoParties + "\npublished-counts.csv: convention,1990-01-01,parties,2,depositary,",
            bad: TwoParties + "\npublished-counts.csv: convention,1990-01-01,parties,3,depositary,",
            r => Mismatches(r, PublishedMetric.Parties)
        ),
        RuleFactory.Of(
            Group,
            "published-signatories-mismatch",
            Severity.Error,
            finds: "A published number of signatories that the record does not reproduce.",
            rationale: "Signatories are counted once each, whether or not they later consented.",
            ground: null,
            remedy: "Look for a signature that is missing, or of another participant, or misread for a consent.",
            good: "events/convention.csv: FRA,signature,1980-02-04\npublished-counts.csv: convention,1990-01-01,signatories,1,depositary,",
            bad: "events/convention.csv: FRA,signature,1980-02-04\npublished-counts.csv: convention,1990-01-01,signatories,2,depositary,",
            r => Mismatches(r, PublishedMetric.Signatories)
        ),
        RuleFactory.Of(
            Group,
            "count-drop-without-exit",
            Severity.Error,
            finds: "A number of parties that fell although nobody left.",
            rationale: "Parties leave by withdrawal, cessation or the treaty's end. Where a count falls without one, computed from day to day or published from count to count, an act is missing or a figure is wrong.",
            ground: "VCLT art. 54-56, 70",
            remedy: "Add the act by which somebody left, or correct the figure.",
            good: TwoParties
                + "\nevents/convention.csv: DEU,withdrawal,1990-03-01\npublished-counts.csv: convention,1990-01-01,parties,2,depositary,\npublished-counts.csv: convention,1992-01-01,parties,1,depositary,",
            bad: TwoParties
                + "\npublished-counts.csv: convention,1990-01-01,parties,2,depositary,\npublished-counts.csv: convention,1992-01-01,parties,1,depositary,",
            Drops
        ),
        RuleFactory.Of(
            Group,
            "breakdown-does-not-add-up",
            Severity.Error,
            finds: "Counts of the register that contradict each other: a fault of the register and not of the data.",
            rationale: "Each breakdown adds up to the parties, and the counts over time are those that the definition gives for the day.",
            ground: null,
            remedy: "Report it: no data can cause it.",
            good: "Three parties: two UN Members and one organization.",
            bad: "Three parties, and a breakdown by kind that holds two.",
            AddingUp
        ),
    ];

    static IEnumerable<Violation> Mismatches(CheckContext record, PublishedMetric metric) =>
        from count in record.Facts.PublishedCounts
        where count.Metric == metric && count.AsOf <= record.AsOf && record.Treaties.ContainsKey(count.Treaty)
        let computed = Reconciliation.Computed(record.View.StatusOf(record.Treaties[count.Treaty]), count)
        where computed != count.Published
        select record.Violation(
            count,
            $"The record gives {computed} {metric.WireName()} on {count.AsOf.ToText()}.",
            $"{count.Published}, as published."
        );

    static IEnumerable<Violation> AddingUp(CheckContext record)
    {
        foreach (var status in record.Statuses())
        {
            Violation On(DateOnly day, string contradiction) =>
                new($"On {day.ToText()} {contradiction}.", "Counts that add up.") { Treaty = status.Treaty.Id, Day = day };
            foreach (var (day, counts) in status.Timeline.Steps)
            foreach (var contradiction in CountInvariants.Of(counts))
                yield return On(day, contradiction);
            var defined = Counts.Of(status.Participations.Select(p => status.ContributionOf(p, record.AsOf)));
            foreach (var contradiction in CountInvariants.Of(status.Timeline.On(record.AsOf), defined))
                yield return On(record.AsOf, contradiction);
        }
    }

    static IEnumerable<Violation> Drops(CheckContext record)
    {
        var published = record.Facts.PublishedCounts.Where(c => c.Metric is PublishedMetric.Parties).ToLookup(c => c.Treaty);
        foreach (var status in record.Statuses())
        {
            var exits = status
                .Participations.SelectMany(p => p.Consents)
                .Where(c => c.EndedBy is not null)
                .Select(c => c.Until!.Value)
                .ToHashSet();
            var before = 0;
            foreach (var (day, counts) in status.Timeline.Steps)
            {
                if (counts.Parties < before && !exits.Contains(day))
                    yield return new(
                        $"The parties fall from {before} to {counts.Parties} on {day.ToText()}, and nobody left.",
                        "A count that falls only when somebody leaves."
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
                    && !exits.Any(day => earlier.AsOf < day && day <= count.AsOf)
                )
                    yield return record.Violation(
                        count,
                        $"{count.Published} parties are published for {count.AsOf.ToText()} after {earlier.Published} for {earlier.AsOf.ToText()}, and nobody left.",
                        "An act by which somebody left between the two."
                    );
                earlier = count;
            }
        }
    }
}
