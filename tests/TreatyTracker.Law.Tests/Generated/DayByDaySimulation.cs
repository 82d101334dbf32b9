namespace TreatyTracker.Law.Tests.Generated;

/// <summary>
/// The counts of a treaty, found by living through every day from the first to the last and doing what falls on it. Plain on purpose: it
/// shares no code with the fold of the law, whose counts it checks. It knows one threshold, delays in days, and days that are known
/// exactly.
/// </summary>
sealed class DayByDaySimulation(Treaty treaty, IReadOnlyList<TreatyEvent> events, IReadOnlyDictionary<string, Participant> participants)
{
    readonly List<State> _states =
    [
        .. events.Select(e => e.Participant).Where(c => c.Length > 0).Distinct().Select(c => new State(participants[c])),
    ];

    readonly ILookup<DateOnly, TreatyEvent> _byDay = events.ToLookup(e => e.Date);

    // Each deposit may be the one that brings the treaty into force, so many days later.
    readonly List<(DateOnly Deposited, DateOnly Entry)> _candidates = [];

    DateOnly _today;
    DateOnly? _inForceSince;
    bool _ended;

    sealed class State(Participant who)
    {
        public Participant Who { get; } = who;
        public bool Signed { get; set; }
        public bool Dissolved { get; set; }
        public bool WasInForce { get; set; }
        public bool TreatyEndedUnderIt { get; set; }
        public bool Provisional { get; set; }
        public List<Instrument> Held { get; } = [];

        public bool IsOrganization => Who.Kind is ParticipantKind.RegionalOrganization or ParticipantKind.InternationalOrganization;

        public bool IsInForce(DateOnly day) => Held.Exists(i => i.InForceFrom <= day);
    }

    sealed class Instrument(TreatyEvent deposit)
    {
        public TreatyEvent Deposit { get; } = deposit;
        public DateOnly? InForceFrom { get; set; }
        public DateOnly? LapsesOn { get; set; }
    }

    /// <summary>The counts of every day.</summary>
    public IEnumerable<(DateOnly Day, string Counts)> Run(DateOnly from, DateOnly to)
    {
        for (_today = from; _today <= to; _today = _today.AddDays(1))
        {
            Live();
            yield return (_today, Count());
        }
    }

    void Live()
    {
        LapseWhatIsDue();
        if (_byDay[_today].Any(e => e.Kind is EventKind.Terminated) && !_ended)
            EndTheTreaty();
        if (_ended)
            return;
        foreach (var (deposited, _) in _candidates.Where(c => c.Entry == _today && _inForceSince is null).ToList())
            EnterIntoForceIfReachedBy(deposited);

        foreach (var state in _states)
        {
            var acts = _byDay[_today].Where(e => e.Participant == state.Who.Code);
            var ordered = acts.OrderBy(e => e.Kind).ThenBy(e => e.Id, StringComparer.Ordinal).ToList();
            var leaving = ordered.Where(e => e.Kind is EventKind.Withdrawal or EventKind.ConsentWithdrawn or EventKind.Cessation).ToList();
            var others = ordered.Except(leaving).ToList();
            // Who holds an instrument this morning parts with it before taking a new one.
            List<TreatyEvent> sequence = state.Held.Count > 0 ? [.. leaving, .. others] : [.. others, .. leaving];
            foreach (var act in sequence)
                Do(state, act);
        }
        LapseWhatIsDue();
        foreach (var state in _states.Where(s => s.IsInForce(_today)))
            (state.WasInForce, state.Provisional) = (true, false);
    }

    void Do(State state, TreatyEvent act)
    {
        switch (act.Kind)
        {
            case EventKind.Signature:
            case EventKind.SuccessionToSignature:
                state.Signed = true;
                break;
            case EventKind.DefinitiveSignature:
                state.Signed = true;
                Deposit(state, act);
                break;
            case EventKind.Ratification:
            case EventKind.Acceptance:
            case EventKind.Approval:
            case EventKind.Accession:
            case EventKind.Succession:
            case EventKind.FormalConfirmation:
            case EventKind.Participation:
                Deposit(state, act);
                break;
            case EventKind.Withdrawal when EffectOf(act) is { } effect && !IsRevokedBefore(effect, act):
                LapseOn(state, effect);
                break;
            case EventKind.ConsentWithdrawn:
                LapseOn(state, _today);
                break;
            case EventKind.Cessation:
                LapseOn(state, _today);
                state.Dissolved |= state.Who.Kind is ParticipantKind.FormerState;
                break;
            case EventKind.ProvisionalApplication:
                state.Provisional = true;
                break;
            case EventKind.ProvisionalApplicationEnded:
                state.Provisional = false;
                break;
            default:
                break;
        }
    }

    static bool EndsAtOnce(TreatyEvent act) => act.Kind is EventKind.ConsentWithdrawn or EventKind.Cessation;

    void Deposit(State state, TreatyEvent act)
    {
        if (state.Held.Exists(i => i.LapsesOn is null))
            return;
        var instrument = new Instrument(act);
        state.Held.Add(instrument);
        _candidates.Add((_today, _today.AddDays(treaty.FinalClauses.EntryIntoForce.Delay!.Days)));
        if (_inForceSince is not null)
            instrument.InForceFrom = EffectOfDeposit(act, lastThatCounted: null);
    }

    DateOnly? EffectOf(TreatyEvent notice)
    {
        if (notice.EffectiveOn is not null)
            return notice.EffectiveOn;
        if (_inForceSince is null)
            return _today;
        return treaty.FinalClauses.Withdrawal is { } clause ? _today.AddDays(clause.EffectAfterReceipt!.Days) : null;
    }

    bool IsRevokedBefore(DateOnly effect, TreatyEvent notice) =>
        events.Any(e =>
            e.Kind is EventKind.WithdrawalRevoked && e.Participant == notice.Participant && _today <= e.Date && e.Date < effect
        );

    static void LapseOn(State state, DateOnly day)
    {
        foreach (var instrument in state.Held.Where(i => i.LapsesOn is null || day < i.LapsesOn))
            instrument.LapsesOn = day;
    }

    void LapseWhatIsDue()
    {
        foreach (var state in _states)
            state.Held.RemoveAll(i => i.LapsesOn <= _today);
    }

    void EndTheTreaty()
    {
        _ended = true;
        foreach (var state in _states)
        {
            state.TreatyEndedUnderIt = state.Held.Count > 0;
            state.Provisional = false;
            state.Held.Clear();
        }
    }

    void EnterIntoForceIfReachedBy(DateOnly deposited)
    {
        var clause = treaty.FinalClauses.EntryIntoForce;
        var counted = _states
            .Where(s => clause.CountsRegionalOrganizations || !s.IsOrganization)
            // An instrument that ends on this very day is no longer there when the treaty would enter into force.
            .Where(s => !_byDay[_today].Any(e => e.Participant == s.Who.Code && EndsAtOnce(e)))
            .Select(s => (s.Who.Code, s.Held.Find(i => i.Deposit.Date <= deposited)?.Deposit.Date))
            .Where(x => x.Date is not null)
            .OrderBy(x => x.Date)
            .ThenBy(x => x.Code, StringComparer.Ordinal)
            .ToList();
        if (_inForceSince is not null || counted.Count < clause.Instruments)
            return;
        _inForceSince = _today;
        var lastThatCounted = counted[clause.Instruments!.Value - 1].Date;
        foreach (var instrument in _states.SelectMany(s => s.Held))
            instrument.InForceFrom = EffectOfDeposit(instrument.Deposit, lastThatCounted);
    }

    DateOnly? EffectOfDeposit(TreatyEvent act, DateOnly? lastThatCounted)
    {
        var effect =
            act.EffectiveOn
            ?? (
                act.Kind is EventKind.Succession ? act.Date
                : act.Date <= lastThatCounted ? _inForceSince!.Value
                : act.Date.AddDays(treaty.FinalClauses.LaterParticipants!.Delay!.Days)
            );
        return effect < _inForceSince ? _inForceSince : effect;
    }

    string Count()
    {
        var parties = _states.Where(s => s.Held.Count > 0).ToList();
        var inForce = _states.Where(s => s.IsInForce(_today)).ToList();
        var former = _states.Where(s => s.WasInForce && s.Held.Count == 0 && !s.Dissolved && !s.TreatyEndedUnderIt).ToList();
        var signatories = _states.Where(s => s.Signed && !s.Dissolved).Except(former).ToList();
        return $"parties {parties.Count}, in force {inForce.Count}, contracting {parties.Except(inForce).Count()}, "
            + $"signatories {signatories.Count}, ever {_states.Count(s => s.Signed)}, not bound {signatories.Except(parties).Count()}, "
            + $"provisional {_states.Count(s => s.Provisional && !s.Dissolved)}, former {former.Count}, "
            + $"for entry {parties.Count(s => treaty.FinalClauses.EntryIntoForce.CountsRegionalOrganizations || !s.IsOrganization)}";
    }
}
