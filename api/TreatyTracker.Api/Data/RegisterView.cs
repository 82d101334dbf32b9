using System.Collections.Concurrent;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// The register as it was known at one instant: its acts, and each treaty's status, folded from them on first use.
/// </summary>
public sealed class RegisterView
{
    /// <summary>The weight of all that <see cref="Remember"/> keeps at most.</summary>
    const int Capacity = 4096;

    readonly Register _register;
    readonly Dictionary<string, Treaty> _treaties;
    readonly IReadOnlyDictionary<string, Participant> _participants;
    readonly Dictionary<string, TreatyEvent[]> _actsByTreaty;
    readonly Lazy<TreatyEvent[]> _acts;
    readonly ConcurrentDictionary<string, TreatyStatus> _statuses = new();
    readonly ConcurrentDictionary<object, Lazy<object>> _remembered = new();
    int _weight;
    readonly Lazy<string> _version;

    internal RegisterView(Register register, IReadOnlyDictionary<string, Participant> participants, DateTimeOffset knownAt)
        : this(
            register,
            register.Facts.Treaties.ToDictionary(t => t.Id, StringComparer.Ordinal),
            participants,
            knownAt,
            ActsByTreaty(register.Facts.Events, knownAt)
        ) { }

    /// <summary>The view after a recording that has only events.</summary>
    /// <param name="register">The register after the recording.</param>
    /// <param name="older">The view before.</param>
    /// <param name="knownAt">The instant of the view.</param>
    /// <param name="ofConcerned">All events of the treaties for which something was recorded.</param>
    internal RegisterView(Register register, RegisterView older, DateTimeOffset knownAt, IReadOnlyList<TreatyEvent> ofConcerned)
        : this(register, older._treaties, older._participants, knownAt, With(older._actsByTreaty, ofConcerned, knownAt)) => Share(older);

    RegisterView(
        Register register,
        Dictionary<string, Treaty> treaties,
        IReadOnlyDictionary<string, Participant> participants,
        DateTimeOffset knownAt,
        Dictionary<string, TreatyEvent[]> actsByTreaty
    )
    {
        (_register, var facts) = (register, register.Facts);
        (_treaties, _participants, KnownAt) = (treaties, participants, knownAt);
        Treaties = [.. facts.Treaties.Where(Knows)];
        _actsByTreaty = actsByTreaty;
        _acts = new(() => [.. InOrder(actsByTreaty.Values.SelectMany(a => a))]);
        // What was known at or after the last recording is all that the register holds.
        _version = new(() =>
            knownAt >= register.LastRecordedAt
                ? register.Version
                : Register.Hash(
                    facts with
                    {
                        Events = [.. facts.Events.Where(e => e.RecordedAt <= knownAt)],
                    },
                    register.Log.InstantsOfChanges.Where(i => i <= knownAt)
                )
        );
    }

    static Dictionary<string, TreatyEvent[]> With(
        Dictionary<string, TreatyEvent[]> older,
        IReadOnlyList<TreatyEvent> ofConcerned,
        DateTimeOffset knownAt
    )
    {
        var all = new Dictionary<string, TreatyEvent[]>(older, StringComparer.Ordinal);
        // All acts of a treaty may have been retracted.
        foreach (var e in ofConcerned)
            all.Remove(e.Treaty);
        foreach (var (treaty, acts) in ActsByTreaty(ofConcerned, knownAt))
            all.Add(treaty, acts);
        return all;
    }

    static Dictionary<string, TreatyEvent[]> ActsByTreaty(IEnumerable<TreatyEvent> recorded, DateTimeOffset knownAt) =>
        History
            .KnownAt(recorded, knownAt)
            .GroupBy(a => a.Treaty, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => InOrder(g).ToArray(), StringComparer.Ordinal);

    static IEnumerable<TreatyEvent> InOrder(IEnumerable<TreatyEvent> acts) =>
        acts.OrderBy(a => a.Date).ThenBy(a => a.Id, StringComparer.Ordinal);

    /// <summary>The instant, inclusive: that of the last recording known.</summary>
    public DateTimeOffset KnownAt { get; }

    /// <summary>
    /// The version of the data known then: the <see cref="Register.Version"/> before anything later was recorded, provided that the
    /// register has the reference data of that instant (<see cref="Register.At"/>).
    /// </summary>
    public string Version => _version.Value;

    /// <summary>The treaties that it knew then, by id.</summary>
    public IReadOnlyList<Treaty> Treaties { get; }

    /// <summary>The acts held true, by date, then id.</summary>
    public IReadOnlyList<TreatyEvent> Acts => _acts.Value;

    /// <summary>
    /// Whether the register knew a treaty then. If it did not, the absence of acts says nothing.
    /// </summary>
    public bool Knows(Treaty treaty) => _register.KnownSince(treaty) <= KnownAt;

    /// <summary>The acts of one treaty, by date, then id.</summary>
    public IReadOnlyList<TreatyEvent> ActsOf(Treaty treaty) => _actsByTreaty.GetValueOrDefault(treaty.Id) ?? [];

    /// <summary>How many acts of a treaty, up to and including a day, are unverified: a binary search.</summary>
    public int UnverifiedThrough(Treaty treaty, DateOnly day)
    {
        var days = UnverifiedDays(treaty);
        var (low, high) = (0, days.Count);
        while (low < high)
            if (days[(low + high) / 2] <= day)
                low = (low + high) / 2 + 1;
            else
                high = (low + high) / 2;
        return low;
    }

    /// <summary>The days of the unverified acts of a treaty, in order.</summary>
    public IReadOnlyList<DateOnly> UnverifiedDays(Treaty treaty) =>
        Remember(
            (nameof(UnverifiedDays), treaty.Id),
            () => ActsOf(treaty).Where(a => a.Verification is Verification.Unverified).Select(a => a.Date).ToArray()
        );

    /// <summary>A treaty's status.</summary>
    public TreatyStatus StatusOf(Treaty treaty) =>
        _statuses.GetOrAdd(
            treaty.Id,
            _ => TreatyStatus.Of(treaty, ActsOf(treaty), _participants, treaty.Parent is { } parent ? StatusOf(_treaties[parent]) : null)
        );

    /// <summary>Takes over the statuses of those treaties for which nothing differs in an older view: only the others are folded.</summary>
    internal void Share(RegisterView older)
    {
        var participantsAreEqual =
            ReferenceEquals(_participants, older._participants)
            || _participants.Count == older._participants.Count
                && _participants.All(p => older._participants.TryGetValue(p.Key, out var other) && p.Value.Equals(other));
        // The status of a parent is part of that of its protocols.
        if (participantsAreEqual)
            foreach (var treaty in _treaties.Values)
                _ = Shares(treaty, older);
    }

    bool Shares(Treaty treaty, RegisterView older)
    {
        if (_statuses.ContainsKey(treaty.Id))
            return true;
        if (
            !older._treaties.TryGetValue(treaty.Id, out var other)
            || !ReferenceEquals(treaty, other)
            || !older._statuses.TryGetValue(treaty.Id, out var status)
            || (treaty.Parent is { } parent && !Shares(_treaties[parent], older))
            || !AreSame(ActsOf(treaty), older.ActsOf(treaty))
        )
            return false;
        _statuses[treaty.Id] = status;
        return true;
    }

    static bool AreSame(IReadOnlyList<TreatyEvent> acts, IReadOnlyList<TreatyEvent> others) =>
        ReferenceEquals(acts, others) || acts.SequenceEqual(others);

    /// <summary>
    /// A value that follows from the view alone: computed when first asked for, also when several ask at once, and remembered. When more is
    /// remembered than <see cref="Capacity"/>, all of it is forgotten, so that a walk over all keys does not fill the memory.
    /// </summary>
    /// <param name="key">What identifies the value: a tuple of a word and whatever the value depends on.</param>
    /// <param name="make">Computes the value. An exception is remembered, too.</param>
    /// <param name="weight">How much of the capacity the value takes.</param>
    public T Remember<T>(object key, Func<T> make, int weight = 1)
        where T : class
    {
        if (_remembered.TryGetValue(key, out var known))
            return (T)known.Value;
        var mine = new Lazy<object>(make);
        var value = _remembered.GetOrAdd(key, mine);
        if (value == mine && Interlocked.Add(ref _weight, weight) > Capacity)
        {
            _remembered.Clear();
            Interlocked.Exchange(ref _weight, 0);
        }
        return (T)value.Value;
    }
}
