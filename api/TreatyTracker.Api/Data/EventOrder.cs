using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>The orders in which snapshots keep events, and how events are added to them without sorting again.</summary>
static class EventOrder
{
    /// <summary>By id, as the database gives them.</summary>
    public static Comparer<TreatyEvent> ById { get; } = Comparer<TreatyEvent>.Create((a, b) => string.CompareOrdinal(a.Id, b.Id));

    /// <summary>By date, then id.</summary>
    public static Comparer<TreatyEvent> ByDate { get; } =
        Comparer<TreatyEvent>.Create(
            (a, b) => a.Date.CompareTo(b.Date) is var days && days != 0 ? days : string.CompareOrdinal(a.Id, b.Id)
        );

    /// <summary>Events in order with a few more.</summary>
    /// <param name="held">The events, in order.</param>
    /// <param name="added">The others, in any order. None is among <paramref name="held"/>.</param>
    /// <param name="order">The order.</param>
    public static TreatyEvent[] Merged(IReadOnlyList<TreatyEvent> held, IReadOnlyList<TreatyEvent> added, IComparer<TreatyEvent> order)
    {
        var from = held as TreatyEvent[] ?? [.. held];
        var all = new TreatyEvent[from.Length + added.Count];
        var (taken, at) = (0, 0);
        foreach (var e in added.Order(order))
        {
            var next = ~Array.BinarySearch(from, taken, from.Length - taken, e, order);
            Array.Copy(from, taken, all, at, next - taken);
            at += next - taken;
            taken = next;
            all[at++] = e;
        }
        Array.Copy(from, taken, all, at, from.Length - taken);
        return all;
    }
}
