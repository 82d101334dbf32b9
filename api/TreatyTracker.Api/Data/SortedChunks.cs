using System.Collections;

namespace TreatyTracker.Api.Data;

/// <summary>An immutable list in an order. With a few more items it copies only the parts where they belong.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
sealed class SortedChunks<T> : IReadOnlyList<T>
{
    /// <summary>How many items a part has at first; it is split at twice as many.</summary>
    const int Size = 256;

    readonly IComparer<T> _order;

    // No chunk is empty.
    readonly T[][] _chunks;
    readonly int[] _starts;

    SortedChunks(List<T[]> chunks, IComparer<T> order)
    {
        (_order, _chunks, _starts) = (order, [.. chunks], new int[chunks.Count]);
        for (var at = 0; at < _chunks.Length; at++)
        {
            _starts[at] = Count;
            Count += _chunks[at].Length;
        }
    }

    /// <summary>Sorts items; of two that are equal in the order, the one that comes first stays first.</summary>
    public static SortedChunks<T> Of(IReadOnlyList<T> items, IComparer<T> order)
    {
        var isSorted = true;
        for (var at = 1; at < items.Count && isSorted; at++)
            isSorted = order.Compare(items[at - 1], items[at]) <= 0;
        return new([.. (isSorted ? items : items.Order(order).AsEnumerable()).Chunk(Size)], order);
    }

    /// <summary>This list with more items, in any order.</summary>
    public SortedChunks<T> With(IReadOnlyList<T> added)
    {
        if (_chunks.Length == 0)
            return Of(added, _order);
        var sorted = added.Order(_order).ToArray();
        var (chunks, from) = (new List<T[]>(_chunks.Length + 1), 0);
        for (var at = 0; at < _chunks.Length; at++)
        {
            // Up to the first item of the next chunk they belong to this one.
            var to = from;
            while (to < sorted.Length && (at == _chunks.Length - 1 || _order.Compare(sorted[to], _chunks[at + 1][0]) < 0))
                to++;
            var chunk = from == to ? _chunks[at] : [.. _chunks[at].Concat(sorted[from..to]).Order(_order)];
            from = to;
            if (chunk.Length <= 2 * Size)
                chunks.Add(chunk);
            else
                chunks.AddRange(chunk.Chunk(Size));
        }
        return new(chunks, _order);
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var at = Array.BinarySearch(_starts, index);
            at = at < 0 ? ~at - 1 : at;
            return _chunks[at][index - _starts[at]];
        }
    }

    /// <summary>The first item that is where it is looked for; <c>default</c> where there is none.</summary>
    /// <param name="compare">Below 0 for an item that comes before what is looked for, 0 for the item, above 0 after it.</param>
    public T? Find(Func<T, int> compare)
    {
        var chunk = Last(_chunks.Length, at => compare(_chunks[at][0]) < 0);
        foreach (var at in new[] { chunk, chunk + 1 })
            if (at >= 0 && at < _chunks.Length)
            {
                var items = _chunks[at];
                var index = Last(items.Length, i => compare(items[i]) < 0) + 1;
                if (index < items.Length)
                    return compare(items[index]) == 0 ? items[index] : default;
            }
        return default;
    }

    /// <summary>The last number below a limit for which something holds, as it does for all before it; -1 where there is none.</summary>
    static int Last(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
            if (holds((low + high) / 2))
                low = (low + high) / 2 + 1;
            else
                high = (low + high) / 2;
        return low - 1;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _chunks.SelectMany(c => c).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
