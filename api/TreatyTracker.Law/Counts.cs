namespace TreatyTracker.Law;

/// <summary>The named counts of a treaty on a day (law.md section 4). Never one unnamed number.</summary>
public sealed record Counts
{
    /// <summary>No participant at all.</summary>
    public static Counts Zero { get; } = Of([]);

    /// <summary>Consent to be bound deposited on or before the day and not withdrawn with effect: the depositary's "Parties".</summary>
    public required int Parties { get; init; }

    /// <summary>The treaty is in force for them on the day (VCLT 2(1)(g)).</summary>
    public required int PartiesInForce { get; init; }

    /// <summary>Of <see cref="Parties"/>, those for whom the treaty is not in force.</summary>
    public required int ContractingNotInForce { get; init; }

    /// <summary>Signed on or before the day, whether or not they later consented.</summary>
    public required int Signatories { get; init; }

    /// <summary>Of <see cref="Signatories"/>, those without consent in being.</summary>
    public required int SignatoriesNotBound { get; init; }

    /// <summary>Were parties and left.</summary>
    public required int FormerParties { get; init; }

    /// <summary>Of <see cref="Parties"/>, the instruments that count towards the threshold of entry into force.</summary>
    public required int CountedForEntryIntoForce { get; init; }

    /// <summary>The parties by kind, consent and region.</summary>
    public required Breakdown Breakdown { get; init; }

    /// <summary>One of the figures, by its name.</summary>
    public int Figure(NamedCount count) =>
        count switch
        {
            NamedCount.Parties => Parties,
            NamedCount.PartiesInForce => PartiesInForce,
            NamedCount.ContractingNotInForce => ContractingNotInForce,
            NamedCount.Signatories => Signatories,
            NamedCount.SignatoriesNotBound => SignatoriesNotBound,
            NamedCount.FormerParties => FormerParties,
            _ => CountedForEntryIntoForce,
        };

    /// <summary>The definition: the sum of what each participant contributes.</summary>
    public static Counts Of(IEnumerable<Contribution> contributions)
    {
        var tally = new Tally();
        foreach (var contribution in contributions)
            tally.Add(contribution, +1);
        return tally.ToCounts();
    }

    /// <summary>The running sum from which the steps of a treaty's counts over time are cut.</summary>
    internal sealed class Tally
    {
        int _parties,
            _inForce,
            _contracting,
            _signatories,
            _notBound,
            _former,
            _forEntry;
        readonly SortedDictionary<ParticipantKind, int> _byKind = [];
        readonly SortedDictionary<EventKind, int> _byConsent = [];
        readonly SortedDictionary<string, int> _byRegion = new(StringComparer.Ordinal);

        public void Add(Contribution c, int sign)
        {
            if (c.InForce)
                _inForce += sign;
            if (c.Signatory)
                _signatories += sign;
            if (c.SignatoryNotBound)
                _notBound += sign;
            if (c.FormerParty)
                _former += sign;
            if (c.ForEntryIntoForce)
                _forEntry += sign;
            if (!c.Party)
                return;
            _parties += sign;
            if (c.ContractingNotInForce)
                _contracting += sign;
            Bump(_byKind, c.Kind!.Value, sign);
            Bump(_byConsent, c.Consent!.Value, sign);
            Bump(_byRegion, c.Region!, sign);
        }

        public Counts ToCounts() =>
            new()
            {
                Parties = _parties,
                PartiesInForce = _inForce,
                ContractingNotInForce = _contracting,
                Signatories = _signatories,
                SignatoriesNotBound = _notBound,
                FormerParties = _former,
                CountedForEntryIntoForce = _forEntry,
                Breakdown = new(
                    new SortedDictionary<ParticipantKind, int>(_byKind),
                    new SortedDictionary<EventKind, int>(_byConsent),
                    new SortedDictionary<string, int>(_byRegion, StringComparer.Ordinal)
                ),
            };

        static void Bump<T>(SortedDictionary<T, int> counts, T key, int by)
            where T : notnull
        {
            if ((counts[key] = counts.GetValueOrDefault(key) + by) == 0)
                counts.Remove(key);
        }
    }
}
