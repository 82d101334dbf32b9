namespace TreatyTracker.Law;

/// <summary>A treaty's entry into force: what was published, what the final clauses give, and which of both stands.</summary>
public sealed record EntryIntoForce
{
    /// <summary>
    /// The day that stands: the published one where there is one, else the computed one; <c>null</c> while there is neither.
    /// </summary>
    public DateOnly? On => Published ?? Computed;

    /// <summary>The depositary's day.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The day that the clause gives from the events: the check of the published one.</summary>
    public DateOnly? Computed { get; init; }

    /// <summary>
    /// The first possible computed day, where instruments have days known only as periods; <c>null</c> where it is the same.
    /// </summary>
    public DateOnly? ComputedEarliest { get; init; }

    /// <summary>The instrument that reached the threshold; <c>null</c> while none did.</summary>
    public ThresholdInstrument? Reached { get; init; }

    /// <summary>Why the clause gives no day that can be computed; <c>null</c> where it can be.</summary>
    public string? NotComputable { get; init; }

    /// <summary>Whether both days are known and the same.</summary>
    public bool Agrees => Published is { } published && published == Computed;

    /// <summary>The entry into force of a treaty whose final clauses or parent are other than recorded: the participations stay.</summary>
    public static EntryIntoForce Of(Treaty treaty, IEnumerable<Participation> participations, TreatyStatus? parent) =>
        new Threshold(treaty, parent).Reach([.. participations]);
}
