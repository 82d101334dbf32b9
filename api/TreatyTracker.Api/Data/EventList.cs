using System.Collections;
using System.Runtime.CompilerServices;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Events by id, by date and by treaty. It never changes; a list with a few more events shares with this one the events that they do not
/// touch.
/// </summary>
[CollectionBuilder(typeof(EventList), nameof(Create))]
public sealed class EventList : IReadOnlyList<TreatyEvent>
{
    static readonly Comparer<TreatyEvent> s_byId = Comparer<TreatyEvent>.Create((a, b) => string.CompareOrdinal(a.Id, b.Id));

    static readonly Comparer<TreatyEvent> s_byDate = Comparer<TreatyEvent>.Create(
        (a, b) => a.Date.CompareTo(b.Date) is var days && days != 0 ? days : string.CompareOrdinal(a.Id, b.Id)
    );

    readonly SortedChunks<TreatyEvent> _byId;
    readonly Lazy<SortedChunks<TreatyEvent>> _byDate;
    readonly Lazy<Dictionary<string, TreatyEvent[]>> _byTreaty;
    readonly Lazy<IReadOnlyList<TreatyEvent>> _strayCorrections;

    EventList(SortedChunks<TreatyEvent> byId)
    {
        _byId = byId;
        _byDate = new(() => SortedChunks<TreatyEvent>.Of(byId, s_byDate));
        _byTreaty = new(() => byId.GroupBy(e => e.Treaty, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray()));
        _strayCorrections = new(() => [.. byId.Where(IsStray)]);
    }

    EventList(EventList older, IReadOnlyList<TreatyEvent> added)
    {
        _byId = older._byId.With(added);
        // What is not known yet is not asked of the older list, which would be kept alive for it.
        _byDate = older._byDate.IsValueCreated
            ? new(older._byDate.Value.With(added))
            : new(() => SortedChunks<TreatyEvent>.Of(_byId, s_byDate));
        _byTreaty = new(With(older._byTreaty.Value, added));
        _strayCorrections = new([.. older.StrayCorrections, .. added.Where(IsStray)]);
    }

    /// <summary>Makes a list of events in any order.</summary>
    public static EventList Create(ReadOnlySpan<TreatyEvent> events) => new(SortedChunks<TreatyEvent>.Of(events.ToArray(), s_byId));

    /// <summary>This list with more events, in any order.</summary>
    /// <exception cref="ArgumentException">One of them has an id that is in the list.</exception>
    public EventList With(IReadOnlyList<TreatyEvent> added) =>
        added.FirstOrDefault(e => Contains(e.Id)) is { } twice
            ? throw new ArgumentException($"There are two events '{twice.Id}'.", nameof(added))
            : new(this, added);

    /// <inheritdoc/>
    public int Count => _byId.Count;

    /// <summary>An event by its place in the order of ids.</summary>
    public TreatyEvent this[int index] => _byId[index];

    /// <summary>An event by its id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public TreatyEvent this[string id] => Find(id) ?? throw new KeyNotFoundException($"There is no event '{id}'.");

    /// <summary>An event by its id; <c>null</c> where there is none.</summary>
    public TreatyEvent? Find(string id) => _byId.Find(e => string.CompareOrdinal(e.Id, id));

    /// <summary>Whether there is an event with an id.</summary>
    public bool Contains(string id) => Find(id) is not null;

    /// <summary>The events by date, then id.</summary>
    public IReadOnlyList<TreatyEvent> ByDate => _byDate.Value;

    /// <summary>The events of a treaty, corrections included, by id.</summary>
    public IReadOnlyList<TreatyEvent> OfTreaty(string treaty) => _byTreaty.Value.GetValueOrDefault(treaty) ?? [];

    /// <summary>The corrections that stand under another treaty than the event that they correct.</summary>
    public IReadOnlyList<TreatyEvent> StrayCorrections => _strayCorrections.Value;

    /// <inheritdoc/>
    public IEnumerator<TreatyEvent> GetEnumerator() => _byId.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    bool IsStray(TreatyEvent e) => e.Corrects is { } id && Find(id) is { } corrected && corrected.Treaty != e.Treaty;

    static Dictionary<string, TreatyEvent[]> With(Dictionary<string, TreatyEvent[]> older, IReadOnlyList<TreatyEvent> added)
    {
        var all = new Dictionary<string, TreatyEvent[]>(older);
        foreach (var more in added.GroupBy(e => e.Treaty, StringComparer.Ordinal))
            all[more.Key] = [.. all.GetValueOrDefault(more.Key, []).Concat(more).Order(s_byId)];
        return all;
    }
}
