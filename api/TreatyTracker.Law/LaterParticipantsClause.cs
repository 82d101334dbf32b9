namespace TreatyTracker.Law;

/// <summary>
/// When the treaty enters into force for a participant that consents later (VCLT 24(3)): never before the treaty's own entry into force,
/// as depositary practice has it even where the clause is silent (UNTOC 38(2)).
/// </summary>
public sealed record LaterParticipantsClause
{
    /// <summary>The article.</summary>
    public string? Article { get; init; }

    /// <summary>
    /// Why the clause is not known; <c>null</c> where it is. A stated day is then trusted, and without one VCLT 24(3) is assumed.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>From the participant's own deposit; <c>null</c> only where <see cref="Reason"/> says why.</summary>
    public Delay? Delay { get; init; }

    /// <summary>
    /// Whether the delay applies only to instruments deposited after the treaty's entry into force; earlier ones take the treaty's own day.
    /// Set only where dated evidence shows it (Montreal Protocol 16(3)).
    /// </summary>
    public bool OnlyAfterEntryIntoForce { get; init; }

    /// <summary>Whether the instrument may name a later day.</summary>
    public bool LaterDateAllowed { get; init; }
}
