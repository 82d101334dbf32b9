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
}
