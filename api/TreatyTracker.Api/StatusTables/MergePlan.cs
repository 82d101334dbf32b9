using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>What a merge of one table into one treaty's record changes, and what it leaves to people.</summary>
sealed record MergePlan
{
    /// <summary>The treaty as it is after the merge.</summary>
    public required Treaty Treaty { get; init; }

    /// <summary>The treaty as it is before the merge.</summary>
    public required Treaty Before { get; init; }

    /// <summary>Whether the treaty's file does not exist yet.</summary>
    public required bool IsNew { get; init; }

    /// <summary>Id of the source that new and corrected events cite.</summary>
    public required string Source { get; init; }

    /// <summary>All events of the treaty after the merge.</summary>
    public required IReadOnlyList<TreatyEvent> Events { get; init; }

    /// <summary>Events that the record lacks.</summary>
    public required IReadOnlyList<TreatyEvent> New { get; init; }

    /// <summary>Events whose values change.</summary>
    public required IReadOnlyList<MergeCorrection> Corrections { get; init; }

    /// <summary>What a person must decide.</summary>
    public required IReadOnlyList<MergeConflict> Conflicts { get; init; }

    /// <summary>Decisions that were applied, or that keep the record as it is.</summary>
    public required IReadOnlyList<MergeDecision> Applied { get; init; }

    /// <summary>Acts of the table that are recorded already.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows whose name leads to no participant.</summary>
    public required IReadOnlyList<UnresolvedName> Unresolved { get; init; }

    /// <summary>Cells and rows that were not used.</summary>
    public required IReadOnlyList<UnusedCell> Unused { get; init; }

    /// <summary>Differences that change nothing, each as a sentence.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The counts on the table's day.</summary>
    public required MergeProof Proof { get; init; }

    /// <summary>What the header publishes; empty while a conflict is open.</summary>
    public required IReadOnlyList<PublishedCount> Published { get; init; }

    /// <summary>Waivers for consents that a person decided to move past their own entry into force.</summary>
    public required IReadOnlyList<Waiver> Waivers { get; init; }

    /// <summary>Whether a person must look at it: a conflict, a name that leads to nobody, or a header with other counts.</summary>
    public bool NeedsDecision =>
        Conflicts.Count > 0 || Unresolved.Count > 0 || (!Proof.Agrees && (Proof.Parties ?? Proof.Signatories) is not null);

    /// <summary>Whether the events or the treaty's own file change.</summary>
    public bool ChangesRecord => IsNew || New.Count > 0 || Corrections.Count > 0 || Treaty != Before;
}
