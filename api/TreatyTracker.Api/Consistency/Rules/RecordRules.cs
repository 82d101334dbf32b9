using System.Text.RegularExpressions;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>What can be wrong with the record as a record: its format, its sources, its corrections, its age.</summary>
static partial class RecordRules
{
    const string Group = "record";

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            SeedProblem.Malformed,
            Severity.Error,
            finds: "A row or member of the seeds that breaks their format.",
            rationale: "What cannot be read is left out, and everything else is checked without it.",
            ground: null,
            remedy: "Write it as seeds/README.md says.",
            good: "events/convention.csv: FRA,accession,1982-03-02",
            bad: "events/convention.csv: FRA,accession,1982-02-30",
            r => r.Problems(SeedProblem.Malformed, "The format of the seeds.")
        ),
        RuleFactory.Of(
            Group,
            SeedProblem.UnknownTreaty,
            Severity.Error,
            finds: "An id that no treaty has.",
            rationale: "Events, counts and waivers of a treaty that is not in the record say nothing.",
            ground: null,
            remedy: "Correct the id, or add the treaty.",
            good: "events/convention.csv: FRA,accession,1982-03-02\npublished-counts.csv: convention,1990-01-01,parties,1,depositary,",
            bad: "published-counts.csv: konvention,1990-01-01,parties,1,depositary,",
            r => r.Problems(SeedProblem.UnknownTreaty, "The id of a treaty of the record.")
        ),
        RuleFactory.Of(
            Group,
            SeedProblem.UnknownSource,
            Severity.Error,
            finds: "An id that no source has.",
            rationale: "Nobody can look up where the fact comes from.",
            ground: null,
            remedy: "Correct the id, or add the source.",
            good: "events/convention.csv: FRA,accession,1982-03-02,,depositary,table,,",
            bad: "events/convention.csv: FRA,accession,1982-03-02,,depository,table,,",
            r => r.Problems(SeedProblem.UnknownSource, "An id of sources.csv.")
        ),
        RuleFactory.Of(
            Group,
            "event-without-source",
            Severity.Warning,
            finds: "An event without a source.",
            rationale: "A fact that nobody can look up is worth little.",
            ground: null,
            remedy: "Name a source.",
            good: "events/convention.csv: FRA,accession,1982-03-02,,depositary,table,,",
            bad: "events/convention.csv: FRA,accession,1982-03-02,,,table,,",
            r =>
                from x in r.Acts()
                where x.Act.Sources.Count == 0
                select r.Violation(x.Act, $"{x.Act.ToText()} names no source.", "At least one source.")
        ),
        RuleFactory.Of(
            Group,
            "unverified-event",
            Severity.Information,
            finds: "An event whose day no source at hand gives.",
            rationale: "The act is known and fits the published counts; its day may be off, and counts near it with it.",
            ground: null,
            remedy: "Find the depositary notification.",
            good: "events/convention.csv: FRA,accession,1982-03-02,,depositary,table,,",
            bad: "events/convention.csv: FRA,accession,1982-03-02,,depositary,unverified,,",
            r =>
                from x in r.Acts()
                where x.Act.Verification is Verification.Unverified
                select r.Violation(x.Act, $"{x.Act.ToText()} is unverified.", "A source that gives the day.")
        ),
        RuleFactory.Of(
            Group,
            "malformed-notification-number",
            Severity.Warning,
            finds: "A depositary notification cited by something that is not its number.",
            rationale: "Notifications are found by number: C.N.<n>.<year>.TREATIES-<chapter and number>.",
            ground: "VCLT art. 77(1)(e)",
            remedy: "Write the number as the depositary does.",
            good: "events/convention.csv: FRA,accession,1982-03-02,,depositary,table,,C.N.829.2011.TREATIES-28",
            bad: "events/convention.csv: FRA,accession,1982-03-02,,depositary,table,,C.N.829-2011",
            NotificationNumbers
        ),
        RuleFactory.Of(
            Group,
            "duplicate-event",
            Severity.Error,
            finds: "The same act under two ids.",
            rationale: "One act was recorded twice, from two sources or by a slip.",
            ground: null,
            remedy: "Remove one of the two and give the other both sources.",
            good: "events/convention.csv: FRA,accession,1982-03-02",
            bad: "events/convention.csv: FRA,accession,1982-03-02\nevents/convention.csv: FRA,accession,1982-03-02",
            Duplicates
        ),
        RuleFactory.Of(
            Group,
            SeedProblem.Correction,
            Severity.Error,
            finds: "A correction without an earlier event of the same treaty that it corrects.",
            rationale: "A correction speaks of one event, recorded before it. Seeds hold what is true and no corrections.",
            ground: null,
            remedy: "Name the event to be corrected; in seeds, change its row.",
            good: """
            events/convention.csv: FRA,accession,1982-03-02
            recorded: c1, corrects convention-FRA-accession-1982-03-02, accession, FRA, 1982-03-03
            """,
            bad: """
            events/convention.csv: FRA,accession,1982-03-02
            recorded: c1, corrects convention-FRA-accession-1982-03-20, accession, FRA, 1982-03-03
            """,
            CorrectionTargets
        ),
        RuleFactory.Of(
            Group,
            "corrected-event-counted",
            Severity.Error,
            finds: "An act held true with the very values that a correction took back.",
            rationale: "What was corrected came back, under its own id or another, and is counted beside or instead of the correction.",
            ground: null,
            remedy: "Retract the act that came back, or the correction.",
            good: """
            events/convention.csv: FRA,accession,1982-03-02
            recorded: c1, retracts convention-FRA-accession-1982-03-02
            """,
            bad: """
            events/convention.csv: FRA,accession,1982-03-02
            recorded: c1, retracts convention-FRA-accession-1982-03-02
            recorded: convention-FRA-accession-1982-03-02-2, accession, FRA, 1982-03-02
            """,
            CorrectedCounted
        ),
        RuleFactory.Of(
            Group,
            "record-stale",
            Severity.Warning,
            finds: "A treaty whose record is known to be complete only up to a day long past.",
            rationale: "Counts for a later day may lack events.",
            ground: null,
            remedy: "Hold the record against the depositary's status table and move completeThrough.",
            good: "treaties/convention.json: completeThrough = \"2019-12-31\"",
            bad: "treaties/convention.json: completeThrough = \"2017-12-31\"",
            Stale
        ),
    ];

    static IEnumerable<Violation> NotificationNumbers(CheckContext record) =>
        (
            from x in record.Acts()
            where x.Act.Note is not null
            from number in Malformed(x.Act.Note!)
            select record.Violation(x.Act, $"{x.Act.ToText()} cites '{number}'.", "C.N.<n>.<year>.TREATIES-<chapter and number>.")
        ).Concat(
            from source in record.Facts.Sources
            from number in Malformed(source.Title)
            select new Violation($"The source '{source.Id}' cites '{number}'.", "C.N.<n>.<year>.TREATIES-<chapter and number>.")
            {
                Where = record.Where.GetValueOrDefault(SeedLocations.OfSource(source.Id)),
            }
        );

    static IEnumerable<string> Malformed(string text) =>
        Cited().Matches(text).Select(m => m.Value.TrimEnd('.')).Where(n => !Number().IsMatch(n));

    static IEnumerable<Violation> Duplicates(CheckContext record) =>
        from same in record
            .Acts()
            .Select(x => x.Act)
            .Where(a =>
                a.Kind.IsSigning()
                || a.Kind.IsConsent()
                || a.Kind.IsLeaving()
                || a.Kind is EventKind.WithdrawalRevoked or EventKind.ProvisionalApplication or EventKind.Terminated
            )
            .GroupBy(a => (a.Treaty, a.Participant, a.Kind, a.Date))
        let inOrder = same.OrderBy(a => a.Id.Length).ThenBy(a => a.Id, StringComparer.Ordinal).ToList()
        from act in inOrder.Skip(1)
        select record.Violation(act, $"{act.ToText()} is recorded twice.", "One event.") with
        {
            Events = [inOrder[0].Id, act.Id],
        };

    static List<TreatyEvent> Corrections(CheckContext record) =>
        [.. record.Facts.Events.Where(e => e.Kind is EventKind.Correction && e.RecordedAt <= record.View.KnownAt)];

    static IEnumerable<Violation> CorrectionTargets(CheckContext record)
    {
        // Most records have no corrections, and an index of all events is not free.
        var corrections = Corrections(record);
        var byId = corrections.Count == 0 ? [] : record.Facts.Events.ToDictionary(e => e.Id);
        return record
            .Problems(SeedProblem.Correction, "Rows that are true.")
            .Concat(
                from correction in corrections
                where
                    correction.Corrects is null
                    || !byId.TryGetValue(correction.Corrects, out var target)
                    || target.Treaty != correction.Treaty
                    || target.RecordedAt > correction.RecordedAt
                select record.Violation(
                    correction,
                    $"The correction '{correction.Id}' corrects '{correction.Corrects}'.",
                    "An earlier event of the same treaty."
                )
            );
    }

    static IEnumerable<Violation> CorrectedCounted(CheckContext record)
    {
        var corrections = Corrections(record);
        if (corrections.Count == 0)
            return [];
        var byId = record.Facts.Events.ToDictionary(e => e.Id);
        var held = record.View.Acts.ToLookup(a => (a.Treaty, a.Participant, a.Kind, a.Date));
        var standing = record.View.Acts.ToDictionary(a => a.Id);
        return from correction in corrections
            where correction.Corrects is not null
            let target = byId.GetValueOrDefault(correction.Corrects!)
            // A correction that leaves the kind and day as they were took back neither; one that was itself retracted took back nothing.
            where target is { Kind: not EventKind.Correction }
            let now = standing.GetValueOrDefault(target.Id)
            where now is null || (now.Kind, now.Date, now.Participant) != (target.Kind, target.Date, target.Participant)
            from act in held[(target.Treaty, target.Participant, target.Kind, target.Date)]
            select record.Violation(
                act,
                $"{act.ToText()} is counted, and '{correction.Id}' took it back.",
                "The corrected values alone."
            ) with
            {
                Events = [target.Id, correction.Id, act.Id],
            };
    }

    static IEnumerable<Violation> Stale(CheckContext record) =>
        from treaty in record.Facts.Treaties
        where record.AsOf.DayNumber - treaty.CompleteThrough.DayNumber > record.StaleAfterDays
        select record.Violation(
            treaty,
            "completeThrough",
            $"The record is known to be complete through {treaty.CompleteThrough.ToText()}.",
            $"A day not more than {record.StaleAfterDays} days before {record.AsOf.ToText()}."
        ) with
        {
            Day = treaty.CompleteThrough,
        };

    [GeneratedRegex(@"\bC\.N\.[^\s,;()]*")]
    private static partial Regex Cited();

    [GeneratedRegex(@"^C\.N\.\d+\.\d{4}\.TREATIES-[\w.\-]+$")]
    private static partial Regex Number();
}
