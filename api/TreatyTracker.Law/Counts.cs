namespace TreatyTracker.Law;

/// <summary>
/// The named counts of a treaty on a day (README.md of this project, section 4). <see cref="PartiesInForce"/> = <see cref="Parties"/> -
/// <see cref="ContractingNotInForce"/> + <see cref="RetroactiveSuccessions"/> + <see cref="BoundWithoutConsent"/>.
/// </summary>
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

    /// <summary>
    /// Signed on or before the day, whether or not they later consented, and are neither former parties nor dissolved: the depositary's
    /// "Signatories".
    /// </summary>
    public required int Signatories { get; init; }

    /// <summary>Signed on or before the day, whatever came after.</summary>
    public required int EverSigned { get; init; }

    /// <summary>Of <see cref="Signatories"/>, those without consent in being.</summary>
    public required int SignatoriesNotBound { get; init; }

    /// <summary>Apply the treaty provisionally (VCLT 25) and are not parties in force.</summary>
    public required int ProvisionallyApplying { get; init; }

    /// <summary>
    /// Were parties in force, left by their own act or by cessation of their membership, and are not parties. Not those of a treaty that
    /// ended, nor dissolved States.
    /// </summary>
    public required int FormerParties { get; init; }

    /// <summary>Of <see cref="Parties"/>, the instruments that count towards the threshold of entry into force.</summary>
    public required int CountedForEntryIntoForce { get; init; }

    /// <summary>Of <see cref="PartiesInForce"/>, the successions in force before their notification.</summary>
    public required int RetroactiveSuccessions { get; init; }

    /// <summary>Of <see cref="PartiesInForce"/>, those bound by an amendment without a consent of their own.</summary>
    public required int BoundWithoutConsent { get; init; }

    /// <summary>Parties whose day of effect has come and is assumed: <see cref="EffectRules.IsAssumed"/>.</summary>
    public required int AssumedEffects { get; init; }

    /// <summary>
    /// The parties whatever the days are that are not known exactly: consents on their last, departures on their first possible day;
    /// <c>null</c> where it is the same as <see cref="Parties"/>.
    /// </summary>
    public int? PartiesAtLeast { get; init; }

    /// <summary>
    /// The parties on the widest reading of the days that are not known exactly: consents on their first, departures on their last possible
    /// day; <c>null</c> where it is the same as <see cref="Parties"/>.
    /// </summary>
    public int? PartiesAtMost { get; init; }

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
            NamedCount.EverSigned => EverSigned,
            NamedCount.SignatoriesNotBound => SignatoriesNotBound,
            NamedCount.ProvisionallyApplying => ProvisionallyApplying,
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
        static readonly ParticipantKind[] s_kinds = Enum.GetValues<ParticipantKind>();
        static readonly EventKind[] s_consents = Enum.GetValues<EventKind>();

        int _parties,
            _inForce,
            _contracting,
            _signatories,
            _everSigned,
            _notBound,
            _provisional,
            _former,
            _forEntry,
            _retroactive,
            _withoutConsent,
            _assumed,
            _atLeast,
            _atMost;
        readonly int[] _byKind = new int[s_kinds.Length],
            _byConsent = new int[s_consents.Length];
        readonly SortedDictionary<string, int> _byRegion = new(StringComparer.Ordinal);

        public void Add(Contribution c, int sign)
        {
            Add(ref _parties, c.Party);
            Add(ref _inForce, c.InForce);
            Add(ref _contracting, c.ContractingNotInForce);
            Add(ref _signatories, c.Signatory);
            Add(ref _everSigned, c.EverSigned);
            Add(ref _notBound, c.SignatoryNotBound);
            Add(ref _provisional, c.ProvisionallyApplying);
            Add(ref _former, c.FormerParty);
            Add(ref _forEntry, c.ForEntryIntoForce);
            Add(ref _retroactive, c.RetroactiveSuccession);
            Add(ref _withoutConsent, c.BoundWithoutConsent);
            Add(ref _assumed, c.AssumedEffect);
            Add(ref _atLeast, c.PartyAtLeast);
            Add(ref _atMost, c.PartyAtMost);
            if (!c.Party)
                return;
            _byKind[(int)c.Kind!] += sign;
            _byConsent[(int)c.Consent!] += sign;
            _byRegion[c.Region!] = _byRegion.GetValueOrDefault(c.Region!) + sign;

            void Add(ref int sum, bool counted) => sum += counted ? sign : 0;
        }

        public Counts ToCounts() =>
            new()
            {
                Parties = _parties,
                PartiesInForce = _inForce,
                ContractingNotInForce = _contracting,
                Signatories = _signatories,
                EverSigned = _everSigned,
                SignatoriesNotBound = _notBound,
                ProvisionallyApplying = _provisional,
                FormerParties = _former,
                CountedForEntryIntoForce = _forEntry,
                RetroactiveSuccessions = _retroactive,
                BoundWithoutConsent = _withoutConsent,
                AssumedEffects = _assumed,
                PartiesAtLeast = _atLeast == _parties ? null : _atLeast,
                PartiesAtMost = _atMost == _parties ? null : _atMost,
                Breakdown = new(Classes(s_kinds, _byKind), Classes(s_consents, _byConsent), [.. _byRegion.Where(r => r.Value > 0)]),
            };

        static KeyValuePair<T, int>[] Classes<T>(T[] classes, int[] counts)
        {
            var found = new List<KeyValuePair<T, int>>(4);
            for (var i = 0; i < counts.Length; i++)
                if (counts[i] > 0)
                    found.Add(new(classes[i], counts[i]));
            return [.. found];
        }
    }
}
