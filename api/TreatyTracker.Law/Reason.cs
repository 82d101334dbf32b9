namespace TreatyTracker.Law;

/// <summary>Why a participant is, or is not, in one of the named counts on a day.</summary>
/// <param name="Count">Which count.</param>
/// <param name="Counted">Whether it is in it.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="Text">The reason.</param>
/// <param name="Article">The article; <c>null</c> where none is needed or known.</param>
/// <param name="Events">The events on which it rests, in order; none where the reason is that there is none.</param>
public sealed record Reason(
    NamedCount Count,
    bool Counted,
    ReasonRule Rule,
    Sentence Text,
    string? Article,
    EquatableArray<TreatyEvent> Events
);
