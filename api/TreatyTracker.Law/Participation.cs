namespace TreatyTracker.Law;

/// <summary>One participant's whole history under one treaty: the fold of its events.</summary>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="Participant">Who.</param>
public sealed record Participation(string Treaty, Participant Participant)
{
    /// <summary>Its events, in historical order.</summary>
    public EquatableArray<TreatyEvent> Events { get; init; } = [];

    /// <summary>The first signature; <c>null</c> when it never signed.</summary>
    public TreatyEvent? Signature { get; init; }

    /// <summary>Its consents to be bound, in order. Nearly always one; two for a State that left and came back.</summary>
    public EquatableArray<ConsentPeriod> Consents { get; init; } = [];

    /// <summary>
    /// The cessation with which a former State is no more, and no signatory either: what it signed is its successors' to take over. A State
    /// that lives on keeps its signature when it ceases to be a party.
    /// </summary>
    public TreatyEvent? Ceased { get; init; }

    /// <summary>The end of the treaty itself, if it ended.</summary>
    public TreatyEvent? Terminated { get; init; }

    /// <summary>
    /// The participation after one more act. Acts that the law does not permit (a second consent while bound, a withdrawal without one)
    /// change nothing: they are findings of the consistency rules, kept in the record. A notice that was revoked in time is not applied.
    /// </summary>
    /// <param name="act">The next act in historical order: its own, the parent treaty's notice, or the treaty's end.</param>
    /// <param name="withdrawal">The clause by which a notice has its effect.</param>
    public Participation Apply(TreatyEvent act, WithdrawalClause withdrawal) =>
        act.Kind switch
        {
            EventKind.DefinitiveSignature => Sign(act).Consent(act),
            EventKind.Signature or EventKind.SuccessionToSignature => Sign(act),
            _ when act.Kind.IsConsent() => Consent(act),
            EventKind.Withdrawal => End(act, withdrawal.EffectOf(act)),
            EventKind.ConsentWithdrawn => End(act, act.UndelayedEffect),
            EventKind.Cessation => End(act, act.UndelayedEffect) with
            {
                Ceased = Ceased ?? (Participant.Kind is ParticipantKind.FormerState ? act : null),
            },
            EventKind.Terminated => End(act, act.UndelayedEffect) with { Terminated = act },
            _ => this,
        };

    /// <summary>Whether consent to be bound is in being on the day, by date of deposit: counted in <c>parties</c>.</summary>
    public ConsentPeriod? ConsentInEffect(DateOnly day) => Consents.FirstOrDefault(c => c.InEffect(day));

    /// <summary>Whether the treaty is in force for the participant on the day (VCLT 2(1)(g)).</summary>
    public bool IsInForce(DateOnly day) => Consents.Any(c => c.InForce.Any(r => r.Contains(day)));

    /// <summary>Whether it signed on or before the day, and is still there.</summary>
    public bool HasSigned(DateOnly day) => Signature is { } signature && signature.Date <= day && !(CeasedOn <= day);

    internal DateOnly? CeasedOn => Ceased?.UndelayedEffect;

    /// <summary>
    /// The consent that ended last by the day, if the participant is a former party on it: it was a party and left. A participant that
    /// took its consent back is a bare signatory again and not a former party.
    /// </summary>
    public ConsentPeriod? LeftBy(DateOnly day) =>
        ConsentInEffect(day) is null
        && Consents.LastOrDefault(c => c.Until <= day) is { EndedBy.Kind: not EventKind.ConsentWithdrawn } ended
            ? ended
            : null;

    /// <summary>The standing on a day.</summary>
    public Standing StandingOn(DateOnly day) =>
        IsInForce(day) ? Standing.PartyInForce
        : ConsentInEffect(day) is not null ? Standing.Contracting
        : LeftBy(day) is not null ? Standing.FormerParty
        : HasSigned(day) ? Standing.Signatory
        : Standing.None;

    /// <summary>Every day on which the standing or a count can change, in order.</summary>
    public IEnumerable<DateOnly> ChangeDays()
    {
        var days = new SortedSet<DateOnly>(Participant.KindChanges());
        if (Signature is not null)
            days.Add(Signature.Date);
        if (CeasedOn is { } ceased)
            days.Add(ceased);
        foreach (var consent in Consents)
        {
            days.Add(consent.From);
            if (consent.Until is { } end)
                days.Add(end);
            foreach (var range in consent.InForce)
            {
                days.Add(range.From);
                if (range.Until is { } until)
                    days.Add(until);
            }
        }
        return days;
    }

    ConsentPeriod? Latest => Consents.Count == 0 ? null : Consents[^1];

    Participation Sign(TreatyEvent act) => Signature is null ? this with { Signature = act } : this;

    // Consent on top of a pending withdrawal opens a second period, so that no gap arises; on top of plain consent it is void.
    Participation Consent(TreatyEvent act) =>
        Latest is { Until: null } ? this : this with { Consents = [.. Consents, new ConsentPeriod(act)] };

    // Every period that would outlast the day: the one in being, and one whose own end is still to come when a second overlaps it.
    Participation End(TreatyEvent act, DateOnly until) =>
        this with
        {
            Consents =
            [
                .. Consents.Select(c =>
                    until >= c.From && (c.Until is null || until < c.Until) ? c with { Until = until, EndedBy = act } : c
                ),
            ],
        };
}
