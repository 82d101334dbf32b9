namespace TreatyTracker.Law;

/// <summary>The articles that say who may join, when the treaty enters into force and how one leaves.</summary>
public sealed record FinalClauses
{
    /// <summary>Signature; <c>null</c> where the treaty is not open for signature.</summary>
    public SignatureClause? Signature { get; init; }

    /// <summary>Accession; <c>null</c> where the treaty sets no bound in time.</summary>
    public AccessionClause? Accession { get; init; }

    /// <summary>Entry into force of the treaty.</summary>
    public required EntryIntoForceClause EntryIntoForce { get; init; }

    /// <summary>Entry into force for later participants; <c>null</c>: on the day of consent (VCLT 24(3)).</summary>
    public LaterParticipantsClause? LaterParticipants { get; init; }

    /// <summary>Withdrawal; <c>null</c> where the treaty is silent (VCLT 56).</summary>
    public WithdrawalClause? Withdrawal { get; init; }

    /// <summary>
    /// The first day on which a notice leaves the participant no longer bound: the stated day; its receipt, where the treaty is not in
    /// force by then, since there is nothing to denounce; else the day that the clause gives. <c>null</c> where none is known: without a
    /// clause, a notice ends nothing (VCLT 56(1)).
    /// </summary>
    /// <param name="notice">The notice of withdrawal.</param>
    /// <param name="inForce">The treaty's entry into force; <c>null</c> while it has no day.</param>
    public DateOnly? EffectOf(TreatyEvent notice, DateOnly? inForce) =>
        notice.EffectiveOn is { } stated ? Days.Later(stated, notice.DatePeriod.First)
        : inForce <= notice.Date ? Withdrawal?.EffectOf(notice.Date, inForce.Value)
        : notice.Date;

    /// <summary>Who may join.</summary>
    public required OpenTo OpenTo { get; init; }

    /// <summary>
    /// The treaty ends when its parties fall below this number (Genocide Convention XV: 16); <c>null</c>: falling below the threshold ends
    /// nothing (VCLT 55).
    /// </summary>
    public int? EndsBelow { get; init; }

    /// <summary>The article that lets the treaty end.</summary>
    public string? EndsBelowArticle { get; init; }

    /// <summary>
    /// Of an amendment that binds all parties to its parent treaty once it is in force (Charter of the United Nations, article 108): the
    /// parent's id. Later parties to the parent are bound too; a notice of withdrawal received before entry into force is an opt-out.
    /// </summary>
    public string? BindsAllPartiesOf { get; init; }

    /// <summary>The article that binds all.</summary>
    public string? BindsAllPartiesOfArticle { get; init; }

    /// <summary>What the data cannot say.</summary>
    public string? Note { get; init; }
}
