namespace TreatyTracker.Law;

/// <summary>
/// Everything that follows from a treaty's events, as known at one instant: participations, entry into force, and the counts on any
/// day. Immutable; made once and asked many times.
/// </summary>
public sealed class TreatyStatus
{
    readonly Dictionary<string, Participation> _byCode;

    TreatyStatus(
        Treaty treaty,
        TreatyStatus? parent,
        IEnumerable<Participation> participations,
        EntryIntoForce entryIntoForce,
        TreatyEvent? terminated
    )
    {
        (Treaty, Parent, EntryIntoForce, Terminated) = (treaty, parent, entryIntoForce, terminated);
        Participations = [.. participations.OrderBy(p => p.Participant.Code, StringComparer.Ordinal)];
        _byCode = Participations.ToDictionary(p => p.Participant.Code, StringComparer.Ordinal);
        Timeline = CountsOverTime();
    }

    /// <summary>The treaty.</summary>
    public Treaty Treaty { get; }

    /// <summary>The status of the treaty to which it belongs; <c>null</c> for a principal treaty.</summary>
    public TreatyStatus? Parent { get; }

    /// <summary>Entry into force of the treaty itself.</summary>
    public EntryIntoForce EntryIntoForce { get; }

    /// <summary>The event that ended the treaty; <c>null</c> while it lives.</summary>
    public TreatyEvent? Terminated { get; }

    /// <summary>The first day on which the treaty is no longer in force, exclusive end; <c>null</c> while it lives.</summary>
    public DateOnly? TerminatedOn => Terminated?.UndelayedEffect;

    /// <summary>One for each participant ever concerned, by code.</summary>
    public EquatableArray<Participation> Participations { get; }

    /// <summary>The counts over time.</summary>
    public StepFunction<Counts> Timeline { get; }

    /// <summary>The participation of one participant; <c>null</c> when it never acted under the treaty.</summary>
    public Participation? Of(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Whether the treaty is in force on the day.</summary>
    public bool IsInForce(DateOnly day) => EntryIntoForce.On <= day && (TerminatedOn is null || day < TerminatedOn);

    /// <summary>
    /// When the treaty enters into force for a participant by its consent and the final clauses alone, whatever day the record states;
    /// <c>null</c> while the treaty itself has no day.
    /// </summary>
    public Effect? EffectByClause(TreatyEvent consent) =>
        EntryIntoForce.On is { } inForce
            ? EffectOf(consent with { EffectiveOn = null }, Treaty.FinalClauses, inForce, EntryIntoForce)
            : null;

    /// <summary>What a participation contributes to the counts on a day.</summary>
    public Contribution ContributionOf(Participation participation, DateOnly day)
    {
        var consent = participation.ConsentInEffect(day);
        var participant = participation.Participant;
        return new()
        {
            Party = consent is not null,
            InForce = participation.IsInForce(day),
            Signatory = participation.HasSigned(day),
            EverSigned = participation.Signature?.Date <= day,
            FormerParty = participation.LeftBy(day) is not null,
            ForEntryIntoForce = consent is not null && EntryIntoForce.Counts(Treaty.FinalClauses.EntryIntoForce, participant),
            PartyAtLeast = consent is not null,
            PartyAtMost = consent is not null,
            Kind = consent is null ? null : participant.KindOn(day),
            Consent = consent?.Consent.Kind,
            Region = consent is null ? null : participant.Region ?? Breakdown.NoRegion,
        };
    }

    /// <summary>Folds a treaty's acts.</summary>
    /// <param name="treaty">The treaty.</param>
    /// <param name="acts">Its events as <see cref="History.KnownAt"/> gives them, in any order.</param>
    /// <param name="participants">All participants by code.</param>
    /// <param name="parent">The status of its parent treaty at the same instant, where it has one.</param>
    /// <exception cref="KeyNotFoundException">An act names a participant that is not among <paramref name="participants"/>.</exception>
    public static TreatyStatus Of(
        Treaty treaty,
        IEnumerable<TreatyEvent> acts,
        IReadOnlyDictionary<string, Participant> participants,
        TreatyStatus? parent
    )
    {
        var own = acts.ToList();
        var terminated = own.Where(a => a.Kind is EventKind.Terminated).Order(TreatyEvent.HistoricalOrder).FirstOrDefault();
        var folded = own.Where(a => a.Participant.Length > 0)
            .GroupBy(a => a.Participant)
            .Select(history => Fold(treaty, participants[history.Key], history, terminated, parent))
            .ToList();
        folded = [.. folded.Select(p => LeaveWithMembers(treaty, p, folded, terminated, parent))];

        var entry = EntryIntoForce.Of(
            treaty.FinalClauses.EntryIntoForce,
            treaty.EntryIntoForcePublished,
            folded.SelectMany(p => p.Consents.Select(c => (p.Participant, c))),
            parent?.EntryIntoForce
        );
        return new(treaty, parent, folded.Select(p => WithEffects(p, treaty, entry, parent)), entry, terminated);
    }

    static Participation Fold(
        Treaty treaty,
        Participant participant,
        IEnumerable<TreatyEvent> history,
        TreatyEvent? terminated,
        TreatyStatus? parent
    )
    {
        // Denouncing the parent denounces the protocol where the clause says so (UNTOC 40(3)): the parent's notice, with the day on which
        // it took effect there, is an act of this history too. One revoked there ended no period and is not among them.
        IEnumerable<TreatyEvent> entailed = parent?.Treaty.FinalClauses.Withdrawal is { EntailsProtocols: true }
            ? (parent.Of(participant.Code)?.Consents ?? [])
                .Where(c => c.EndedBy is { Kind: EventKind.Withdrawal })
                .Select(c => c.EndedBy! with { EffectiveOn = c.Until })
            : [];
        var clause = treaty.FinalClauses.WithdrawalThatHolds();
        var own = history.Order(TreatyEvent.HistoricalOrder).ToList();
        // A revoked notice never had effect (VCLT 68), whatever came between; a revocation on or after the day of effect comes too late.
        var acts = own.Where(
                (act, at) =>
                    act.Kind is not EventKind.Withdrawal
                    || !own.Skip(at).Any(r => r.Kind is EventKind.WithdrawalRevoked && r.Date < clause.EffectOf(act))
            )
            .Concat(entailed)
            // What the parent's notice entails comes with its effect, not with its receipt: it takes along a consent deposited in between.
            .OrderBy(a => a.Treaty == treaty.Id ? a.Date : a.UndelayedEffect)
            .ThenBy(a => a.Kind)
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .AsEnumerable();
        // The treaty ends on the day of effect, which need not be that of the act: until then States may join and leave.
        if (terminated is not null)
            acts = acts.TakeWhile(a => a.Date < terminated.UndelayedEffect).Append(terminated);
        return acts.Aggregate(new Participation(treaty.Id, participant) { Events = [.. own] }, (p, act) => p.Apply(act, clause));
    }

    /// <summary>An organization ceases to be a party when all its members have left, where the clause says so (UNTOC 40(2)).</summary>
    static Participation LeaveWithMembers(
        Treaty treaty,
        Participation organization,
        List<Participation> all,
        TreatyEvent? terminated,
        TreatyStatus? parent
    )
    {
        if (treaty.FinalClauses.Withdrawal is not { OrganizationsLeaveWithMembers: true } || organization.Participant.Members.Count == 0)
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
                    Participant = organization.Participant.Code,
                    Kind = EventKind.Cessation,
                    Date = c.Until!.Value,
                    EffectiveOn = null,
                }
            );
        var refolded = Fold(treaty, organization.Participant, organization.Events.Concat(cessations), terminated, parent);
        return refolded with { Events = organization.Events };
    }

    static Participation WithEffects(Participation participation, Treaty treaty, EntryIntoForce entry, TreatyStatus? parent) =>
        entry.On is not { } inForce
            ? participation
            : participation with
            {
                Consents = [.. participation.Consents.Select(c => WithEffect(c, treaty, inForce, entry, parent))],
            };

    static ConsentPeriod WithEffect(ConsentPeriod consent, Treaty treaty, DateOnly inForce, EntryIntoForce entry, TreatyStatus? parent)
    {
        var effect = EffectOf(consent.Consent, treaty.FinalClauses, inForce, entry);
        DayRange? range = new DayRange(effect.On, consent.Until);
        if (consent.Until <= effect.On)
            range = null;
        EquatableArray<DayRange> ranges = range is { } whole ? [whole] : [];
        if (treaty.FinalClauses.OpenTo.RequiresPartyTo is { } required && required == parent?.Treaty.Id)
        {
            var held = parent.Of(consent.Consent.Participant)?.Consents.SelectMany(c => c.InForce) ?? [];
            ranges =
            [
                .. from mine in ranges from theirs in held let both = mine.Intersect(theirs) where both is not null select both.Value,
            ];
        }
        return consent with { Effect = effect, InForce = ranges };
    }

    static Effect EffectOf(TreatyEvent consent, FinalClauses clauses, DateOnly inForce, EntryIntoForce entry)
    {
        if (consent.EffectiveOn is { } stated)
            return stated < inForce
                ? new(inForce, EffectRule.StatedNotBeforeTreaty, clauses.EntryIntoForce.Article)
                : new(stated, EffectRule.Stated, null);

        // "Up to and including the N-th instrument" holds only where the computed day is the one that stands: a record that lacks
        // predecessors' instruments finds its N-th too late.
        if (entry.Computed == inForce && consent.Date <= entry.Reached?.Consent.Date)
            return new(inForce, EffectRule.WithTheTreaty, clauses.EntryIntoForce.Article);

        var own = clauses.LaterParticipants?.Delay?.After(consent.Date) ?? consent.Date;
        var article = clauses.LaterParticipants is { } later ? later.Article : "VCLT art. 24(3)";
        return own < inForce ? new(inForce, EffectRule.NotBeforeTreaty, article) : new(own, EffectRule.OwnDeposit, article);
    }

    StepFunction<Counts> CountsOverTime()
    {
        var changes = new List<(DateOnly Day, Contribution Before, Contribution After)>();
        foreach (var participation in Participations)
        {
            var before = default(Contribution);
            foreach (var day in participation.ChangeDays())
            {
                var after = ContributionOf(participation, day);
                if (after == before)
                    continue;
                changes.Add((day, before, after));
                before = after;
            }
        }
        var tally = new Counts.Tally();
        var steps = new List<KeyValuePair<DateOnly, Counts>>();
        foreach (var day in changes.GroupBy(c => c.Day).OrderBy(g => g.Key))
        {
            foreach (var (_, before, after) in day)
            {
                tally.Add(before, -1);
                tally.Add(after, +1);
            }
            steps.Add(new(day.Key, tally.ToCounts()));
        }
        return new(Counts.Zero, steps);
    }
}
