using System.Text.RegularExpressions;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Rules on the record itself: format, sources, corrections and age.</summary>
static partial class RecordRules
{
    const string Group = "record";

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            SeedProblem.Malformed,
            Severity.Error,
            finds: "A row or member of the seeds that does not have the required format.",
            rationale: "An unreadable row is ignored, and everything else is checked without it.",
            basis: null,
            remedy: "Use the format that seeds/README.md describes.",
            good: "events/convention.csv: FRA,accession,1982-03-02",
            bad: "events/convention.csv: FRA,accession,1982-02-30",
            r => r.Problems(SeedProblem.Malformed, "The format that seeds/README.md describes.")
        ),
        RuleFactory.Of(
            Group,
            SeedProblem.NonCanonical,
            Severity.Warning,
            finds: "A value of the seeds that is understood, but not written as the format has it: white space around it, other "
                + "letter case, "
                + "another code or a name of a participant, or columns in another order.",
            rationale: "Two forms of one value make files hard to compare and to search.",
            basis: null,
            remedy: "Write the canonical form, or let 'check --fix' write it.",
            good: "events/convention.csv: FRA,accession,1982-03-02",
            bad: "events/convention.csv: fra,accession,1982-03-02",
            r => r.Problems(SeedProblem.NonCanonical, "The canonical form; 'check --fix' writes it.")
        ),
        RuleFactory.Of(
            Group,
            SeedProblem.UnknownTreaty,
            Severity.Error,
            finds: "A treaty id that is not in the record.",
            rationale: "Events, counts and waivers of an unknown treaty have no effect.",
            basis: null,
            remedy: "Correct the id, or add the treaty.",
            good: "events/convention.csv: FRA,accession,1982-03-02\npublished-counts.csv: convention,1990-01-01,parties,1,depositary,",
            bad: "published-counts.csv: konvention,1990-01-01,parties,1,depositary,",
            r => r.Problems(SeedProblem.UnknownTreaty, "The id of a treaty of the record.")
        ),
        RuleFactory.Of(
            Group,
            SeedProblem.UnknownSource,
            Severity.Error,
            finds: "A source id that is not in the record.",
            rationale: "Without a source, no one can verify the fact.",
            basis: null,
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
            rationale: "A fact that no one can verify has little value.",
            basis: null,
            remedy: "Name a source.",
            good: "events/convention.csv: FRA,accession,1982-03-02,,depositary,table,,",
            bad: "events/convention.csv: FRA,accession,1982-03-02,,,table,,",
            r =>
                from x in r.Acts()
                where x.Act.Sources.Count == 0
                select r.Violation(x.Act, $"{x.Act.ToText()} has no source.", "At least one source.")
        ),
        RuleFactory.Of(
            Group,
            "unverified-event",
            Severity.Information,
            finds: "An event whose date is not confirmed by an available source.",
            rationale: "The act is known and fits the published counts, but its date may be wrong, and so may counts near that date.",
            basis: null,
            remedy: "Find the depositary notification.",
            good: "events/convention.csv: FRA,accession,1982-03-02,,depositary,table,,",
            bad: "events/convention.csv: FRA,accession,1982-03-02,,depositary,unverified,,",
            r =>
                from x in r.Acts()
                where x.Act.Verification is Verification.Unverified
                select r.Violation(x.Act, $"{x.Act.ToText()} is unverified.", "A source that states the date.")
        ),
        RuleFactory.Of(
            Group,
            "malformed-notification-number",
            Severity.Warning,
            finds: "A malformed number of a depositary notification.",
            rationale: "Readers find a notification by its number: C.N.<n>.<year>.TREATIES-<chapter and number>.",
            basis: "VCLT art. 77(1)(e)",
            remedy: "Write the number in the depositary's format.",
            good: "events/convention.csv: FRA,accession,1982-03-02,,depositary,table,,C.N.829.2011.TREATIES-28",
            bad: "events/convention.csv: FRA,accession,1982-03-02,,depositary,table,,C.N.829-2011",
            NotificationNumbers
        ),
        RuleFactory.Of(
            Group,
            "duplicate-event",
            Severity.Error,
            finds: "The same act under two ids.",
            rationale: "The act was recorded twice, from two sources or by mistake.",
            basis: null,
            remedy: "Remove one of the two events and give the other both sources.",
            good: "events/convention.csv: FRA,accession,1982-03-02",
            bad: "events/convention.csv: FRA,accession,1982-03-02\nevents/convention.csv: FRA,accession,1982-03-02",
            Duplicates
        ),
        RuleFactory.Of(
            Group,
            SeedProblem.Correction,
            Severity.Error,
            finds: "A correction that does not refer to an earlier event of the same treaty.",
            rationale: "A correction refers to one event that was recorded before it. Seeds contain the correct values, not corrections.",
            basis: null,
            remedy: "Name the event to correct. In seeds, change the row itself.",
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
            finds: "A counted act with the same values that a correction replaced or retracted.",
            rationale: "The corrected values were recorded again, under the same or another id, and are counted in addition to or instead "
                + "of the correction.",
            basis: null,
            remedy: "Retract the repeated act, or the correction.",
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
            finds: "A treaty whose record is known to be complete only through a date long past.",
            rationale: "Counts for a later day may miss events.",
            basis: null,
            remedy: "Compare the record with the depositary's status table and update completeThrough.",
            good: "treaties/convention.json: completeThrough = \"2019-12-31\"",
            bad: "treaties/convention.json: completeThrough = \"2017-12-31\"",
            Stale
        ),
    ];

    static IEnumerable<Violation> NotificationNumbers(CheckContext context) =>
        (
            from x in context.Acts()
            where x.Act.Note is not null
            from number in Malformed(x.Act.Note!)
            select context.Violation(x.Act, $"{x.Act.ToText()} cites '{number}'.", "C.N.<n>.<year>.TREATIES-<chapter and number>.")
        ).Concat(
            from source in context.Facts.Sources
            from number in Malformed(source.Title)
            select new Violation($"The source '{source.Id}' cites '{number}'.", "C.N.<n>.<year>.TREATIES-<chapter and number>.")
            {
                Where = context.Where.GetValueOrDefault(SeedLocations.OfSource(source.Id)),
            }
        );

    static IEnumerable<string> Malformed(string text) =>
        Cited().Matches(text).Select(m => m.Value.TrimEnd('.')).Where(n => !Number().IsMatch(n));

    static IEnumerable<Violation> Duplicates(CheckContext context) =>
        from same in context
            .Acts()
            .Select(x => x.Act)
            .Where(a =>
                a.Kind.IsSigning()
                || a.Kind.IsConsent()
                || a.Kind.IsLeaving()
                || a.Kind is EventKind.WithdrawalRevoked or EventKind.ProvisionalApplication or EventKind.Terminated
            )
            .GroupBy(a => (a.Treaty, a.Participant, a.Kind, a.DatePeriod, a.Depositary))
        let inOrder = same.OrderBy(a => a.Id.Length).ThenBy(a => a.Id, StringComparer.Ordinal).ToList()
        from act in inOrder.Skip(1)
        select context.Violation(act, $"{act.ToText()} is recorded twice.", "One event.") with
        {
            Events = [inOrder[0].Id, act.Id],
        };

    static List<TreatyEvent> Corrections(CheckContext context) =>
        [.. context.Facts.Events.Where(e => e.Kind is EventKind.Correction && e.RecordedAt <= context.View.KnownAt)];

    static IEnumerable<Violation> CorrectionTargets(CheckContext context)
    {
        // Most records have no corrections, so the index of all events is built only if needed.
        var corrections = Corrections(context);
        var byId = corrections.Count == 0 ? [] : context.Facts.Events.ToDictionary(e => e.Id);
        return context
            .Problems(SeedProblem.Correction, "Rows with correct values.")
            .Concat(
                from correction in corrections
                where
                    correction.Corrects is null
                    || !byId.TryGetValue(correction.Corrects, out var target)
                    || target.Treaty != correction.Treaty
                    || target.RecordedAt > correction.RecordedAt
                select context.Violation(
                    correction,
                    $"The correction '{correction.Id}' corrects '{correction.Corrects}'.",
                    "An earlier event of the same treaty."
                )
            );
    }

    static IEnumerable<Violation> CorrectedCounted(CheckContext context)
    {
        var corrections = Corrections(context);
        if (corrections.Count == 0)
            return [];
        var byId = context.Facts.Events.ToDictionary(e => e.Id);
        var acts = context.Acts().Select(x => x.Act).ToList();
        var held = acts.ToLookup(a => (a.Treaty, a.Participant, a.Kind, a.Date));
        var standing = acts.ToDictionary(a => a.Id);
        return from correction in corrections
            where correction.Corrects is not null
            let target = byId.GetValueOrDefault(correction.Corrects!)
            // A correction that kept kind and date did not replace them. A correction that was itself retracted replaced nothing.
            where target is { Kind: not EventKind.Correction }
            let now = standing.GetValueOrDefault(target.Id)
            where now is null || (now.Kind, now.Date, now.Participant) != (target.Kind, target.Date, target.Participant)
            from act in held[(target.Treaty, target.Participant, target.Kind, target.Date)]
            select context.Violation(
                act,
                $"{act.ToText()} is counted although '{correction.Id}' corrected it.",
                "Only the corrected values are counted."
            ) with
            {
                Events = [target.Id, correction.Id, act.Id],
            };
    }

    static IEnumerable<Violation> Stale(CheckContext context) =>
        from treaty in context.Facts.Treaties
        where context.AsOf.DayNumber - treaty.CompleteThrough.DayNumber > context.StaleAfterDays
        select context.Violation(
            treaty,
            "completeThrough",
            $"The record is known to be complete through {treaty.CompleteThrough.ToText()}.",
            $"A date at most {context.StaleAfterDays} days before {context.AsOf.ToText()}."
        ) with
        {
            Day = treaty.CompleteThrough,
        };

    [GeneratedRegex(@"\bC\.N\.[^\s,;()]*")]
    private static partial Regex Cited();

    [GeneratedRegex(@"^C\.N\.\d+\.\d{4}\.TREATIES-[\w.\-]+$")]
    private static partial Regex Number();
}
