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

    /// <summary>Its own notices of withdrawal, in order, with what each came to.</summary>
    public EquatableArray<Notice> Notices { get; init; } = [];

    /// <summary>The stretches for which it declared provisional application (VCLT 25), whether or not it was a party meanwhile.</summary>
    public EquatableArray<DayRange> ProvisionalApplication { get; init; } = [];

    /// <summary>The stretches in which the operation of the treaty is suspended for it (VCLT 57, 58, 72).</summary>
    public EquatableArray<DayRange> Suspensions { get; init; } = [];

    /// <summary>The stretches in which an amendment binds it as a party to the parent treaty, with or without its own consent.</summary>
    public EquatableArray<DayRange> BoundByAmendment { get; init; } = [];

    /// <summary>
    /// The cessation with which a former State is no more, and no signatory either: what it signed is its successors' to take over. A State
    /// that lives on keeps its signature when it ceases to be a party.
    /// </summary>
    public TreatyEvent? Ceased { get; init; }

    /// <summary>The end of the treaty itself, if it ended.</summary>
    public TreatyEvent? Terminated { get; init; }

    /// <summary>
    /// The participation after one more act. Acts that the law does not permit (a second consent while bound, a withdrawal without one)
    /// change nothing: they are findings of the consistency rules, kept in the record.
    /// </summary>
    /// <param name="act">The next act in the order of effect: its own, the parent treaty's notice, or the treaty's end.</param>
    /// <param name="fold">The treaty's clauses and its entry into force.</param>
    internal Participation Apply(TreatyEvent act, TreatyFold fold) =>
        act.Kind switch
        {
            EventKind.DefinitiveSignature => Sign(act).Consent(act, fold),
            EventKind.Signature or EventKind.SuccessionToSignature => Sign(act),
            _ when act.Kind.IsConsent() => Consent(act, fold),
            EventKind.Withdrawal => Leave(act, fold),
            EventKind.ConsentWithdrawn => End(act),
            EventKind.Cessation when Participant.Kind is ParticipantKind.FormerState => End(act) with { Ceased = Ceased ?? act },
            EventKind.Cessation => End(act),
            EventKind.Terminated => End(act) with { Terminated = act },
            EventKind.Suspension => this with { Suspensions = Opened(Suspensions, act) },
            EventKind.SuspensionEnded => this with { Suspensions = Closed(Suspensions, act) },
            EventKind.ProvisionalApplication => this with { ProvisionalApplication = Opened(ProvisionalApplication, act) },
            EventKind.ProvisionalApplicationEnded => this with { ProvisionalApplication = Closed(ProvisionalApplication, act) },
            _ => this,
        };

    /// <summary>Whether consent to be bound is in being on the day, by date of deposit: counted in <c>parties</c>.</summary>
    public ConsentPeriod? ConsentInEffect(DateOnly day) => Consents.FirstOrDefault(c => c.InEffect(day));

    /// <summary>Whether the treaty is in force for the participant on the day (VCLT 2(1)(g)).</summary>
    public bool IsInForce(DateOnly day) => InForce.Any(r => r.Contains(day));

    /// <summary>The stretches in which it is a party in force, by its consents or by an amendment that binds all.</summary>
    public IEnumerable<DayRange> InForce => Consents.SelectMany(c => c.InForce).Concat(BoundByAmendment);

    /// <summary>Whether it signed on or before the day, and is still there.</summary>
    public bool HasSigned(DateOnly day) => Signature is { } signature && signature.Date <= day && !(CeasedOn <= day);

    /// <summary>Whether it applies the treaty provisionally on the day (VCLT 25): not once it has become a party in force.</summary>
    public bool AppliesProvisionally(DateOnly day) =>
        !(CeasedOn <= day)
        && !(TerminatedOn <= day)
        && ProvisionalApplication.Any(r => r.Contains(day) && !InForce.Any(f => f.From <= day && !(f.Until <= r.From)));

    /// <summary>Whether it is a party in force for which the operation of the treaty is suspended on the day.</summary>
    public bool IsSuspended(DateOnly day) => IsInForce(day) && Suspensions.Any(r => r.Contains(day));

    /// <summary>
    /// The end of its consent that is announced on the day and has no effect yet: a notice of withdrawal, with the day of its effect where
    /// that is known, or another end still to come; <c>null</c> where there is none.
    /// </summary>
    public Notice? PendingOn(DateOnly day)
    {
        // The last: consent given while a withdrawal was pending outlasts the one that ends.
        if (Consents.LastOrDefault(c => c.InEffect(day)) is not { } consent)
            return null;
        return consent.EndedBy is { } end && end.Date <= day
            ? new(end, NoticeOutcome.TakesEffect, consent.Until)
            : Notices.LastOrDefault(n =>
                n.Outcome is NoticeOutcome.EffectNotKnown or NoticeOutcome.Contested && consent.From <= n.Event.Date && n.Event.Date <= day
            );
    }

    internal DateOnly? CeasedOn => Ceased?.UndelayedEffect;

    DateOnly? TerminatedOn => Terminated?.UndelayedEffect;

    /// <summary>
    /// The consent that ended last by the day, if the participant is a former party on it: it was a party in force, left by its own act or
    /// by cessation, is not bound by other means (an amendment that binds all) and is no dissolved State. The end of the treaty makes no
    /// former parties.
    /// </summary>
    public ConsentPeriod? LeftBy(DateOnly day) =>
        !(CeasedOn <= day)
        && ConsentInEffect(day) is null
        && !IsInForce(day)
        && Consents.LastOrDefault(c => c.Until <= day) is { } ended
        && ended.EndedBy!.Kind is not EventKind.Terminated
        && WasInForceBy(day)
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
        DateOnly?[] single = [Signature?.Date, CeasedOn, TerminatedOn];
        var consents = Consents.SelectMany(c => new[] { c.EarliestFrom, c.From, c.EarliestUntil, c.Until, c.Effect?.On });
        var ranges = InForce.Concat(ProvisionalApplication).SelectMany(r => new[] { r.From, r.Until });
        return new SortedSet<DateOnly>([.. Participant.KindChanges(), .. single.Concat(consents).Concat(ranges).OfType<DateOnly>()]);
    }

    internal bool WasInForceBy(DateOnly day) => InForce.Any(r => r.From <= day);

    Participation Sign(TreatyEvent act) => Signature is null ? this with { Signature = act } : this;

    // Consent on top of a pending withdrawal opens a second period, so that no gap arises; on top of plain consent it is void, or a second
    // deposit of the same consent with another depositary.
    Participation Consent(TreatyEvent act, TreatyFold fold) =>
        Consents is [.., { Until: null }]
            ? this
            : this with
            {
                Consents = [.. Consents, new ConsentPeriod(act) { Effect = fold.EffectOf(act, Participant) }],
            };

    Participation Leave(TreatyEvent notice, TreatyFold fold)
    {
        var effect = fold.Clauses.EffectOf(notice, fold.Entry.On);
        var outcome =
            !Consents.Any(c => c.Outlasts(notice.Date)) ? NoticeOutcome.NothingToEnd
            : fold.IsTooEarly(notice, Consents[^1]) ? NoticeOutcome.TooEarly
            : effect is not null ? NoticeOutcome.TakesEffect
            : fold.Clauses.Withdrawal is null ? NoticeOutcome.Contested
            : NoticeOutcome.EffectNotKnown;
        var noted = WithNotice(notice, outcome, outcome is NoticeOutcome.TakesEffect ? effect : null);
        return outcome is NoticeOutcome.TakesEffect
            ? noted.End(notice, effect!.Value, fold.Clauses.EffectOf(notice.OnFirstDay(), fold.Entry.On))
            : noted;
    }

    internal Participation WithNotice(TreatyEvent notice, NoticeOutcome outcome, DateOnly? effect) =>
        notice.Treaty == Treaty ? this with { Notices = [.. Notices, new(notice, outcome, effect)] } : this;

    Participation End(TreatyEvent act) => End(act, act.UndelayedEffect, act.OnFirstDay().UndelayedEffect);

    // Every period that would outlast the day: the one in being, and one whose own end is still to come when a second overlaps it.
    Participation End(TreatyEvent act, DateOnly until, DateOnly? earliest) =>
        this with
        {
            Consents =
            [
                .. Consents.Select(c =>
                    until >= c.From && c.Outlasts(until) ? c with { Until = until, EarliestUntil = earliest ?? until, EndedBy = act } : c
                ),
            ],
        };

    // What is declared anew begins anew: a State that was a party meanwhile may apply the treaty provisionally again.
    static EquatableArray<DayRange> Opened(EquatableArray<DayRange> ranges, TreatyEvent act) =>
        [.. Closed(ranges, act), new(act.UndelayedEffect, null)];

    static EquatableArray<DayRange> Closed(EquatableArray<DayRange> ranges, TreatyEvent act) =>
        ranges.Count > 0 && ranges[^1].Until is null
            ? [.. ranges.SkipLast(1), new(ranges[^1].From, Days.Later(ranges[^1].From, act.UndelayedEffect))]
            : ranges;
}
