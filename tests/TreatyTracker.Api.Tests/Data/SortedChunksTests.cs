using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Tests.Data;

/// <summary>A list that is added to in parts is the list that is sorted as a whole.</summary>
public sealed class SortedChunksTests
{
    // Text and place: of equal texts the one that was there first comes first.
    static readonly Comparer<(int Value, int Place)> s_order = Comparer<(int Value, int Place)>.Create(
        (a, b) => a.Value.CompareTo(b.Value)
    );

    [Test]
    public void An_empty_list_has_nothing_and_finds_nothing()
    {
        var list = SortedChunks<(int Value, int Place)>.Of([], s_order);
        Assert.That(list, Is.Empty);
        Assert.That(list.Find(item => item.Value.CompareTo(1)), Is.Default);
        Assert.That(() => list[0], Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(list.With([(1, 0)]), Is.EqualTo(new[] { (1, 0) }));
    }

    [Test]
    public void It_is_the_sorted_list_whatever_is_added_in_whatever_parts([Values(1, 2, 7, 300, 1000, 5000)] int atOnce)
    {
        var random = new Random(atOnce);
        var all = Enumerable.Range(0, 5000).Select(place => (Value: random.Next(20_000), Place: place)).ToArray();
        var list = SortedChunks<(int Value, int Place)>.Of([.. all[..600]], s_order);
        foreach (var part in all[600..].Chunk(atOnce))
            list = list.With(part);

        var sorted = all.OrderBy(item => item.Value).ToArray();
        Assert.That(list, Is.EqualTo(sorted));
        Assert.That(list.Count, Is.EqualTo(sorted.Length));
        Assert.That(Enumerable.Range(0, sorted.Length).Select(at => list[at]), Is.EqualTo(sorted));
        Assert.That(() => list[sorted.Length], Throws.InstanceOf<ArgumentOutOfRangeException>());
        var first = sorted.DistinctBy(item => item.Value).ToDictionary(item => item.Value);
        Assert.That(
            Enumerable.Range(-1, 20_002).Where(value => list.Find(item => item.Value.CompareTo(value)) != first.GetValueOrDefault(value)),
            Is.Empty
        );
    }

    [Test]
    public void A_list_stays_as_it_was_when_more_is_added()
    {
        var list = SortedChunks<(int Value, int Place)>.Of([.. Enumerable.Range(0, 1000).Select(n => (2 * n, n))], s_order);
        var before = list.ToArray();
        Assert.That(list.With([(501, 0), (-1, 0), (9999, 0)]), Has.Count.EqualTo(1003));
        Assert.That(list, Is.EqualTo(before));
    }
}
