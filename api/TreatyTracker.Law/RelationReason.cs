namespace TreatyTracker.Law;

/// <summary>A reason why a treaty is, or is not, in force between two participants.</summary>
/// <param name="Rule">By which rule.</param>
/// <param name="Text">The reason.</param>
/// <param name="Article">The article; <c>null</c> where none is needed or known.</param>
/// <param name="Events">The events on which it rests; none where the reason is that there is none.</param>
/// <param name="Because">The rule by which one of them is no party in force; <c>null</c> where the reason is another.</param>
public sealed record RelationReason(
    RelationRule Rule,
    Sentence Text,
    string? Article,
    EquatableArray<TreatyEvent> Events,
    ReasonRule? Because = null
);
