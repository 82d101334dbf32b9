using System.Collections;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>
/// Rows that are made when they are read, so that a page of a long list makes only its own, and a long table is never in memory as a whole.
/// </summary>
/// <typeparam name="T">The rows.</typeparam>
/// <param name="count">How many there are.</param>
/// <param name="row">Makes the row at a place.</param>
sealed class LazyRows<T>(int count, Func<int, T> row) : IReadOnlyList<T>
{
    public T this[int index] => row(index);

    public int Count => count;

    public IEnumerator<T> GetEnumerator() => Enumerable.Range(0, count).Select(row).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
