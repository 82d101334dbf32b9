namespace TreatyTracker.Law;

/// <summary>What is outstanding, on a day, for a treaty to enter into force, and when it would if that were deposited.</summary>
public sealed record EntryIntoForceOutlook
{
    /// <summary>
    /// The plain number of instruments that the clause asks for; <c>null</c> where it asks for none or is not computable.
    /// </summary>
    public int? Instruments { get; init; }

    /// <summary>Countable instruments in being on the day.</summary>
    public required int InEffect { get; init; }

    /// <summary>
    /// The fewest instruments with which all conditions could be met, outstanding on the day; <c>null</c> where the clause is not
    /// computable.
    /// </summary>
    public int? Outstanding { get; init; }

    /// <summary>Each condition, with what it still needs; empty where the clause is not computable.</summary>
    public EquatableArray<ConditionOutlook> Conditions { get; init; } = [];

    /// <summary>The day of the deposit supposed.</summary>
    public required DateOnly DepositedOn { get; init; }

    /// <summary>
    /// Entry into force if the outstanding instruments, or those supposed, were deposited on <see cref="DepositedOn"/>; <c>null</c> where
    /// none are outstanding, where those supposed are not enough, where the clause is not computable, or while another treaty that it waits
    /// for has no day.
    /// </summary>
    public DateOnly? WouldEnterIntoForceOn { get; init; }

    /// <summary>The outlook of a treaty.</summary>
    /// <param name="status">The treaty's status; only consents deposited on or before <paramref name="asOf"/> are looked at.</param>
    /// <param name="asOf">The day from which one looks ahead.</param>
    /// <param name="depositedOn">The day of the deposit supposed, on or after <paramref name="asOf"/>.</param>
    /// <param name="depositors">Whose instruments are supposed; none: all that are outstanding.</param>
    public static EntryIntoForceOutlook Of(
        TreatyStatus status,
        DateOnly asOf,
        DateOnly depositedOn,
        params IReadOnlyCollection<Participant> depositors
    )
    {
        var threshold = status.Threshold;
        var counted = status
            .Participations.Where(p => p.ConsentInEffect(asOf) is not null && threshold.Counts(p.Participant, asOf))
            .Select(p => p.Participant)
            .ToList();
        if (threshold.NotComputable is not null)
            return new() { InEffect = counted.Count, DepositedOn = depositedOn };

        var supposed = counted.Concat(depositors.Where(p => threshold.Counts(p, depositedOn))).DistinctBy(p => p.Code).ToList();
        ConditionOutlook[] conditions =
        [
            .. threshold.Conditions.Select(c =>
                threshold.Progress(c, counted, asOf) with
                {
                    WouldBeMet = depositors.Count == 0 ? null : threshold.Progress(c, supposed, depositedOn).IsMet,
                }
            ),
        ];
        // Once in force, whatever came after (VCLT 55), or ended: nothing more is outstanding.
        var settled = status.EntryIntoForce.On <= asOf || status.TerminatedOn <= asOf;
        var outstanding = settled ? 0 : conditions.Max(c => c.Outstanding);
        return new()
        {
            Instruments = status.Treaty.FinalClauses.EntryIntoForce.Instruments,
            InEffect = counted.Count,
            Outstanding = outstanding,
            Conditions = [.. conditions],
            DepositedOn = depositedOn,
            WouldEnterIntoForceOn =
                outstanding == 0 || conditions.Any(c => c.WouldBeMet is false) ? null : threshold.EntryAfter(depositedOn),
        };
    }
}
