namespace TreatyTracker.Law;

/// <summary>The name of a list of a treaty as a value of a sentence, so that it is not taken for a text of the record.</summary>
/// <param name="Name">The name.</param>
public readonly record struct ListName(string Name);
