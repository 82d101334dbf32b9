using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Events;

public sealed class EventsTests
{
    [Test]
    public async Task An_event_has_sources_and_verification()
    {
        var found = (await Service.Get("/v1/events/UNTOC-prk-accession-2016-06-17"))["event"]!;
        Assert.That(
            ((string?)found["id"], (string?)found["participant"], (string?)found["date"], (string?)found["verification"]),
            Is.EqualTo(("untoc-PRK-accession-2016-06-17", "PRK", "2016-06-17", "corroborated"))
        );
        Assert.That(found["sources"]!.AsArray(), Is.Not.Empty);
        foreach (var source in found["sources"]!.AsArray())
            await Service.Get($"/v1/sources/{source}");
    }

    [TestCase("/v1/treaties/untoc/events?kind=signature", 147)]
    [TestCase("/v1/events?treaty=untoc&kind=signature", 147)]
    [TestCase("/v1/treaties/untoc/events?state=KP", 1)]
    [TestCase("/v1/treaties/untoc/events?from=2016-06-17&to=2016-06-17", 1)]
    [TestCase("/v1/treaties/rome-statute/events?verification=unverified", 7)]
    [TestCase("/v1/treaties/untoc/events?recordedSince=2026-11-23T00:00:00Z&state=KP", 1)]
    [TestCase("/v1/treaties/untoc/events?recordedSince=2026-11-23T00:00:01Z", 2)]
    [TestCase("/v1/events?treaty=untoc&knownAt=2026-11-22T23:59:59Z", 0)]
    [TestCase("/v1/treaties/untoc/events?asOf=2000-12-11", 0)]
    public async Task Filters_select_events(string url, int events) =>
        Assert.That((int)(await Service.Get(url))["total"]!, Is.EqualTo(events));

    [Test]
    public async Task Every_event_of_the_register_is_listed_in_order()
    {
        var ids = new List<string>();
        var cursor = "";
        do
        {
            var page = await Service.Get($"/v1/events?limit=500{cursor}");
            ids.AddRange(page["items"]!.AsArray().Select(e => $"{e!["date"]} {e["id"]}"));
            cursor = page["next"] is { } next ? $"&cursor={next}" : null;
        } while (cursor is not null);
        var rows = (int)(await Service.Get("/v1/version"))["rows"]!["events"]!;
        Assert.That(ids, Has.Count.EqualTo(rows).And.Unique.And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    [Test]
    public async Task Several_kinds_are_listed_together()
    {
        var one = await Service.Get("/v1/treaties/untoc/events?kind=accession");
        var other = await Service.Get("/v1/treaties/untoc/events?kind=approval");
        var both = await Service.Get("/v1/treaties/untoc/events?kind=accession&kind=approval");
        Assert.That((int)both["total"]!, Is.EqualTo((int)one["total"]! + (int)other["total"]!).And.GreaterThan((int)one["total"]!));
    }

    [TestCase("date")]
    [TestCase("recorded")]
    public async Task Descending_pages_are_the_ascending_list_from_its_end(string sort)
    {
        var ascending = await Ids("asc");
        var descending = await Ids("desc");
        Assert.That(descending, Has.Count.GreaterThan(300).And.EqualTo(Enumerable.Reverse(ascending).ToList()));

        async Task<List<string>> Ids(string order)
        {
            var ids = new List<string>();
            for (var cursor = ""; cursor is not null; )
            {
                var page = await Service.Get($"/v1/treaties/untoc/events?sort={sort}&order={order}&limit=100{cursor}");
                ids.AddRange(page["items"]!.AsArray().Select(e => (string)e!["id"]!));
                cursor = page["next"] is { } next ? $"&cursor={next}" : null;
            }
            return ids;
        }
    }

    [Test]
    public async Task The_latest_recording_comes_first_where_recordings_order_the_list()
    {
        var instants = (await Service.Items("/v1/events?sort=recorded&order=desc&limit=500"))
            .Select(e => (string)e!["recordedAt"]!)
            .ToList();
        Assert.That(instants, Is.Ordered.Descending);
        var oldest = (await Service.Items("/v1/events?sort=recorded&limit=1")).Single()!;
        Assert.That(instants[0], Is.GreaterThan((string)oldest["recordedAt"]!));
    }
}
