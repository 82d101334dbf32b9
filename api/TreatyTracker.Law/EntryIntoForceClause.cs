namespace TreatyTracker.Law;

/// <summary>How the treaty enters into force (VCLT 24(1)).</summary>
public sealed record EntryIntoForceClause
{
    /// <summary>The article.</summary>
    public string? Article { get; init; }

    /// <summary>Whether the day can be computed from the events; <see cref="Reason"/> says why not.</summary>
    public bool Computable => Reason is null;

    /// <summary>Why the day cannot be computed; <c>null</c> where it can be.</summary>
    public string? Reason { get; init; }

    /// <summary>The threshold: so many instruments of consent to be bound.</summary>
    public int? Instruments { get; init; }

    /// <summary>
    /// Further conditions, all of which must hold on one day: numbers among a list, shares of weights, fractions of the parties to another
    /// treaty. Empty where <see cref="Instruments"/> is the only one.
    /// </summary>
    public EquatableArray<EntryIntoForceCondition> Conditions { get; init; } = [];

    /// <summary>From the deposit of the instrument that reaches the threshold to entry into force.</summary>
    public Delay? Delay { get; init; }

    /// <summary>Whether an organization's instrument counts towards the threshold.</summary>
    public bool CountsRegionalOrganizations { get; init; }

    /// <summary>A day before which the treaty cannot enter into force (Kigali Amendment: 2019-01-01).</summary>
    public DateOnly? NotEarlierThan { get; init; }

    /// <summary>The id of a treaty before whose entry into force this one cannot enter into force.</summary>
    public string? NotBefore { get; init; }
}
