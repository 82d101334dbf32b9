using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Events by id, found by a binary search in the list that a snapshot has anyway: a dictionary of tens of thousands would have to be copied
/// for each recording.
/// </summary>
sealed class EventIndex : IReadOnlyDictionary<string, TreatyEvent>
{
    readonly IReadOnlyList<TreatyEvent> _byId;

    /// <param name="events">All events; no two have the same id.</param>
    public EventIndex(IReadOnlyList<TreatyEvent> events) => _byId = Seal.InOrder(events);

    /// <inheritdoc/>
    public int Count => _byId.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _byId.Select(e => e.Id);

    /// <inheritdoc/>
    public IEnumerable<TreatyEvent> Values => _byId;

    /// <inheritdoc/>
    public TreatyEvent this[string key] =>
        TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"There is no event '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TreatyEvent value)
    {
        var (low, high) = (0, _byId.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_byId[middle].Id, key) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        value = low < _byId.Count && _byId[low].Id == key ? _byId[low] : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, TreatyEvent>> GetEnumerator() =>
        _byId.Select(e => KeyValuePair.Create(e.Id, e)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
