namespace TreatyTracker.Law;

/// <summary>
/// Folds the acts of a treaty's participants, given what they all depend on: the final clauses, the parent treaty's status, the treaty's
/// own entry into force and its end.
/// </summary>
sealed record TreatyFold(Treaty Treaty, TreatyStatus? Parent, EntryIntoForce Entry, TreatyEvent? Terminated)
{
    public FinalClauses Clauses => Treaty.FinalClauses;

    /// <summary>The first day on which the treaty is no longer in force, exclusive end; <c>null</c> while it lives.</summary>
    public DateOnly? TerminatedOn => Terminated?.UndelayedEffect;

    /// <summary>Whether the treaty ended because its parties fell below the number that its clause names.</summary>
    public bool FellBelow { get; init; }

    /// <summary>The participations that follow from all acts.</summary>
    public List<Participation> Of(ILookup<string, TreatyEvent> acts, IReadOnlyDictionary<string, Participant> participants)
    {
        var folded = acts.Select(history => Fold(participants[history.Key], history)).ToList();
        folded = [.. folded.Select(p => LeaveWithMembers(p, folded))];
        return [.. BindAll([.. folded.Select(p => p with { Consents = [.. p.Consents.Select(WithForce)] })])];
    }

    Participation Fold(Participant participant, IEnumerable<TreatyEvent> history)
    {
        var own = history.Order(TreatyEvent.HistoricalOrder).ToList();
        // A revoked notice never had effect (VCLT 68), whatever came between; a revocation on or after the day of effect comes too late.
        var revoked = own.Where(
                (act, at) =>
                    act.Kind is EventKind.Withdrawal
                    && own.Skip(at).Any(r => r.Kind is EventKind.WithdrawalRevoked && !(Clauses.EffectOf(act, Entry.On) <= r.Date))
            )
            .ToHashSet();
        var days = own.Concat(Entailed(participant))
            // The treaty ends on the day of effect, which need not be that of the act: until then States may join and leave.
            .Where(act => !(TerminatedOn <= act.Date))
            // What the parent's notice entails comes with its effect, not with its receipt: it takes along a consent deposited in between.
            .GroupBy(act => act.Treaty == Treaty.Id ? act.Date : act.UndelayedEffect)
            .OrderBy(day => day.Key);
        var participation = new Participation(Treaty.Id, participant) { Events = [.. own] };
        foreach (var day in days)
        foreach (var act in InOrderOfEffect(day, participation))
            participation = revoked.Contains(act)
                ? participation.WithNotice(act, NoticeOutcome.Revoked, null)
                : participation.Apply(act, this);
        return Terminated is null ? participation : participation.Apply(Terminated, this);
    }

    // On one day, what ends a consent deposited earlier comes before a new consent: a State may denounce and accede anew on the same day,
    // or replace its instrument. Where there is no earlier consent, the one of the day comes first and is ended.
    static IEnumerable<TreatyEvent> InOrderOfEffect(IGrouping<DateOnly, TreatyEvent> day, Participation before)
    {
        var bound = before.Consents.Any(c => c.Outlasts(day.Key));
        return day.OrderBy(act => act.Kind.IsLeaving() != bound).ThenBy(act => act.Kind).ThenBy(act => act.Id, StringComparer.Ordinal);
    }

    // Denouncing the parent denounces the protocol where the clause says so (UNTOC 40(3)): the parent's notice, with the day on which
    // it took effect there, is an act of this history too. One revoked there ended no period and is not among them.
    IEnumerable<TreatyEvent> Entailed(Participant participant) =>
        Parent?.Treaty.FinalClauses.Withdrawal is { EntailsProtocols: true }
            ? (Parent.Of(participant.Code)?.Consents ?? [])
                .Where(c => c.EndedBy is { Kind: EventKind.Withdrawal })
                .Select(c => c.EndedBy! with { EffectiveOn = c.Until, EarliestEffectiveOn = c.EarliestUntil })
            : [];

    /// <summary>Whether the clause does not permit a notice yet. The depositary's word on its effect comes first.</summary>
    public bool IsTooEarly(TreatyEvent notice, ConsentPeriod consent) =>
        notice.EffectiveOn is null && Entry.On <= notice.Date && notice.Date < NoticePermittedFrom(consent);

    /// <summary>
    /// The first day on which a notice may be given; <c>null</c> where the clause sets none. The treaty must be in force.
    /// </summary>
    public DateOnly? NoticePermittedFrom(ConsentPeriod consent) =>
        Clauses.Withdrawal?.NotWithin is { } lockIn
            ? lockIn.After(lockIn.From is LockInStart.Treaty ? Entry.On!.Value : consent.Effect!.On)
            : null;

    /// <summary>An organization ceases to be a party when all its members have left, where the clause says so (UNTOC 40(2)).</summary>
    Participation LeaveWithMembers(Participation organization, List<Participation> all)
    {
        if (Clauses.Withdrawal is not { OrganizationsLeaveWithMembers: true } || organization.Participant.Members.Count == 0)
            return organization;
        var members = organization.Participant.Members;
        var bound = all.Where(p => members.Any(m => m.Member == p.Participant.Code)).ToList();
        // More than once, where members returned: the organization may have joined or come back in between.
        // A State that was no member any more when it left is none of those by whose leaving the organization leaves.
        var cessations = bound
            .SelectMany(p => p.Consents)
            .Where(c =>
                c.EndedBy is { Kind: EventKind.Withdrawal } && members.Any(m => m.Member == c.Consent.Participant && m.On(c.Until!.Value))
            )
            .Where(c =>
                !bound.Any(p =>
                    p.ConsentInEffect(c.Until!.Value) is not null && members.Any(m => m.Member == p.Participant.Code && m.On(c.Until.Value))
                )
            )
            .Select(c =>
                c.EndedBy! with
                {
                    Treaty = Treaty.Id,
                    Participant = organization.Participant.Code,
                    Kind = EventKind.Cessation,
                    Date = c.Until!.Value,
                    Earliest = FirstDayOfLeaving(c.Until.Value) is var first && first < c.Until!.Value ? first : null,
                    EffectiveOn = null,
                }
            );
        return Fold(organization.Participant, organization.Events.Concat(cessations)) with { Events = organization.Events };

        // The first day on which all of them may have left, where a member's day of leaving is known only as a period.
        DateOnly FirstDayOfLeaving(DateOnly day) =>
            bound.SelectMany(p => p.Consents).Where(c => c.Until <= day).Max(c => c.EarliestUntil!.Value);
    }

    ConsentPeriod WithForce(ConsentPeriod consent)
    {
        if (consent.Effect is not { } effect || consent.Until <= effect.On)
            return consent;
        var range = new DayRange(effect.On, consent.Until);
        return Clauses.OpenTo.RequiresPartyTo is { } required && required == Parent?.Treaty.Id
            ? consent with
            {
                InForce = Within(range, Parent.Of(consent.Consent.Participant)),
            }
            : consent with
            {
                InForce = [range],
            };
    }

    // An amendment that binds all parties to its parent is in force for each of them from its own entry into force on, later ones included,
    // less those that opted out before it would have bound them.
    IEnumerable<Participation> BindAll(List<Participation> folded)
    {
        if (Clauses.BindsAllPartiesOf is not { } bound || bound != Parent?.Treaty.Id || Entry.On is not { } inForce)
            return folded;
        var silent = Parent.Participations.Where(p => !folded.Any(own => own.Participant.Code == p.Participant.Code));
        return folded
            .Concat(silent.Select(p => new Participation(Treaty.Id, p.Participant)))
            .Select(p =>
                p with
                {
                    BoundByAmendment =
                    [
                        .. Within(new(inForce, TerminatedOn), Parent.Of(p.Participant.Code))
                            .Where(r => !p.Notices.Any(n => n.Outcome is not NoticeOutcome.Revoked && n.Event.Date < r.From)),
                    ],
                }
            );
    }

    static EquatableArray<DayRange> Within(DayRange range, Participation? parent) =>
        [.. (parent?.InForce ?? []).Select(held => range.Intersect(held)).OfType<DayRange>()];

    /// <summary>
    /// When the treaty enters into force for a participant by one consent; <c>null</c> while the treaty itself has no day. Where the
    /// deposit is known only as a period, so is the effect.
    /// </summary>
    public Effect? EffectOf(TreatyEvent consent, Participant participant)
    {
        var effect = EffectOfExact(consent, participant);
        return
            effect is null
            || consent.Earliest is null
            || EffectOfExact(consent.OnFirstDay(), participant)!.On is var first && first == effect.On
            ? effect
            : effect with
            {
                Earliest = first,
            };
    }

    Effect? EffectOfExact(TreatyEvent consent, Participant participant)
    {
        // An amendment may be in force between those that accept it before, or without, a day of its own.
        if (consent.EffectiveOn is { } stated && (Treaty.Kind is TreatyKind.Amendment || Entry.On <= stated))
            return new(stated, EffectRule.Stated, null);
        if (Entry.On is not { } inForce)
            return null;
        if (consent.EffectiveOn is not null)
            return new(inForce, EffectRule.StatedNotBeforeTreaty, Clauses.EntryIntoForce.Article);

        if (consent.Kind is EventKind.Succession)
            return participant.StatehoodSince is { } statehood
                ? new(Days.Later(statehood, inForce), EffectRule.DayOfSuccession, "VCSS art. 23(1)")
                : new(Days.Later(consent.Date, inForce), EffectRule.SuccessionNotified, "VCSS art. 23");

        // "Up to and including the N-th instrument" holds only where the computed day is the one that stands: a record that lacks
        // predecessors' instruments finds its N-th too late.
        if (Entry.Computed == inForce && consent.Date <= Entry.Reached!.Consent.Date)
            return new(inForce, EffectRule.WithTheTreaty, Clauses.EntryIntoForce.Article);

        return Clauses.LaterParticipants switch
        {
            { Reason: not null } => new(Days.Later(consent.Date, inForce), EffectRule.ClauseNotKnown, "VCLT art. 24(3)"),
            { OnlyAfterEntryIntoForce: true } later when consent.Date <= inForce => new(
                inForce,
                EffectRule.BeforeEntryIntoForce,
                later.Article
            ),
            { } later => Own(later.Delay?.After(consent.Date) ?? consent.Date, later.Article),
            null => Own(consent.Date, "VCLT art. 24(3)"),
        };

        Effect Own(DateOnly day, string? article) =>
            day < inForce ? new(inForce, EffectRule.NotBeforeTreaty, article) : new(day, EffectRule.OwnDeposit, article);
    }

    /// <summary>
    /// The end of a treaty whose parties have fallen below the number that its clause names, as an act: the notice with whose effect they
    /// did (Genocide Convention XV); <c>null</c> where they have not.
    /// </summary>
    public TreatyEvent? FallBelow(List<Participation> folded) =>
        Clauses.EndsBelow is not { } number || Entry.On is not { } inForce
            ? null
            : folded
                .SelectMany(p => p.Consents)
                .Where(c => c.EndedBy?.Kind is EventKind.Withdrawal && c.Until!.Value >= inForce)
                .OrderBy(c => c.Until)
                .ThenBy(c => c.Consent.Participant, StringComparer.Ordinal)
                .Where(c => folded.Count(p => p.ConsentInEffect(c.Until!.Value) is not null) < number)
                .Select(c => c.EndedBy! with { Kind = EventKind.Terminated, Participant = "", EffectiveOn = c.Until })
                .FirstOrDefault();
}
