using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.TreatyCounts;

public sealed class ExplainCountsTests
{
    [TestCase("untoc", "2017-06-30")]
    [TestCase("untoc", "2006-08-01")]
    [TestCase("untoc-smuggling", "2017-06-30")]
    [TestCase("uncac", "2004-01-01")]
    [TestCase("rome-statute", "2019-03-17")]
    [TestCase("narcotics-1961-amended", "2012-06-30")]
    public async Task The_sums_prove_each_figure(string treaty, string asOf)
    {
        var counts = await Service.Get($"/v1/treaties/{treaty}/counts?asOf={asOf}");
        var explanation = await Service.Get($"/v1/treaties/{treaty}/counts/explanation?asOf={asOf}&limit=500");
        Assert.That(explanation["proofs"]!.AsArray(), Has.Count.EqualTo(9));
        foreach (var proof in explanation["proofs"]!.AsArray())
        {
            var name = (string)proof!["count"]!;
            Assert.That((int)proof["figure"]!, Is.EqualTo((int)counts[name]!), name);
            Assert.That(Sum(proof["counted"]!), Is.EqualTo((int)counts[name]!), name);
            Assert.That(Sum(proof["counted"]!) + Sum(proof["notCounted"]!), Is.EqualTo((int)explanation["total"]!), name);
            var rows = explanation["items"]!
                .AsArray()
                .SelectMany(p => p!["reasons"]!.AsArray())
                .Count(r => (string?)r!["count"] == name && (bool)r["counted"]!);
            Assert.That(rows, Is.EqualTo((int)counts[name]!), name);
        }
    }

    [Test]
    public async Task Each_counted_participant_has_an_event_with_sources()
    {
        var explained = await Service.Items("/v1/treaties/untoc/counts/explanation?asOf=2017-06-30&count=parties&participant=KP");
        var reason = explained.Single()!["reasons"]!.AsArray().Single()!;
        Assert.That((string?)reason["events"]![0], Is.EqualTo("untoc-PRK-accession-2016-06-17"));
        Assert.That((string?)reason["verification"], Is.EqualTo("corroborated"));
        Assert.That(reason["sources"]!.AsArray(), Is.Not.Empty);
    }

    [Test]
    public async Task The_organization_is_a_party_that_does_not_count_towards_the_threshold()
    {
        var explained = await Service.Items(
            "/v1/treaties/untoc/counts/explanation?asOf=2017-06-30&count=countedForEntryIntoForce&participant=EU"
        );
        var reason = explained.Single()!["reasons"]![0]!;
        Assert.That(
            ((bool)reason["counted"]!, (string?)reason["rule"], (string?)reason["article"]),
            Is.EqualTo((false, "organization-not-counted", "art. 38(1)"))
        );
    }

    [Test]
    public async Task The_table_has_a_line_for_each_participant_and_count()
    {
        var csv = (await Service.Client.GetStringAsync("/v1/treaties/untoc/counts/explanation?asOf=2017-06-30&format=csv"))
            .TrimEnd()
            .Split("\r\n");
        var total = (int)(await Service.Get("/v1/treaties/untoc/counts/explanation?asOf=2017-06-30"))["total"]!;
        Assert.That(csv, Has.Length.EqualTo(1 + (9 * total)));
    }

    static int Sum(JsonNode byRule) => byRule.AsObject().Sum(r => (int)r.Value!);
}
