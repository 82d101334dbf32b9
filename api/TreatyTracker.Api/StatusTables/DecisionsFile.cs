using TreatyTracker.Api.Seeds;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Reads and writes <c>decisions/&lt;treaty&gt;.csv</c>: conflicts, and what people decided about them.</summary>
static class DecisionsFile
{
    /// <summary>The rows of a treaty's file; none where it has no file.</summary>
    /// <param name="directory">The seeds directory.</param>
    /// <param name="treaty">The treaty's id.</param>
    /// <param name="sources">Ids of all sources.</param>
    /// <param name="problems">Where a problem goes.</param>
    public static IReadOnlyList<MergeDecision> Read(
        string directory,
        string treaty,
        IReadOnlySet<string> sources,
        List<SeedProblem> problems
    )
    {
        var file = SeedFormat.Decisions(treaty);
        if (!File.Exists(Path.Combine(directory, file)))
            return [];
        var decisions = new List<MergeDecision>();
        foreach (var row in SeedRow.ReadFile(directory, file, SeedFormat.DecisionColumns, problems))
        {
            var decision = new MergeDecision(
                row.Required("participant"),
                row.Required("what"),
                row["decision"].Trim(),
                row.Text("source"),
                row.Place.Line
            );
            row.MustBeKnown("source", decision.Source ?? "", sources, $"an id in {SeedFormat.Sources}", SeedProblem.UnknownSource);
            if (decision.Text.Length == 0 && decision.Source is not null)
                row.Problem("decision is empty, and source is not");
            if (row.Sound)
                decisions.Add(decision);
        }
        return decisions;
    }

    /// <summary>
    /// The file after a merge: what people decided stays, because later editions of the table raise the same conflict again; a conflict
    /// that is open gets a row to fill in; an empty row whose conflict is gone goes too. <c>null</c> where nothing is left to say.
    /// </summary>
    public static string? Write(IReadOnlyList<MergeDecision> before, IReadOnlyList<MergeConflict> open)
    {
        var rows = before
            .Where(d => d.Text.Length > 0)
            .Concat(
                open.Where(c => !before.Any(d => d.Text.Length > 0 && d.Participant == c.Participant && d.What == c.What))
                    .Select(c => new MergeDecision(c.Participant, c.What, "", null, 0))
            )
            .OrderBy(d => d.Participant, StringComparer.Ordinal)
            .ThenBy(d => d.What, StringComparer.Ordinal)
            .ToList();
        return rows.Count == 0 ? null : SeedWriter.Csv(SeedFormat.DecisionColumns, rows, d => [d.Participant, d.What, d.Text, d.Source]);
    }
}
