using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>The articles that say who may join, when the treaty enters into force and how one leaves.</summary>
[SchemaName(nameof(FinalClauses))]
public sealed record KnownFinalClauses
{
    /// <summary>Signature; absent if the treaty is not open for signature.</summary>
    public SignatureClause? Signature { get; init; }

    /// <summary>Accession; absent if the treaty sets no bound in time.</summary>
    public AccessionClause? Accession { get; init; }

    /// <summary>Entry into force of the treaty.</summary>
    public required EntryIntoForceClause EntryIntoForce { get; init; }

    /// <summary>
    /// Entry into force for later participants; absent if the treaty is in force for them on the day of consent (VCLT 24(3)), and if the
    /// clause is not known.
    /// </summary>
    public LaterParticipantsClause? LaterParticipants { get; init; }

    /// <summary>Why the clause on later participants is not known; absent otherwise.</summary>
    public string? LaterParticipantsReason { get; init; }

    /// <summary>Withdrawal; absent if the treaty is silent (VCLT 56).</summary>
    public WithdrawalClause? Withdrawal { get; init; }

    /// <summary>Who may join.</summary>
    public required OpenTo OpenTo { get; init; }

    /// <summary>
    /// The treaty ends when its parties fall below this number; absent if falling below the threshold ends nothing (VCLT 55).
    /// </summary>
    public int? EndsBelow { get; init; }

    /// <summary>The article that lets the treaty end.</summary>
    public string? EndsBelowArticle { get; init; }

    /// <summary>For an amendment that binds all parties to its parent treaty once it is in force: the id of the parent.</summary>
    public string? BindsAllPartiesOf { get; init; }

    /// <summary>The article that binds all.</summary>
    public string? BindsAllPartiesOfArticle { get; init; }

    /// <summary>What the data cannot say.</summary>
    public string? Note { get; init; }

    // The contract promises the delay wherever the member is present, so that a clause of which only the reason is known stands beside it.
    internal static KnownFinalClauses Of(FinalClauses clauses) =>
        new()
        {
            Signature = clauses.Signature,
            Accession = clauses.Accession,
            EntryIntoForce = clauses.EntryIntoForce,
            LaterParticipants = clauses.LaterParticipants is { Delay: null } ? null : clauses.LaterParticipants,
            LaterParticipantsReason = clauses.LaterParticipants is { Delay: null } unknown ? unknown.Reason : null,
            Withdrawal = clauses.Withdrawal,
            OpenTo = clauses.OpenTo,
            EndsBelow = clauses.EndsBelow,
            EndsBelowArticle = clauses.EndsBelowArticle,
            BindsAllPartiesOf = clauses.BindsAllPartiesOf,
            BindsAllPartiesOfArticle = clauses.BindsAllPartiesOfArticle,
            Note = clauses.Note,
        };
}
