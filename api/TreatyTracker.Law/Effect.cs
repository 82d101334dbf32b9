namespace TreatyTracker.Law;

/// <summary>When the treaty enters into force for a participant, by which rule and article.</summary>
/// <param name="On">The day, inclusive.</param>
/// <param name="Rule">The rule that gave it.</param>
/// <param name="Article">The article; <c>null</c> where the record names none.</param>
public sealed record Effect(DateOnly On, EffectRule Rule, string? Article)
{
    /// <summary>
    /// The first possible day, inclusive, where the day is computed from a date known only as a period; else <c>null</c>.
    /// </summary>
    public DateOnly? Earliest { get; init; }
}
