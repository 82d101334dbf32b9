using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Imports facts into the register as a diff: new rows become events, changed rows corrections, and missing rows retractions if that is
/// asked for.
/// </summary>
public static class Import
{
    /// <summary>Compares facts with what the register holds.</summary>
    /// <param name="held">Everything ever recorded.</param>
    /// <param name="facts">What the register is to hold true.</param>
    /// <param name="now">
    /// The instant of recording. In an empty register, events keep the instants that the facts give. Later events were not known before
    /// now, whatever a file says: an answer for an earlier <c>knownAt</c> never changes.
    /// </param>
    /// <param name="options">How far it reaches; <see cref="ImportOptions.Mirror"/> when nothing is given.</param>
    /// <param name="log">The recordings of the register; none when nothing is given.</param>
    /// <exception cref="DatabaseException">
    /// The facts lack a treaty that the register holds and that must not stay, or the parent of one that they have; or the register holds
    /// an event of the future.
    /// </exception>
    public static ImportPlan Plan(Facts held, Facts facts, DateTimeOffset now, ImportOptions? options = null, RecordingLog? log = null)
    {
        var scope = options ?? ImportOptions.Mirror;
        var imported = facts.Treaties.Select(t => t.Id).Where(scope.Includes).ToHashSet();
        var recordings = log ?? RecordingLog.None;
        facts = scope.Completed(held, facts);
        if (!scope.Retract)
            facts = WithRecordedWaivers(held, facts, recordings);
        if (held.Treaties.FirstOrDefault(h => !facts.Treaties.Any(t => t.Id == h.Id)) is { } missing)
            throw new DatabaseException(
                $"The register holds the treaty '{missing.Id}', which these seeds lack. "
                    + "A register never drops a treaty: add its files again, or start a new database."
            );
        if (facts.Treaties.FirstOrDefault(t => t.Parent is { } p && !facts.Treaties.Any(other => other.Id == p)) is { } orphan)
            throw new DatabaseException(
                $"The treaty '{orphan.Id}' belongs to '{orphan.Parent}', which the register lacks. Import both: --treaty {orphan.Parent} "
                    + $"--treaty {orphan.Id}."
            );

        var taken = held.Events.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var first = held.Events.Count == 0 && recordings.Newest is null;
        var recordedAt = Recordings.NextInstant(recordings, now);
        if (!first && held.Events.Count > 0 && held.Events.Max(e => e.RecordedAt) is var latest && recordedAt <= latest)
            recordedAt = latest.AddMilliseconds(1);

        var acts = Keyed(History.KnownAt(held.Events, DateTimeOffset.MaxValue).Where(a => imported.Contains(a.Treaty)));
        var wanted = Keyed(facts.Events);
        var events = new List<TreatyEvent>();

        TreatyEvent Correction(TreatyEvent target, TreatyEvent? right)
        {
            var id = EventIds.Free($"{target.Id}-correction", taken.Contains);
            taken.Add(id);
            return (right ?? target) with
            {
                Id = id,
                Treaty = target.Treaty,
                Kind = EventKind.Correction,
                Corrects = target.Id,
                CorrectedKind = right?.Kind,
                RecordedAt = recordedAt,
            };
        }

        var vanished = acts.Where(a => !wanted.ContainsKey(a.Key)).Select(a => a.Value).ToList();
        var arrived = wanted.Where(w => !acts.ContainsKey(w.Key)).Select(w => w.Value).Order(TreatyEvent.HistoricalOrder).ToList();
        foreach (var (key, want) in wanted)
            if (acts.TryGetValue(key, out var act) && !SameValues(act, want))
                events.Add(Correction(act, want));

        // A row whose day or kind was changed is missing under its old key and new under another one: the nearest match is the same act,
        // corrected.
        foreach (var want in arrived)
        {
            var act = vanished.Find(v => IsSameAct(v, want) && v.Kind == want.Kind) ?? vanished.Find(v => IsSameAct(v, want));
            if (act is not null)
            {
                vanished.Remove(act);
                events.Add(Correction(act, want));
            }
            else
            {
                var id = EventIds.Free(EventIds.Of(want.Treaty, want.Participant, want.Kind, want.Date), taken.Contains);
                taken.Add(id);
                events.Add(want with { Id = id, RecordedAt = first ? Recordings.Milliseconds(want.RecordedAt) : recordedAt });
            }
        }
        if (scope.Retract)
            events.AddRange(vanished.Select(v => Correction(v, null)));
        return new(
            facts,
            [.. events.OrderBy(e => e.RecordedAt).ThenBy(e => e.Corrects is not null).ThenBy(e => e.Id, StringComparer.Ordinal)],
            !SameReferenceData(held, facts)
        )
        {
            // The same for every register that is filled from the same seeds.
            RecordedAt = first
                ? facts
                    .Treaties.Select(t => t.RecordedAt)
                    .Concat(events.Select(e => e.RecordedAt))
                    .Select(Recordings.Milliseconds)
                    .DefaultIfEmpty(recordedAt)
                    .Max()
                : recordedAt,
            Kept = scope.Retract ? [] : [.. vanished.Select(v => v.Id).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Plans and records in one transaction, so that two writers never build on the same past.</summary>
    /// <returns>What was recorded.</returns>
    /// <exception cref="DatabaseException">The facts contradict what the register holds; nothing was written.</exception>
    public static ImportPlan Run(Database database, Facts facts, DateTimeOffset now) =>
        Run(database, facts, () => now, ImportOptions.Mirror, (_, _) => { });

    /// <summary>
    /// Plans and records at the instant at which the register can be written: whoever was answered while the import waited for another
    /// writer was answered from before it.
    /// </summary>
    /// <inheritdoc cref="Run(Database, Facts, DateTimeOffset)"/>
    /// <param name="database">The register.</param>
    /// <param name="facts">What is imported.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="options">How far it reaches.</param>
    /// <param name="check">Refuses a plan, given what the register holds, by an exception.</param>
    public static ImportPlan Run(
        Database database,
        Facts facts,
        TimeProvider clock,
        ImportOptions options,
        Action<Facts, ImportPlan> check
    ) => Run(database, facts, clock.GetUtcNow, options, check);

    static ImportPlan Run(Database database, Facts facts, Func<DateTimeOffset> now, ImportOptions options, Action<Facts, ImportPlan> check)
    {
        return Recordings
            .Write(
                database,
                Recordings.ByImport,
                null,
                held =>
                {
                    var plan = Plan(held.Facts, facts, now(), options, held.Log);
                    check(held.Facts, plan);
                    return plan;
                }
            )
            .Plan;
    }

    /// <summary>
    /// The facts with the waivers that the register has and that no import brought: seeds written before they were recorded lack them, and
    /// must not take them away.
    /// </summary>
    static Facts WithRecordedWaivers(Facts held, Facts facts, RecordingLog recordings)
    {
        var recorded = held
            .Waivers.Where(w =>
                recordings.RecordedBy(ReferenceData.EntryOf(w)) is not (null or Recordings.ByImport or Recordings.ByRestore)
            )
            .ToList();
        return recorded.Count == 0 ? facts : facts with { Waivers = Waiver.Union(facts.Waivers, recorded) };
    }

    static Dictionary<(string Natural, int Number), TreatyEvent> Keyed(IEnumerable<TreatyEvent> acts) =>
        acts.GroupBy(a => EventIds.Of(a.Treaty, a.Participant, a.Kind, a.Date))
            .SelectMany(g => g.OrderBy(a => a.Id, StringComparer.Ordinal).Select((a, i) => (Key: (g.Key, i + 1), Act: a)))
            .ToDictionary(x => x.Key, x => x.Act);

    static bool SameValues(TreatyEvent a, TreatyEvent b) =>
        a.DatePeriod == b.DatePeriod
        && a.EffectOnly == b.EffectOnly
        && a.EffectiveOn == b.EffectiveOn
        && a.Depositary == b.Depositary
        && a.Counterpart == b.Counterpart
        && a.OpposesEntryIntoForce == b.OpposesEntryIntoForce
        && a.Verification == b.Verification
        && a.Sources == b.Sources
        && a.Note == b.Note;

    static bool IsSameAct(TreatyEvent a, TreatyEvent b) =>
        a.Treaty == b.Treaty && a.Participant == b.Participant && (a.Kind == b.Kind || (a.Kind.IsConsent() && b.Kind.IsConsent()));

    static bool SameReferenceData(Facts a, Facts b) =>
        a.Sources.SequenceEqual(b.Sources)
        && a.PublishedCounts.SequenceEqual(b.PublishedCounts)
        && a.Waivers.SequenceEqual(b.Waivers)
        && a.Participants.SequenceEqual(b.Participants)
        && a.Treaties.Select(TreatyText).SequenceEqual(b.Treaties.Select(TreatyText))
        && a.Treaties.Select(t => t.Lists).SequenceEqual(b.Treaties.Select(t => t.Lists));

    static string TreatyText(Treaty treaty) => System.Text.Json.JsonSerializer.Serialize(treaty, Json.Column);
}
