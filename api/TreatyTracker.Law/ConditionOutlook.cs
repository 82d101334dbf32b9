using System.Globalization;

namespace TreatyTracker.Law;

/// <summary>How far one condition of entry into force is met on a day, and what is still missing.</summary>
/// <param name="Condition">The condition.</param>
public sealed record ConditionOutlook(EntryIntoForceCondition Condition)
{
    /// <summary>The number of instruments required; <c>null</c> where the condition is a share of weights.</summary>
    public int? Required { get; init; }

    /// <summary>The instruments in being that count towards the condition.</summary>
    public required int InEffect { get; init; }

    /// <summary>How many more instruments are needed; of a share, the fewest that can bring it.</summary>
    public required int Outstanding { get; init; }

    /// <summary>The share of the weights that is in being, from 0 to 1; <c>null</c> where the condition is no share.</summary>
    public decimal? InEffectShare { get; init; }

    /// <summary>The share that is still missing, from 0 to 1; <c>null</c> where the condition is no share.</summary>
    public decimal? OutstandingShare { get; init; }

    /// <summary>The codes of those on the condition's list that have no instrument in being; empty where it has no list.</summary>
    public EquatableArray<string> Missing { get; init; } = [];

    /// <summary>Whether the condition holds.</summary>
    public required bool IsMet { get; init; }

    /// <summary>Whether it would hold with the instruments supposed; <c>null</c> where none are.</summary>
    public bool? WouldBeMet { get; init; }

    /// <summary>What is there and what is missing, in a sentence without a full stop.</summary>
    public string ToText() =>
        $"{Condition.ToText()}: "
        + (
            InEffectShare is { } share
                ? $"{Percent(share)} held by {InEffect}, {Percent(OutstandingShare!.Value)} missing, which takes "
                    + $"{EntryIntoForceCondition.Number(Outstanding)} at least"
                : $"{InEffect} of {Required}, {Outstanding} missing"
        )
        + (IsMet || Missing.Count == 0 ? "" : $"; without an instrument: {string.Join(", ", Missing)}");

    static string Percent(decimal share) => $"{(share * 100).ToString("0.##", CultureInfo.InvariantCulture)} per cent";
}
