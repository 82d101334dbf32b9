namespace TreatyTracker.Api.Features.Parties;

/// <summary>The ways of expressing consent to be bound (VCLT art. 11 to 15).</summary>
public enum ConsentKind
{
    /// <summary>A signature that itself expresses consent to be bound.</summary>
    DefinitiveSignature,

    /// <summary>Ratification.</summary>
    Ratification,

    /// <summary>Acceptance.</summary>
    Acceptance,

    /// <summary>Approval.</summary>
    Approval,

    /// <summary>Accession.</summary>
    Accession,

    /// <summary>Succession.</summary>
    Succession,

    /// <summary>Formal confirmation.</summary>
    FormalConfirmation,

    /// <summary>A simplified procedure, or participation that follows from another treaty.</summary>
    Participation,
}
