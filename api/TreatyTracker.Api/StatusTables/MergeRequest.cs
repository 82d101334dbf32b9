using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>A table to compare with one treaty's record, and everything that the comparison depends on.</summary>
sealed record MergeRequest
{
    /// <summary>The treaty.</summary>
    public required Treaty Treaty { get; init; }

    /// <summary>Whether the treaty's file does not exist yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The treaty's events, as the seeds have them.</summary>
    public required IReadOnlyList<TreatyEvent> Events { get; init; }

    /// <summary>All participants by code.</summary>
    public required IReadOnlyDictionary<string, Participant> Participants { get; init; }

    /// <summary>The status of its parent treaty; <c>null</c> for a principal treaty.</summary>
    public TreatyStatus? Parent { get; init; }

    /// <summary>The table, with the rows of this treaty alone.</summary>
    public required StatusTable Table { get; init; }

    /// <summary>The day for which the table is stated.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>Id of the source that new and corrected events cite.</summary>
    public required string Source { get; init; }

    /// <summary>The instant at which the register learns of what is new.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whose row it is, on the day of its first act.</summary>
    public required Func<StatusTableRow, DateOnly, RowParticipant> Resolve { get; init; }

    /// <summary>What people decided about earlier conflicts.</summary>
    public IReadOnlyList<MergeDecision> Decisions { get; init; } = [];

    /// <summary>Whether a row in square brackets is taken for a participant that left, if nobody decided otherwise.</summary>
    public bool AcceptLeft { get; init; }
}
