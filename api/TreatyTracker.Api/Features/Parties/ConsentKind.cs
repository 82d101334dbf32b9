namespace TreatyTracker.Api.Features.Parties;

/// <summary>The ways of expressing consent to be bound (VCLT 11 to 15), as the kinds of event that do.</summary>
public enum ConsentKind
{
    /// <summary>A signature that itself expresses it.</summary>
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

    /// <summary>Simplified procedure, or what follows from another treaty.</summary>
    Participation,
}
