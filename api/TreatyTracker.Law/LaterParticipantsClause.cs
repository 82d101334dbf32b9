namespace TreatyTracker.Law;

/// <summary>
/// When the treaty enters into force for a participant that consents later (VCLT 24(3)): never before the treaty's own entry into force,
/// as depositary practice has it even where the clause is silent (UNTOC 38(2)).
/// </summary>
public sealed record LaterParticipantsClause
{
    /// <summary>The article.</summary>
    public string? Article { get; init; }

    /// <summary>From the participant's own deposit.</summary>
    public required Delay Delay { get; init; }

    /// <summary>Whether the instrument may name a later day.</summary>
    public bool LaterDateAllowed { get; init; }
}
