namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The sum that proves one figure.</summary>
/// <param name="Count">Which count, by its JSON name.</param>
/// <param name="Figure">The figure that the counts answer gives.</param>
/// <param name="Counted">How many participants are counted below, by rule; they add up to the figure.</param>
/// <param name="NotCounted">How many are not, by rule.</param>
public sealed record CountProof(
    string Count,
    int Figure,
    IReadOnlyDictionary<string, int> Counted,
    IReadOnlyDictionary<string, int> NotCounted
);
