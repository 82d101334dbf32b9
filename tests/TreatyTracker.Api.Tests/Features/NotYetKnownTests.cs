using System.Net;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features;

/// <summary>Before a treaty is first recorded, the register knows nothing about it and gives no figure.</summary>
public sealed class NotYetKnownTests
{
    const string Before = "knownAt=2020-01-01T00:00:00Z",
        From = "knownAt=2026-11-23T00:00:00Z";

    [TestCase("/v1/treaties/untoc/counts?asOf=2017-06-30")]
    [TestCase("/v1/treaties/untoc/counts?asOf=2017-06-30&format=text")]
    [TestCase("/v1/treaties/XVIII-12/counts/history?interval=year")]
    [TestCase("/v1/treaties/untoc/counts/explanation?asOf=2017-06-30")]
    [TestCase("/v1/treaties/untoc/badge.svg?asOf=2017-06-30")]
    [TestCase("/v1/treaties/untoc/parties?asOf=2017-06-30")]
    [TestCase("/v1/treaties/untoc/parties/PRK?asOf=2017-06-30")]
    [TestCase("/v1/treaties/untoc/non-parties?asOf=2017-06-30")]
    [TestCase("/v1/treaties/untoc/events?asOf=2017-06-30")]
    [TestCase("/v1/treaties/untoc/entry-into-force?asOf=2017-06-30")]
    [TestCase("/v1/treaties/untoc?asOf=2017-06-30")]
    [TestCase("/v1/conventions/untoc?asOf=2017-06-30")]
    [TestCase("/v1/treaties/untoc/calendar.ics?from=2003-01-01")]
    [TestCase("/v1/treaties/untoc/events.atom?limit=1")]
    public async Task A_treaty_first_recorded_later_is_unknown_at_an_earlier_instant(string url)
    {
        using var before = await Service.Client.GetAsync($"{url}&{Before}");
        Assert.That(before.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(
            (string?)JsonNode.Parse(await before.Content.ReadAsStringAsync())!["detail"],
            Does.StartWith("The register did not know 'untoc' at 2020-01-01T00:00:00Z.")
                .And.Contain("Use knownAt=2026-11-23T00:00:00Z or later")
        );
        using var from = await Service.Client.GetAsync($"{url}&{From}");
        Assert.That(from.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/v1/counts")]
    [TestCase("/v1/treaties")]
    [TestCase("/v1/conventions")]
    [TestCase("/v1/protocols")]
    [TestCase("/v1/states/PRK/participations")]
    [TestCase("/v1/changes?from=2016-01-01")]
    [TestCase("/v1/consistency/reconciliation")]
    public async Task Lists_omit_it(string url)
    {
        var and = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        Assert.That(await Service.Items($"{url}{and}{Before}"), Is.Empty);
        Assert.That(await Service.Items($"{url}{and}{From}"), Is.Not.Empty);
    }

    [TestCase("/v1/counts?treaty=untoc")]
    [TestCase("/v1/changes?treaty=untoc&from=2016-01-01")]
    [TestCase("/v1/matrix?treaty=untoc")]
    public async Task A_list_that_names_it_says_which_treaty_was_unknown(string url)
    {
        using var before = await Service.Client.GetAsync($"{url}&{Before}");
        Assert.That(before.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(
            (string?)JsonNode.Parse(await before.Content.ReadAsStringAsync())!["errors"]!["treaty"]![0],
            Does.Contain("did not know 'untoc' at 2020-01-01T00:00:00Z")
        );
        await Service.Get($"{url}&{From}");
    }

    [Test]
    public async Task A_State_has_no_standing_before_any_treaty_is_known()
    {
        var summary = (await Service.Get($"/v1/states/PRK?{Before}"))["participations"]!;
        Assert.That(summary.AsObject().Select(s => (int)s.Value!), Has.All.Zero);
        Assert.That((await Service.Get($"/v1/matrix?{Before}&limit=1"))["treaties"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_treaty_added_by_a_later_import_is_unknown_before_that_import_regardless_of_its_seeds()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds(SmallRecord.Path);
        scratch.Database.Prepare();
        Without(seeds, "hostages-1979");
        Import.Run(scratch.Database, SeedReader.Read(seeds), new DateTimeOffset(2026, 11, 29, 0, 0, 0, TimeSpan.Zero));
        Import.Run(scratch.Database, SeedReader.Read(SmallRecord.Path), new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero));
        using var host = new TestHost(scratch.DatabaseFile, SmallRecord.Path);
        using var client = host.CreateClient();

        const string counts = "/v1/treaties/hostages-1979/counts?asOf=2017-06-30&knownAt=";
        using var before = await client.GetAsync(counts + "2026-11-29T12:00:00Z");
        Assert.That(before.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((int)(await Service.Get(client, counts + "2026-11-30T00:00:00Z"))["parties"]!, Is.GreaterThan(150));
        Assert.That(
            (await Service.Get(client, "/v1/treaties/untoc/counts?asOf=2017-06-30&knownAt=2026-11-29T12:00:00Z"))[
                "parties"
            ]!.GetValue<int>(),
            Is.EqualTo(187)
        );
    }

    static void Without(string seeds, string treaty)
    {
        File.Delete(Path.Combine(seeds, "treaties", treaty + ".json"));
        File.Delete(Path.Combine(seeds, "events", treaty + ".csv"));
        foreach (var file in new[] { "published-counts.csv", "waivers.csv" }.Select(f => Path.Combine(seeds, f)))
            File.WriteAllLines(file, File.ReadAllLines(file).Where(l => !l.Contains(treaty, StringComparison.Ordinal)));
    }
}
