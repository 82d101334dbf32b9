namespace TreatyTracker.Law;

/// <summary>What is still wanting, on a day, for a treaty to enter into force, and when it would if that came.</summary>
public sealed record EntryIntoForceOutlook
{
    /// <summary>The threshold; <c>null</c> where the clause is not computable.</summary>
    public int? Instruments { get; init; }

    /// <summary>Countable instruments in being on the day.</summary>
    public required int InEffect { get; init; }

    /// <summary>Instruments still wanting on the day; <c>null</c> where the clause is not computable.</summary>
    public int? Outstanding { get; init; }

    /// <summary>The day of the deposit supposed.</summary>
    public required DateOnly DepositedOn { get; init; }

    /// <summary>
    /// Entry into force if the wanting instruments were deposited on <see cref="DepositedOn"/>; <c>null</c> where none are wanting, where
    /// the
    /// clause is not computable, or while another treaty that it waits for has no day.
    /// </summary>
    public DateOnly? WouldEnterIntoForceOn { get; init; }

    /// <summary>The outlook of a treaty.</summary>
    /// <param name="status">The treaty's status; only consents deposited on or before <paramref name="asOf"/> are looked at.</param>
    /// <param name="asOf">The day from which one looks ahead.</param>
    /// <param name="depositedOn">The day of the deposit supposed, on or after <paramref name="asOf"/>.</param>
    public static EntryIntoForceOutlook Of(TreatyStatus status, DateOnly asOf, DateOnly depositedOn)
    {
        var clause = status.Treaty.FinalClauses.EntryIntoForce;
        var inBeing = status.Timeline.On(asOf).CountedForEntryIntoForce;
        if (!clause.Computable || clause.Instruments is not { } threshold || clause.Delay is not { } delay)
            return new() { InEffect = inBeing, DepositedOn = depositedOn };

        // Once in force, whatever came after (VCLT 55), or ended: nothing more is wanting.
        var settled = status.EntryIntoForce.On <= asOf || status.TerminatedOn <= asOf;
        var wanting = settled ? 0 : Math.Max(0, threshold - inBeing);
        var after = delay.After(depositedOn);
        DateOnly? would =
            wanting == 0 ? null
            : clause.NotBefore is null ? after
            : status.Parent?.EntryIntoForce.On is { } parent ? (parent > after ? parent : after)
            : null;
        return new()
        {
            Instruments = threshold,
            InEffect = inBeing,
            Outstanding = wanting,
            DepositedOn = depositedOn,
            WouldEnterIntoForceOn = would,
        };
    }
}
