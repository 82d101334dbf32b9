using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Export;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Features.Export;

/// <summary>
/// The data package contains the data of the register. <c>package/check.mjs</c> validates it with a public library.
/// </summary>
public sealed class DataPackageTests
{
    static readonly Lazy<Task<ZipArchive>> s_archive = new(async () =>
        new ZipArchive(await Service.Client.GetStreamAsync("/v1/export/treatytracker.zip"))
    );

    [Test]
    public async Task The_archive_and_the_addresses_give_the_same_bytes()
    {
        var archive = await s_archive.Value;
        Assert.That(
            archive.Entries.Select(e => e.FullName),
            Does.Contain("datapackage.json").And.Contain("data/events.csv").And.Contain("data/counts.csv")
        );
        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            using var content = new MemoryStream();
            await using (var stream = entry.Open())
                await stream.CopyToAsync(content);
            Assert.That(
                (await Service.Client.GetByteArrayAsync($"/v1/export/{entry.FullName}")).AsSpan().SequenceEqual(content.ToArray()),
                entry.FullName
            );
        }
    }

    [Test]
    public async Task The_descriptor_names_the_data_version_the_licence_and_every_source()
    {
        var descriptor = JsonNode.Parse(await Service.Client.GetStringAsync("/v1/export/datapackage.json"))!;
        Assert.That((string?)descriptor["version"], Is.EqualTo((string?)(await Service.Get("/v1/version"))["data"]));
        Assert.That((string?)descriptor["licenses"]![0]!["name"], Is.EqualTo("MIT"));
        Assert.That(
            descriptor["sources"]!.AsArray().Select(s => (string?)s!["title"]),
            Is.EquivalentTo(SeedReader.Read(SmallRecord.Path).Sources.Select(s => s.Title))
        );
        Assert.That(
            descriptor["resources"]!.AsArray().SelectMany(r => r!["schema"]!["fields"]!.AsArray()).Select(f => (string?)f!["description"]),
            Is.All.Not.Empty
        );
    }

    [TestCase("untoc", "2017-06-30")]
    [TestCase("untoc", "2003-09-28")]
    [TestCase("rome-statute", "2019-06-01")]
    [TestCase("narcotics-1961-amended", "2013-01-15")]
    [TestCase("untoc-firearms", "2024-05-04")]
    public async Task The_computed_tables_give_the_counts_of_any_day(string treaty, string day)
    {
        var counts = await Service.Get($"/v1/treaties/{treaty}/counts?asOf={day}");
        var step = (await Rows("counts")).Last(r => r["treaty"] == treaty && string.CompareOrdinal(r["from"], day) <= 0);
        foreach (var name in WireNames.All<NamedCount>())
            Assert.That(step[name], Is.EqualTo(counts[name]!.ToString()), name);

        var bound = (await Rows("participations"))
            .Where(r =>
                r["treaty"] == treaty
                && r["consentOn"] is { Length: > 0 } on
                && string.CompareOrdinal(on, day) <= 0
                && (r["boundUntil"].Length == 0 || string.CompareOrdinal(r["boundUntil"], day) > 0)
            )
            .Select(r => r["participant"]);
        Assert.That(bound.Distinct().Count().ToString(CultureInfo.InvariantCulture), Is.EqualTo(step["parties"]));
    }

    [Test]
    public async Task Every_row_of_the_register_is_in_its_table()
    {
        var rows = (await Service.Get("/v1/version"))["rows"]!;
        foreach (
            var (table, name) in new[]
            {
                ("treaties", "treaties"),
                ("participants", "participants"),
                ("events", "events"),
                ("sources", "sources"),
                ("published-counts", "publishedCounts"),
            }
        )
            Assert.That(await Rows(table), Has.Count.EqualTo((int)rows[name]!), table);
        Assert.That(await Rows("event-sources"), Has.Count.EqualTo(SeedReader.Read(SmallRecord.Path).Events.Sum(e => e.Sources.Count)));
        Assert.That(await Rows("waivers"), Has.Count.EqualTo(SeedReader.Read(SmallRecord.Path).Waivers.Count));
    }

    [Test]
    public async Task A_text_that_begins_like_a_formula_is_escaped_and_keys_are_unchanged()
    {
        var facts = SeedReader.Read(Repository.Seeds);
        var register = Register.Of(
            facts with
            {
                Events = [.. facts.Events.Select(e => e with { Note = "=1+1, \"quoted\"\r\nsecond line" })],
            }
        );
        using var scratch = new Scratch();
        await DataPackage.Write(register, scratch.Path);

        var events = Csv.Rows(File.ReadAllText(Path.Combine(scratch.Path, "data", "events.csv")));
        Assert.That(events.Select(e => e["note"]), Is.All.EqualTo("'=1+1, \"quoted\"\r\nsecond line"));
        Assert.That(events.Select(e => e["id"]), Is.EqualTo(facts.Events.Select(e => e.Id)));
        Assert.That(
            File.ReadAllBytes(Path.Combine(scratch.Path, "data", "events.csv"))[..2],
            Is.EqualTo("id"u8.ToArray()),
            "no byte order mark"
        );
        Assert.That(
            File.ReadAllText(Path.Combine(scratch.Path, "data", "sources.csv")).Count(c => c == '\n'),
            Is.EqualTo(facts.Sources.Count + 1)
        );
    }

    static async Task<List<Dictionary<string, string>>> Rows(string table) =>
        Csv.Rows(await Service.Client.GetStringAsync($"/v1/export/data/{table}.csv"));
}
