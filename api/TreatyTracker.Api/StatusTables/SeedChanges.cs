using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>
/// The files of a seeds directory that plans change, in an order in which each file can be written while those after it are still old: the
/// directory is valid, and says nothing untrue, after every one of them.
/// </summary>
static class SeedChanges
{
    /// <summary>The files with their new text; <c>null</c> deletes one. None that stays as it is.</summary>
    /// <param name="facts">The seeds as read.</param>
    /// <param name="plans">The plans; of several for one treaty, each builds on the one before it.</param>
    /// <param name="sources">Sources that the plans cite, and the seeds lack.</param>
    /// <param name="decisions">The rows of each treaty's decisions file as read.</param>
    /// <param name="superseded">Sources that go, with the counts that cite them.</param>
    public static IReadOnlyList<(string Path, string? Text)> Of(
        Facts facts,
        IReadOnlyList<MergePlan> plans,
        IReadOnlyList<Source> sources,
        IReadOnlyDictionary<string, IReadOnlyList<MergeDecision>> decisions,
        IReadOnlySet<string> superseded
    )
    {
        facts = facts with { PublishedCounts = [.. facts.PublishedCounts.Where(c => !superseded.Contains(c.Source))] };
        var byTreaty = plans.GroupBy(p => p.Treaty.Id).Select(g => (Id: g.Key, First: g.First(), Last: g.Last(), All: g.ToList())).ToList();
        var touched = byTreaty.Select(t => t.Id).ToHashSet();
        // The last header of a source and day counts: it may correct an earlier one.
        var published = plans
            .SelectMany(p => p.Published)
            .GroupBy(c => (c.Treaty, c.AsOf, c.Metric, c.Source))
            .ToDictionary(g => g.Key, g => g.Last());
        var counts = facts
            .PublishedCounts.Select(c =>
                published.Remove((c.Treaty, c.AsOf, c.Metric, c.Source), out var newer) ? c with { Published = newer.Published } : c
            )
            .ToList();
        counts.AddRange(published.Values);
        var waivers = plans.SelectMany(p => p.Waivers).Distinct().Except(facts.Waivers);
        var before = SeedWriter.Write(
            facts with
            {
                Treaties = [.. facts.Treaties.Where(t => touched.Contains(t.Id))],
                Events = [.. facts.Events.Where(e => touched.Contains(e.Treaty))],
            }
        );
        var after = SeedWriter.Write(
            facts with
            {
                Treaties = [.. byTreaty.Select(t => t.Last.Treaty)],
                Events = [.. byTreaty.SelectMany(t => t.Last.Events)],
                Sources = [.. facts.Sources.Concat(sources).OrderBy(s => s.Id, StringComparer.Ordinal)],
                PublishedCounts = PublishedCount.InOrder(counts),
                Waivers = Waiver.InOrder(facts.Waivers.Concat(waivers)),
            }
        );
        var changes = new List<(string Path, string? Text)>();
        Change(SeedFormat.Sources);
        // A new treaty starts as a file that claims nothing to be complete; its events follow.
        foreach (var (id, first, _, _) in byTreaty.Where(t => t.First.IsNew))
            changes.Add((SeedFormat.Treaty(id), Text(first.Before)));
        foreach (var treaty in byTreaty)
            Change(SeedFormat.Events(treaty.Id));
        Change(SeedFormat.PublishedCounts);
        Change(SeedFormat.Waivers);
        foreach (var (id, _, _, _) in byTreaty.Where(t => !t.First.IsNew || t.Last.Treaty != t.First.Before))
            Change(SeedFormat.Treaty(id));
        foreach (var (id, _, _, all) in byTreaty)
        {
            var rows = decisions.GetValueOrDefault(id) ?? [];
            var text = DecisionsFile.Write(rows, [.. all.SelectMany(p => p.Conflicts).DistinctBy(c => (c.Participant, c.What))]);
            if (text != DecisionsFile.Write(rows, [.. rows.Where(r => r.Text.Length == 0).Select(Unanswered)]))
                changes.Add((SeedFormat.Decisions(id), text));
        }
        // Last, when no file cites them any more.
        if (superseded.Count > 0)
        {
            var left = facts.Sources.Concat(sources).Where(s => !superseded.Contains(s.Id)).OrderBy(s => s.Id, StringComparer.Ordinal);
            changes.Add((SeedFormat.Sources, SeedWriter.Write(Facts.None with { Sources = [.. left] })[SeedFormat.Sources]));
        }
        return changes;

        void Change(string path)
        {
            if (after.TryGetValue(path, out var text) && text != before.GetValueOrDefault(path))
                changes.Add((path, text));
        }

        string Text(Treaty treaty) => SeedWriter.Write(Facts.None with { Treaties = [treaty] })[SeedFormat.Treaty(treaty.Id)];
    }

    /// <summary>
    /// Writes the files, each atomically. A kill between two of them leaves a valid directory; the same merge then goes on.
    /// </summary>
    public static void Write(string directory, IEnumerable<(string Path, string? Text)> changes)
    {
        foreach (var (path, text) in changes)
        {
            var target = Path.Combine(directory, path);
            if (text is null)
                File.Delete(target);
            else
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                AtomicFile.Write(target, text);
            }
        }
    }

    static MergeConflict Unanswered(MergeDecision row) => new(default, row.Participant, row.What, "", []);
}
