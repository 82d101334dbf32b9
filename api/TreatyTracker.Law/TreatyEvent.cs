namespace TreatyTracker.Law;

/// <summary>One treaty action, in the past tense: a signature, a deposit, a notification. Never changed once recorded.</summary>
public sealed record TreatyEvent
{
    /// <summary>Stable and readable: <c>untoc-PRK-accession-2016-06-17</c>, with <c>-2</c> for a second on one day.</summary>
    public required string Id { get; init; }

    /// <summary>The treaty's id.</summary>
    public required string Treaty { get; init; }

    /// <summary>The participant's code; empty only where the act is of the treaty itself (<see cref="EventKind.Terminated"/>).</summary>
    public required string Participant { get; init; }

    /// <summary>What was done.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>
    /// Day of signature, or of deposit or receipt. A whole calendar day, without time zone. Where the day is known only as a period, the
    /// last day of the period; where only the effect is known, the day of effect.
    /// </summary>
    public required DateOnly Date { get; init; }

    /// <summary>
    /// First possible day, inclusive, of a date known only as a period that ends on <see cref="Date"/>; else <c>null</c>.
    /// </summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>Whether only the effect is known: <see cref="Date"/> then repeats <see cref="EffectiveOn"/>.</summary>
    public bool EffectOnly { get; init; }

    /// <summary>The days on which the act may have been done: one day where it is known.</summary>
    public DayPeriod DatePeriod => new(Earliest ?? Date, Date);

    /// <summary>How exactly the day of the act is known.</summary>
    public DateKnown DateKnown =>
        EffectOnly ? DateKnown.EffectOnly
        : Earliest is null ? DateKnown.Day
        : DateKnown.Period;

    /// <summary>
    /// Day of legal effect, given only where it differs from what the final clauses give. Inclusive for what begins
    /// (bound from that day on); for what ends, the first day on which the participant is no longer bound.
    /// </summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>
    /// Day of effect of an act that no final clause delays: the one stated, else that of the act itself. In- or exclusive as <see
    /// cref="EffectiveOn"/> is.
    /// </summary>
    public DateOnly UndelayedEffect => EffectiveOn ?? Date;

    /// <summary>
    /// The place of deposit, where a treaty has several depositaries; <c>null</c> where it has one. A second deposit of the same consent
    /// elsewhere is part of the same consent; the earliest counts.
    /// </summary>
    public string? Depositary { get; init; }

    /// <summary>
    /// The code of the participant towards which the act is done: of an objection, the one objected to; of a declaration that accepts an
    /// accession, the one that acceded. <c>null</c> where the act has no counterpart.
    /// </summary>
    public string? Counterpart { get; init; }

    /// <summary>Of an objection to a reservation: whether it opposes entry into force between the two (VCLT 20(4)(b)).</summary>
    public bool OpposesEntryIntoForce { get; init; }

    /// <summary>The instant, in UTC, at which the register learned of the event.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>How well <see cref="Date"/> is known.</summary>
    public required Verification Verification { get; init; }

    /// <summary>Ids of the sources, in the order given; empty where none is at hand.</summary>
    public EquatableArray<string> Sources { get; init; } = [];

    /// <summary>A remark of the record; <c>null</c> for none.</summary>
    public string? Note { get; init; }

    /// <summary>Of a <see cref="EventKind.Correction"/>: the id of the event that it supersedes or retracts.</summary>
    public string? Corrects { get; init; }

    /// <summary>Of a <see cref="EventKind.Correction"/>: the kind that the corrected event really is; <c>null</c> retracts it.</summary>
    public EventKind? CorrectedKind { get; init; }

    /// <summary>Of an act that follows from another's whose day is known only as a period: the first possible day of its effect.</summary>
    internal DateOnly? EarliestEffectiveOn { get; init; }

    /// <summary>The act as if done on the first possible day.</summary>
    internal TreatyEvent OnFirstDay() =>
        this with
        {
            Date = DatePeriod.First,
            Earliest = null,
            EffectiveOn = EarliestEffectiveOn ?? EffectiveOn,
        };

    /// <summary>
    /// The one order in which a history is told: by day; on one day signing before consent before leaving; then by id.
    /// It does not depend on the order of recording.
    /// </summary>
    public static Comparer<TreatyEvent> HistoricalOrder { get; } =
        Comparer<TreatyEvent>.Create(
            (a, b) =>
                a.Date != b.Date ? a.Date.CompareTo(b.Date)
                : a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind)
                : string.CompareOrdinal(a.Id, b.Id)
        );
}
