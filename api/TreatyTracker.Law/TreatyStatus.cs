namespace TreatyTracker.Law;

/// <summary>
/// Everything that follows from a treaty's events, as known at one instant: participations, entry into force, and the counts on any
/// day. Immutable; made once and asked many times.
/// </summary>
public sealed class TreatyStatus
{
    readonly Dictionary<string, Participation> _byCode;

    // For each act whose day is known only as a period: the stretches of days that it leaves in doubt.
    readonly List<DayRange[]> _undated;

    TreatyStatus(TreatyFold fold, Threshold threshold, IEnumerable<Participation> participations)
    {
        (Fold, Threshold) = (fold, threshold);
        Participations = [.. participations.OrderBy(p => p.Participant.Code, StringComparer.Ordinal)];
        _byCode = Participations.ToDictionary(p => p.Participant.Code, StringComparer.Ordinal);
        _undated = [.. Participations.SelectMany(Undated).GroupBy(x => x.Event, x => x.Days).Select(g => g.ToArray())];
        Timeline = CountsOverTime((_, _) => true);
    }

    internal TreatyFold Fold { get; }

    internal Threshold Threshold { get; }

    /// <summary>The treaty.</summary>
    public Treaty Treaty => Fold.Treaty;

    /// <summary>The status of the treaty to which it belongs; <c>null</c> for a principal treaty.</summary>
    public TreatyStatus? Parent => Fold.Parent;

    /// <summary>Entry into force of the treaty itself.</summary>
    public EntryIntoForce EntryIntoForce => Fold.Entry;

    /// <summary>
    /// The event that ended the treaty, or the notice with whose effect its parties fell below the number that its clause names;
    /// <c>null</c> while it lives.
    /// </summary>
    public TreatyEvent? Terminated => Fold.Terminated;

    /// <summary>The first day on which the treaty is no longer in force, exclusive end; <c>null</c> while it lives.</summary>
    public DateOnly? TerminatedOn => Fold.TerminatedOn;

    /// <summary>One for each participant ever concerned, by code.</summary>
    public EquatableArray<Participation> Participations { get; }

    /// <summary>The counts over time.</summary>
    public StepFunction<Counts> Timeline { get; }

    /// <summary>The participation of one participant; <c>null</c> when it never acted under the treaty.</summary>
    public Participation? Of(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Whether the treaty is in force on the day.</summary>
    public bool IsInForce(DateOnly day) => EntryIntoForce.On <= day && !(TerminatedOn <= day);

    /// <summary>
    /// When the treaty enters into force for a participant by its consent and the final clauses alone, whatever day the record states;
    /// <c>null</c> while the treaty itself has no day.
    /// </summary>
    public Effect? EffectByClause(TreatyEvent consent, Participant participant) =>
        Fold.EffectOf(consent with { EffectiveOn = null }, participant);

    /// <summary>
    /// The first day on which a notice of withdrawal would leave a participant no longer bound by the final clauses alone, whatever day the
    /// record states; <c>null</c> where they give none.
    /// </summary>
    public DateOnly? WithdrawalByClause(TreatyEvent notice) =>
        Treaty.FinalClauses.EffectOf(notice with { EffectiveOn = null }, EntryIntoForce.On);

    /// <summary>The first day on which the clause permits a notice of withdrawal under a consent; <c>null</c> where it sets none.</summary>
    public DateOnly? NoticePermittedFrom(ConsentPeriod consent) => Fold.NoticePermittedFrom(consent);

    /// <summary>What a participation contributes to the counts on a day.</summary>
    public Contribution ContributionOf(Participation participation, DateOnly day)
    {
        var (consent, participant) = (participation.ConsentInEffect(day), participation.Participant);
        var (inForce, former) = (participation.IsInForce(day), participation.LeftBy(day) is not null);
        return new()
        {
            Party = consent is not null,
            InForce = inForce,
            Signatory = participation.HasSigned(day) && !former,
            EverSigned = participation.Signature?.Date <= day,
            ProvisionallyApplying = participation.AppliesProvisionally(day),
            FormerParty = former,
            ForEntryIntoForce = consent is not null && Threshold.Counts(participant, day),
            PartyAtLeast = participation.Consents.Any(c => c.InEffectAtLeast(day)),
            PartyAtMost = participation.Consents.Any(c => c.InEffectAtMost(day)),
            BoundWithoutConsent = inForce && consent is null && !participation.Consents.Any(c => c.IsInForce(day)),
            AssumedEffect = participation.Consents.Any(c =>
                c.Effect is { } effect && effect.Rule.IsAssumed() && effect.On <= day && (c.InEffect(day) || c.IsInForce(day))
            ),
            Kind = consent is null ? null : participant.KindOn(day),
            Consent = consent?.Consent.Kind,
            Region = consent is null ? null : participant.Region ?? Breakdown.NoRegion,
        };
    }

    /// <summary>
    /// How many acts have a day that is known only as a period, where that period, or one that follows from it, contains the day asked
    /// about.
    /// </summary>
    public int UndatedEvents(DateOnly day) => _undated.Count(ranges => ranges.Any(r => r.Contains(day)));

    /// <summary>The days on which <see cref="UndatedEvents"/> may change.</summary>
    public IEnumerable<DateOnly> UndatedChangeDays =>
        _undated.SelectMany(ranges => ranges).SelectMany(r => new[] { r.From, r.Until }).OfType<DateOnly>().Distinct();

    // The act that ends a consent may be another's: the parent treaty's notice, or a member's.
    static IEnumerable<(string Event, DayRange Days)> Undated(Participation participation) =>
        participation
            .Events.Where(e => e.Earliest is not null)
            .Select(e => (e.Id, Through(e.DatePeriod.First, e.Date)))
            .Concat(
                participation
                    .Consents.Where(c => c.Effect?.Earliest is not null)
                    .Select(c => (c.Consent.Id, Through(c.Effect!.Earliest!.Value, c.Effect.On)))
            )
            .Concat(
                participation
                    .Consents.Where(c => c.Until is { } until && c.EarliestUntil!.Value < until)
                    .Select(c => (c.EndedBy!.Id, Through(c.EarliestUntil!.Value, c.Until!.Value)))
            );

    static DayRange Through(DateOnly first, DateOnly last) => new(first, last < DateOnly.MaxValue ? last.AddDays(1) : null);

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
        var byParticipant = own.Where(a => a.Participant.Length > 0).ToLookup(a => a.Participant);
        var threshold = new Threshold(treaty, parent);
        // What a notice does depends on whether the treaty is in force when it is received, and entry into force on the instruments that
        // are still in being. A notice received before takes its instrument out at once; so the first fold needs no day to find the day.
        var fold = new TreatyFold(
            treaty,
            parent,
            new() { Published = treaty.EntryIntoForcePublished },
            own.Where(a => a.Kind is EventKind.Terminated).Order(TreatyEvent.HistoricalOrder).FirstOrDefault()
        );
        fold = fold with { Entry = threshold.Reach(fold.Of(byParticipant, participants)) };
        var folded = fold.Of(byParticipant, participants);
        if (fold.FallBelow(folded) is { } fell && !(fold.TerminatedOn <= fell.UndelayedEffect))
        {
            fold = fold with { Terminated = fell, FellBelow = true };
            folded = fold.Of(byParticipant, participants);
        }
        return new(fold, threshold, folded);
    }

    /// <summary>
    /// The counts over time of some participants only. It is folded anew for every call: remember it where it is asked for again.
    /// </summary>
    /// <param name="counts">
    /// Whether a participation counts on a day. It may change only on a day on which the participation, or the kind of its participant,
    /// changes.
    /// </param>
    public StepFunction<Counts> CountsOverTime(Func<Participation, DateOnly, bool> counts)
    {
        var changes = new List<(DateOnly Day, Contribution Before, Contribution After)>();
        foreach (var participation in Participations)
        {
            var before = default(Contribution);
            foreach (var day in participation.ChangeDays().Union(Threshold.ChangeDays(participation.Participant)).Order())
            {
                var after = counts(participation, day) ? ContributionOf(participation, day) : default;
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
