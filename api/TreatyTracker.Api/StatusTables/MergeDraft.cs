using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>What the comparison of one table has found so far.</summary>
sealed class MergeDraft
{
    public List<TreatyEvent> New { get; } = [];

    public List<MergeCorrection> Corrections { get; } = [];

    public List<MergeConflict> Conflicts { get; } = [];

    public List<MergeDecision> Applied { get; } = [];

    public List<UnusedCell> Unused { get; } = [];

    public List<string> Notes { get; } = [];

    public List<Waiver> Waivers { get; } = [];

    public int Unchanged { get; set; }
}
