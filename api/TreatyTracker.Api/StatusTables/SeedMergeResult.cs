using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.StatusTables;

/// <summary>What a merge of documents into seeds would do.</summary>
/// <param name="Plans">A plan for each treaty and document, in the order in which they build on each other.</param>
/// <param name="Sources">Sources that the plans cite, and the seeds lack.</param>
/// <param name="Unknown">Numbers of treaties that documents name, and the seeds lack.</param>
/// <param name="Refused">Tables that cannot be merged.</param>
sealed record SeedMergeResult(
    IReadOnlyList<MergePlan> Plans,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<RefusedTable> Refused
)
{
    /// <summary>Cells that were not used, of documents that hold the tables of several treaties: they do not say of which.</summary>
    public IReadOnlyList<(string File, UnusedCell Cell)> Unused { get; init; } = [];

    /// <summary>
    /// Ids of generated sources that give way to those of newer editions of the same table: nothing but their counts cites them.
    /// </summary>
    public IReadOnlySet<string> Superseded { get; init; } = new HashSet<string>();

    /// <summary>Whether a person must look at a plan before the record is complete.</summary>
    public bool NeedsDecision => Plans.Any(p => p.NeedsDecision);
}
