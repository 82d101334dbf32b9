using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Something that the table does not say by itself. Nothing of it is recorded until a person decides.</summary>
/// <param name="Kind">Why a person must decide.</param>
/// <param name="Participant">The participant's code.</param>
/// <param name="What">
/// What the conflict is about, in words that are the same in every later edition of the table: they find its decision.
/// </param>
/// <param name="Detail">What the table and the record say about it, as a sentence.</param>
/// <param name="Choices">The decisions that it allows.</param>
/// <param name="Line">Line of the document, from 1; <c>null</c> where the document has no row.</param>
sealed record MergeConflict(
    ConflictKind Kind,
    string Participant,
    string What,
    string Detail,
    EquatableArray<DecisionWord> Choices,
    int? Line = null
)
{
    /// <summary>Why the decision that is given cannot be used; <c>null</c> where none is given.</summary>
    public string? DecisionProblem { get; init; }

    /// <summary>What is not known, for all conflicts of the kind.</summary>
    public string Question =>
        Kind switch
        {
            ConflictKind.MovedPastEffect =>
                "Was the recorded day wrong, or did it leave and come back, and the depositary wrote over its row?",
            ConflictKind.OlderTable =>
                "Is the older table right, was it corrected since, or did the participant leave after the day of the table and come back?",
            ConflictKind.AnotherDay => "Which of the two days is right?",
            ConflictKind.SecondConsent => "Did it leave and come back, or is it a second act under the same consent?",
            ConflictKind.Bracketed => "On which day did it leave, or take its signature back? The footnote has the day.",
            _ => "Did it leave or dissolve, did a successor take its place, or is the record or the table wrong?",
        };

    /// <summary>The decisions that it allows, as they are written.</summary>
    public IEnumerable<string> Words =>
        Choices.Select(c => c is DecisionWord.Left or DecisionWord.Ceased ? $"{c.WireName()} [DAY] [effect DAY]" : c.WireName());
}
