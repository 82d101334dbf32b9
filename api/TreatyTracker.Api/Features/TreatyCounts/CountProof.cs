using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The sum that proves one figure.</summary>
/// <param name="Count">The count, by its JSON name.</param>
/// <param name="Figure">The figure, as in the counts of the treaty.</param>
/// <param name="Counted">The number of counted participants by rule. The numbers add up to the figure.</param>
/// <param name="NotCounted">The number of other participants by rule.</param>
public sealed record CountProof(
    NamedCount Count,
    int Figure,
    [property: Words(typeof(ReasonRule))] IReadOnlyDictionary<string, int> Counted,
    [property: Words(typeof(ReasonRule))] IReadOnlyDictionary<string, int> NotCounted
);
