namespace TreatyTracker.Law;

/// <summary>
/// A condition of entry into force, one of: so many <see cref="Instruments"/>, optionally <see cref="Among"/> a list; a <see cref="Share"/>
/// <see cref="Of"/> the weights of a list; a <see cref="Fraction"/> of the parties to another treaty.
/// </summary>
public sealed record EntryIntoForceCondition
{
    /// <summary><see cref="PartiesOn"/>: the parties are counted anew on the day of each deposit.</summary>
    public const string EachDeposit = "eachDeposit";

    /// <summary><see cref="PartiesOn"/>: the parties are those of the day on which the treaty was adopted.</summary>
    public const string Adoption = "adoption";

    /// <summary>So many instruments.</summary>
    public int? Instruments { get; init; }

    /// <summary>The list on which a participant must stand for its instrument to count; <c>null</c>: all count.</summary>
    public string? Among { get; init; }

    /// <summary>At least this share, from 0 to 1, of the sum of the list's weights (Paris Agreement: 0.55).</summary>
    public decimal? Share { get; init; }

    /// <summary>The list whose weights are meant.</summary>
    public string? Of { get; init; }

    /// <summary>At least this fraction, such as <c>2/3</c>, of the parties to another treaty, rounded up. Only they count.</summary>
    public string? Fraction { get; init; }

    /// <summary>The id of that treaty, which must be the parent.</summary>
    public string? OfPartiesTo { get; init; }

    /// <summary>On which day the other treaty's parties are counted: <see cref="EachDeposit"/> or <see cref="Adoption"/>.</summary>
    public string? PartiesOn { get; init; }

    /// <summary>The condition in words.</summary>
    public Sentence ToSentence() =>
        this switch
        {
            { Share: { } share } => Sentence.Of(Wording.ShareOfList, ("share", share * 100), ("list", new ListName(Of!))),
            { Fraction: { } fraction } => Sentence.Of(Wording.FractionOfParties, ("fraction", fraction), ("treaty", OfPartiesTo)),
            { Among: { } list } => Sentence.Of(
                Wording.InstrumentsAmong,
                ("instruments", Sentence.Instruments(Instruments.GetValueOrDefault())),
                ("list", new ListName(list))
            ),
            _ => Sentence.Instruments(Instruments.GetValueOrDefault()),
        };
}
