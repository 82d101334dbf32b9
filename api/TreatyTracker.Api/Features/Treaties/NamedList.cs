using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A list of participants, with or without weights, to which the final clauses refer.</summary>
public sealed record NamedList
{
    /// <summary>The name, unique within the treaty.</summary>
    public required string Name { get; init; }

    /// <summary>The codes of the participants on the list.</summary>
    public required IReadOnlyList<string> Participants { get; init; }

    /// <summary>The weight of each participant, in the order of <c>participants</c>; absent if the list has none.</summary>
    public IReadOnlyList<decimal>? Weights { get; init; }

    internal static NamedList Of(IGrouping<string, ListEntry> list) =>
        new()
        {
            Name = list.Key,
            Participants = [.. list.Select(e => e.Participant)],
            Weights = list.All(e => e.Weight is not null) ? [.. list.Select(e => e.Weight!.Value)] : null,
        };
}
