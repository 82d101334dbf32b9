namespace TreatyTracker.Law;

/// <summary>How the day on which a treaty enters into force for a participant was found.</summary>
public enum EffectRule
{
    /// <summary>The instrument is among those that brought the treaty into force: the treaty's own day (VCLT 24(1)).</summary>
    WithTheTreaty,
    /// <summary>The participant's own deposit plus the clause's delay, the treaty being in force by then (VCLT 24(3)).</summary>
    OwnDeposit,
    /// <summary>Own deposit plus delay would fall before the treaty's own entry into force: the later of both.</summary>
    NotBeforeTreaty,
    /// <summary>The event names its day of effect: a succession from independence, a later day in the instrument.</summary>
    Stated,
    /// <summary>The event names a day before the treaty's own entry into force: the later of both.</summary>
    StatedNotBeforeTreaty,
}

/// <summary>When the treaty enters into force for a participant, by which rule and article.</summary>
/// <param name="On">The day, inclusive.</param>
/// <param name="Rule">The rule that gave it.</param>
/// <param name="Article">The article; <c>null</c> where the record names none.</param>
public sealed record Effect(DateOnly On, EffectRule Rule, string? Article);

/// <summary>One stretch during which a participant's consent to be bound was in being.</summary>
/// <param name="Consent">The event that expressed it.</param>
public sealed record ConsentPeriod(TreatyEvent Consent)
{
    /// <summary>First day, inclusive: that of deposit.</summary>
    public DateOnly From => Consent.Date;

    /// <summary>The first day on which it is no longer in being, exclusive; <c>null</c> while none is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The event that ends it: an act of the participant, the parent treaty's withdrawal, or the treaty's termination.</summary>
    public TreatyEvent? EndedBy { get; init; }

    /// <summary>When the treaty enters into force for the participant under this consent; <c>null</c> while the treaty itself has no day.</summary>
    public Effect? Effect { get; init; }

    /// <summary>
    /// The stretches in which the participant is a party in force (VCLT 2(1)(g)): from effect to end, less any time in which a parent
    /// treaty's condition is not met.
    /// </summary>
    public EquatableArray<DayRange> InForce { get; init; } = [];

    /// <summary>Whether the consent is in being on the day, by date of deposit.</summary>
    public bool InBeing(DateOnly day) => new DayRange(From, Until).Contains(day);
}

/// <summary>The standing of a participant under a treaty on a day.</summary>
public enum Standing
{
    /// <summary>Nothing that gives a standing on the day: nothing done yet, or only the signature of a State that is no more.</summary>
    None,
    /// <summary>Signed, no consent to be bound in being, and never a party.</summary>
    Signatory,
    /// <summary>Consent in being; the treaty is not in force for it.</summary>
    Contracting,
    /// <summary>The treaty is in force for it.</summary>
    PartyInForce,
    /// <summary>Was a party and left.</summary>
    FormerParty,
}

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
    public Participation Apply(TreatyEvent act, WithdrawalClause withdrawal) => act.Kind switch
    {
        EventKind.DefinitiveSignature => Sign(act).Consent(act),
        EventKind.Signature or EventKind.SuccessionToSignature => Sign(act),
        _ when act.Kind.IsConsent() => Consent(act),
        EventKind.Withdrawal => End(act, withdrawal.EffectOf(act)),
        EventKind.ConsentWithdrawn => End(act, act.UndelayedEffect),
        EventKind.Cessation => End(act, act.UndelayedEffect) with { Ceased = Ceased ?? (Participant.Kind is ParticipantKind.FormerState ? act : null) },
        EventKind.Terminated => End(act, act.UndelayedEffect) with { Terminated = act },
        _ => this,
    };

    /// <summary>Whether consent to be bound is in being on the day, by date of deposit: counted in <c>parties</c>.</summary>
    public ConsentPeriod? ConsentInBeing(DateOnly day) => Consents.FirstOrDefault(c => c.InBeing(day));

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
        ConsentInBeing(day) is null && Consents.LastOrDefault(c => c.Until <= day) is { EndedBy.Kind: not EventKind.ConsentWithdrawn } ended ? ended : null;

    /// <summary>The standing on a day.</summary>
    public Standing StandingOn(DateOnly day) =>
        IsInForce(day) ? Standing.PartyInForce
        : ConsentInBeing(day) is not null ? Standing.Contracting
        : LeftBy(day) is not null ? Standing.FormerParty
        : HasSigned(day) ? Standing.Signatory
        : Standing.None;

    /// <summary>Every day on which the standing or a count can change, in order.</summary>
    public IEnumerable<DateOnly> ChangeDays()
    {
        var days = new SortedSet<DateOnly>(Participant.KindChanges());
        if (Signature is not null) days.Add(Signature.Date);
        if (CeasedOn is { } ceased) days.Add(ceased);
        foreach (var consent in Consents)
        {
            days.Add(consent.From);
            if (consent.Until is { } end) days.Add(end);
            foreach (var range in consent.InForce)
            {
                days.Add(range.From);
                if (range.Until is { } until) days.Add(until);
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
    Participation End(TreatyEvent act, DateOnly until) => this with
    {
        Consents = [.. Consents.Select(c => until >= c.From && (c.Until is null || until < c.Until) ? c with { Until = until, EndedBy = act } : c)],
    };
}
