using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>The counts on the table's own day: what its header states, and what the law makes of the record after the merge.</summary>
/// <param name="AsAt">The table's day.</param>
/// <param name="Parties">The parties of the header; <c>null</c> where it states none.</param>
/// <param name="ComputedParties">The parties of the record.</param>
/// <param name="Signatories">The signatories of the header; <c>null</c> where it states none.</param>
/// <param name="ComputedSignatories">The signatories of the record.</param>
/// <param name="Agrees">
/// Whether the header states the parties, and everything that it states agrees. Near days that are known only as periods, any number
/// between the fewest and the most parties agrees.
/// </param>
/// <param name="Suspects">Where the figures differ: who may be the cause, each as a sentence.</param>
sealed record MergeProof(
    DateOnly AsAt,
    int? Parties,
    int ComputedParties,
    int? Signatories,
    int ComputedSignatories,
    bool Agrees,
    EquatableArray<string> Suspects
);
