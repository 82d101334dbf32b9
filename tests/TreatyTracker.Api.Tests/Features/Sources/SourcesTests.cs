using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Sources;

public sealed class SourcesTests
{
    [Test]
    public async Task A_source_says_on_which_terms_it_can_be_used_and_whom_to_name()
    {
        var source = await Service.Get("/v1/sources/austria-iii-190-2022");
        Assert.That(
            ((string?)source["licence"], (string?)source["attribution"]),
            Is.EqualTo(("CC-BY-4.0", "Rechtsinformationssystem des Bundes (RIS), ris.bka.gv.at"))
        );
    }

    [Test]
    public async Task What_is_not_known_of_a_licence_is_absent()
    {
        var source = (await Service.Get("/v1/sources/general-knowledge")).AsObject();
        Assert.That(source.Select(m => m.Key), Does.Not.Contain("licence").And.Not.Contain("attribution"));
    }

    [Test]
    public async Task A_table_of_sources_has_the_licences()
    {
        var lines = (await Service.Client.GetStringAsync("/v1/sources?format=csv&limit=500")).ReplaceLineEndings("\n").Split('\n');
        Assert.That(lines[0], Is.EqualTo("id,title,url,licence,attribution,events"));
        Assert.That(lines, Has.One.StartWith("austria-iii-190-2022,").And.One.Contains(",CC-BY-4.0,\"Rechtsinformationssystem des Bundes"));
    }

    [Test]
    public async Task A_source_counts_the_events_that_cite_it()
    {
        var facts = SeedReader.Read(SmallRecord.Path);
        var counts = (await Service.Items("/v1/sources?limit=500")).ToDictionary(s => (string)s!["id"]!, s => (int)s!["events"]!);
        Assert.That(counts, Is.EquivalentTo(facts.Sources.ToDictionary(s => s.Id, s => facts.Events.Count(e => e.Sources.Contains(s.Id)))));
    }

    [Test]
    public void Licences_survive_the_way_into_a_register_and_back()
    {
        using var scratch = new Scratch();
        var held = Register.Load(scratch.Seeded()).Facts;
        Assert.That(held.Sources, Is.EqualTo(SeedReader.Read(Repository.Seeds).Sources));
        Assert.That(SeedWriter.Write(held)["sources.csv"], Does.StartWith("id,title,url,licence,attribution\n"));
        var unlicensed = held with { Sources = [.. held.Sources.Select(s => s with { Licence = null, Attribution = null })] };
        Assert.That(SeedWriter.Write(unlicensed)["sources.csv"], Does.StartWith("id,title,url\n"), "empty columns are left out");
    }

    [Test]
    public void Every_source_of_the_shipped_record_but_general_knowledge_has_a_licence_and_CC_BY_names_someone()
    {
        var sources = ShippedRecord.Facts.Sources;
        Assert.That(sources.Where(s => s.Licence is null).Select(s => s.Id), Is.EqualTo(new[] { "general-knowledge" }));
        Assert.That(sources.Where(s => s.Licence is "CC-BY-4.0" && s.Attribution is null), Is.Empty);
    }
}
