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

    /// <summary>What is there and what is missing, and whose instruments, without a full stop.</summary>
    public Sentence ToSentence()
    {
        EquatableArray<ParticipantCode> without = [.. Missing.Select(code => new ParticipantCode(code))];
        return IsMet || without.Count == 0
            ? ToPhrase()
            : Sentence.Of(Wording.OutlookWithMissing, ("outlook", ToPhrase()), ("participants", without));
    }

    /// <summary>What is there and what is missing, without a full stop.</summary>
    public Sentence ToPhrase()
    {
        var condition = ("condition", (object?)Condition.ToSentence());
        return InEffectShare is { } share
            ? Sentence.Of(
                Wording.ShareOutlook,
                condition,
                ("share", share * 100),
                ("number", InEffect),
                ("missing", OutstandingShare!.Value * 100),
                ("instruments", Sentence.Instruments(Outstanding))
            )
            : Sentence.Of(Wording.NumberOutlook, condition, ("number", InEffect), ("required", Required), ("missing", Outstanding));
    }
}
