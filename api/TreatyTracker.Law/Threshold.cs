using System.Globalization;

namespace TreatyTracker.Law;

/// <summary>The conditions of a treaty's entry into force: whose instruments count, and when the conditions hold (VCLT 24(1)).</summary>
sealed class Threshold(Treaty treaty, TreatyStatus? parent)
{
    readonly EntryIntoForceClause _clause = treaty.FinalClauses.EntryIntoForce;
    readonly Dictionary<(string List, string Participant), decimal> _weights = treaty
        .Lists.DistinctBy(entry => (entry.List, entry.Participant))
        .ToDictionary(entry => (entry.List, entry.Participant), entry => entry.Weight ?? 0);

    /// <summary>The conditions: the plain number of instruments, where there is one, and those beside it.</summary>
    public IReadOnlyList<EntryIntoForceCondition> Conditions { get; } =
        treaty.FinalClauses.EntryIntoForce is { Instruments: { } number } clause
            ? [new() { Instruments = number }, .. clause.Conditions]
            : [.. treaty.FinalClauses.EntryIntoForce.Conditions];

    /// <summary>Why the day cannot be computed; <c>null</c> where it can be.</summary>
    public string? NotComputable =>
        _clause.Reason is { } reason ? reason
        : Conditions.Count == 0 || _clause.Delay is null ? "the final clauses give no number of instruments and delay"
        : Conditions.Select(NotComputableBy).FirstOrDefault(r => r is not null);

    string? NotComputableBy(EntryIntoForceCondition condition) =>
        condition switch
        {
            { Among: { } list } when !treaty.Lists.Any(e => e.List == list) => $"the record has no list '{list}'",
            { Share: not null, Of: var list } when !(Total(list) > 0) => $"the record has no weights for the list '{list}'",
            { Fraction: { } fraction } when Parts(fraction) is null => $"'{fraction}' is no fraction such as 2/3",
            { Fraction: not null, OfPartiesTo: var other } when other != parent?.Treaty.Id =>
                $"the record does not hold the parties to '{other}' as those of its parent treaty",
            { Fraction: not null, PartiesOn: not (EntryIntoForceCondition.EachDeposit or EntryIntoForceCondition.Adoption) } =>
                $"the clause does not say on which day the parties to '{condition.OfPartiesTo}' are counted",
            { Instruments: null, Share: null, Fraction: null } => "a condition has no instruments, no share and no fraction",
            _ => null,
        };

    /// <summary>Whether a participant's instrument counts towards the threshold on a day: towards one of the conditions at least.</summary>
    public bool Counts(Participant participant, DateOnly day) =>
        MayCount(participant, day) && (Conditions.Count == 0 || ConditionsOf(participant, day).Any());

    /// <summary>The conditions towards which a participant's instrument counts on a day.</summary>
    public IEnumerable<EntryIntoForceCondition> ConditionsOf(Participant participant, DateOnly day) =>
        Conditions.Where(c => CountsTowards(c, participant, day));

    /// <summary>Why a participant's instrument does not count on a day; only to be asked where it does not.</summary>
    public ReasonRule WhyNot(Participant participant, DateOnly day) =>
        !_clause.CountsRegionalOrganizations && participant.IsOrganization ? ReasonRule.OrganizationNotCounted
        : !MayCount(participant, day) ? ReasonRule.ParentConditionUnmet
        : ReasonRule.ConditionDoesNotCount;

    /// <summary>The days, besides those of its own acts, on which it may begin or cease to count.</summary>
    public IEnumerable<DateOnly> ChangeDays(Participant participant) =>
        DependsOnParent ? (parent?.Of(participant.Code)?.Consents ?? []).SelectMany(c => new[] { c.From, c.Until }).OfType<DateOnly>() : [];

    bool DependsOnParent => RequiresParent || Conditions.Any(c => c.PartiesOn is EntryIntoForceCondition.EachDeposit);

    bool RequiresParent => treaty.FinalClauses.OpenTo.RequiresPartyTo is { } required && required == parent?.Treaty.Id;

    // Who must be a party to another treaty counts only while it is one (UNTOC 37(2)).
    bool MayCount(Participant participant, DateOnly day) =>
        (_clause.CountsRegionalOrganizations || !participant.IsOrganization) && (!RequiresParent || IsParentParty(participant, day));

    bool IsParentParty(Participant participant, DateOnly day) => parent?.Of(participant.Code)?.ConsentInEffect(day) is not null;

    bool CountsTowards(EntryIntoForceCondition condition, Participant participant, DateOnly day) =>
        (condition.Of ?? condition.Among) is { } list
            ? _weights.ContainsKey((list, participant.Code))
            : condition.Fraction is null || IsParentParty(participant, PartiesOn(condition, day));

    DateOnly PartiesOn(EntryIntoForceCondition condition, DateOnly day) =>
        condition.PartiesOn is EntryIntoForceCondition.Adoption ? treaty.Adopted.On : day;

    /// <summary>How far a condition is met by instruments in being, all of which may count, on a day.</summary>
    public ConditionOutlook Progress(EntryIntoForceCondition condition, IReadOnlyCollection<Participant> instruments, DateOnly day)
    {
        var counted = instruments.Where(p => CountsTowards(condition, p, day)).ToList();
        if (condition.Share is { } share)
        {
            var (total, held) = (Total(condition.Of), counted.Sum(p => _weights[(condition.Of!, p.Code)]));
            var missing = Missing(condition.Of!, counted);
            return new(condition)
            {
                IsMet = held >= share * total,
                InEffect = counted.Count,
                InEffectShare = held / total,
                OutstandingShare = Math.Max(0, share - held / total),
                Outstanding = FewestFor(share * total - held, missing.Select(code => _weights[(condition.Of!, code)])),
                Missing = [.. missing],
            };
        }
        var required = condition.Fraction is { } fraction ? Required(fraction, PartiesOn(condition, day)) : condition.Instruments!.Value;
        return new(condition)
        {
            IsMet = counted.Count >= required,
            Required = required,
            InEffect = counted.Count,
            Outstanding = Math.Max(0, required - counted.Count),
            Missing = condition.Among is { } among ? [.. Missing(among, counted)] : [],
        };
    }

    IEnumerable<string> Missing(string list, List<Participant> counted) =>
        treaty
            .Lists.Where(e => e.List == list && !counted.Any(p => p.Code == e.Participant))
            .Select(e => e.Participant)
            .Order(StringComparer.Ordinal);

    // The least number of instruments that can bring what is missing: the heaviest first.
    static int FewestFor(decimal missing, IEnumerable<decimal> weights)
    {
        var heaviest = weights.OrderDescending().ToList();
        var fewest = 0;
        while (missing > 0 && fewest < heaviest.Count)
            missing -= heaviest[fewest++];
        return fewest;
    }

    int Required(string fraction, DateOnly day)
    {
        var (numerator, denominator) = Parts(fraction)!.Value;
        var parties = parent!.Participations.Count(p =>
            p.ConsentInEffect(day) is not null && (_clause.CountsRegionalOrganizations || !p.Participant.IsOrganization)
        );
        return (parties * numerator + denominator - 1) / denominator;
    }

    static (int Numerator, int Denominator)? Parts(string fraction)
    {
        var parts = fraction.Split('/');
        return
            parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            && denominator > 0
            ? (numerator, denominator)
            : null;
    }

    decimal Total(string? list) => _weights.Where(w => w.Key.List == list).Sum(w => w.Value);

    /// <summary>
    /// Entry into force by a deposit, or by a party to the parent treaty, of the day given: after the delay, and not before the days that
    /// the clause names; <c>null</c> while another treaty that it waits for has no day.
    /// </summary>
    public DateOnly? EntryAfter(DateOnly reached)
    {
        if (_clause.NotBefore is not null && parent?.EntryIntoForce.On is null)
            return null;
        var entry = Days.Later(_clause.Delay!.After(reached), _clause.NotEarlierThan ?? DateOnly.MinValue);
        return _clause.NotBefore is null ? entry : Days.Later(entry, parent!.EntryIntoForce.On!.Value);
    }

    /// <summary>
    /// Entry into force from the clause and the consents: the first day on which all conditions hold by instruments in being that stay so
    /// until the day of entry into force ("not withdrawn before entry into force"). Falling below the threshold later ends nothing (VCLT
    /// 55).
    /// </summary>
    public EntryIntoForce Reach(List<Participation> participations)
    {
        if (NotComputable is { } reason)
            return new() { Published = treaty.EntryIntoForcePublished, NotComputable = reason };
        var entry = Reach(participations, c => c.From) ?? new();
        var earliest = participations.Any(p => p.Consents.Any(c => c.From != c.EarliestFrom))
            ? Reach(participations, c => c.EarliestFrom)?.Computed
            : null;
        return entry with { Published = treaty.EntryIntoForcePublished, ComputedEarliest = earliest == entry.Computed ? null : earliest };
    }

    EntryIntoForce? Reach(List<Participation> participations, Func<ConsentPeriod, DateOnly> from)
    {
        var instruments = participations
            .SelectMany(p => p.Consents.Select(c => (p.Participant, Consent: c, From: from(c))))
            .OrderBy(i => i.From)
            .ThenBy(i => i.Participant.Code, StringComparer.Ordinal)
            .ToList();
        // Where parties to the parent treaty alone count, an instrument may begin to count by accession to the parent.
        var days = instruments.Select(i => i.From).Concat(participations.SelectMany(p => ChangeDays(p.Participant))).Distinct().Order();
        var given = 0;
        foreach (var day in days)
        {
            while (given < instruments.Count && instruments[given].From <= day)
                given++;
            // Most days come before there are enough instruments at all.
            if (given < _clause.Instruments)
                continue;
            if (EntryAfter(day) is not { } entry)
                return null;
            // Leavers between this day and entry into force take their instrument with them; later arrivals make their own candidate day.
            // A participant that consented again upon a pending withdrawal has two instruments in being, and counts once.
            var staying = instruments
                .Take(given)
                .Where(i => i.Consent.Outlasts(day) && Stays(i.Consent, entry))
                .Where(i => Counts(i.Participant, day) && MayCount(i.Participant, entry))
                .DistinctBy(i => i.Participant.Code)
                .ToList();
            if (staying.Count == 0 || !Holds(staying.Count))
                continue;
            var number = Enumerable.Range(1, staying.Count).First(Holds);
            return new() { Computed = entry, Reached = new(number, staying[number - 1].Consent.Consent) };

            bool Holds(int first)
            {
                var participants = staying.Take(first).Select(i => i.Participant).ToList();
                return Conditions.All(c => Progress(c, participants, day).IsMet);
            }
        }
        return null;
    }

    // A notice received once the treaty is in force withdraws nothing from its entry into force, on whatever day it takes effect.
    bool Stays(ConsentPeriod consent, DateOnly entry) =>
        consent.Outlasts(entry)
        || (consent.EndedBy is { Kind: EventKind.Withdrawal } notice && notice.Treaty == treaty.Id && notice.Date >= entry);
}
