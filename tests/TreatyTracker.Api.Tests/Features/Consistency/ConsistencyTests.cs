using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Consistency;

public sealed class ConsistencyTests
{
    const string Day = "asOf=2026-12-01";

    [Test]
    public async Task The_shipped_record_is_valid_and_lists_what_is_waived()
    {
        var report = await Service.Get($"/v1/consistency?{Day}");
        Assert.That((bool)report["valid"]!, Is.True, report.ToJsonString());
        Assert.That((int)report["stats"]!["rules"]!, Is.EqualTo(Catalogue.All.Count));
        Assert.That((int)report["stats"]!["waived"]!, Is.EqualTo(report["waived"]!.AsArray().Count));
        Assert.That((string)report["asOf"]!, Is.EqualTo("2026-12-01"));
        Assert.That((string?)report["knownAt"], Is.Not.Null);
    }

    [Test]
    public async Task Filters_select_findings()
    {
        var all = Findings(await Service.Get($"/v1/consistency?{Day}"));
        Assert.That(all, Is.Not.Empty);
        foreach (
            var (filter, member, value) in all.SelectMany(f =>
                    new[]
                    {
                        ("treaty", "treaty", (string?)f["treaty"]),
                        ("rule", "rule", (string?)f["rule"]),
                        ("severity", "severity", (string?)f["severity"]),
                        ("participant", "participant", (string?)f["participant"]),
                    }
                )
                .Where(f => f.Item3 is not null)
                .Distinct()
        )
        {
            var some = Findings(await Service.Get($"/v1/consistency?{Day}&{filter}={value}"));
            Assert.That(some, Has.Count.EqualTo(all.Count(f => (string?)f[member] == value)), $"{filter}={value}");
        }
        Assert.That((await Service.Get($"/v1/consistency?{Day}&waived=true"))["errors"]!.AsArray(), Is.Empty);
        Assert.That((await Service.Get($"/v1/consistency?{Day}&waived=false"))["waived"]!.AsArray(), Is.Empty);
    }

    static List<JsonNode> Findings(JsonNode report) => [.. report["errors"]!.AsArray().Concat(report["waived"]!.AsArray()).Select(f => f!)];

    [TestCase("application/sarif+json", "application/sarif+json")]
    [TestCase("application/xml", "application/xml")]
    [TestCase("text/plain", "text/plain")]
    [TestCase("text/plain;q=0.5, application/json", "application/json")]
    [TestCase("*/*", "application/json")]
    public async Task Accept_selects_the_representation(string accept, string type)
    {
        using var response = await Service.Client.Ask($"/v1/consistency?{Day}", ("Accept", accept));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(type));
        await OpenApi.Contract.MustHold(response);
    }

    [Test]
    public async Task The_format_parameter_overrides_Accept()
    {
        var junit = XDocument.Parse(await Service.Client.GetStringAsync($"/v1/consistency?{Day}&format=junit"));
        Assert.That((int)junit.Root!.Attribute("failures")!, Is.Zero);
        Assert.That(await Service.Client.GetStringAsync($"/v1/consistency?{Day}&format=text"), Does.Contain("Passed (fails on error)"));
        Assert.That(await Service.Client.GetStringAsync($"/v1/consistency?{Day}&format=github"), Does.Contain("Passed (fails on error)"));
    }

    [Test]
    public async Task The_gate_passes_the_shipped_record()
    {
        var verdict = await Service.Get($"/v1/consistency/gate?{Day}");
        Assert.That((bool)verdict["valid"]!, Is.True);
        Assert.That((string)verdict["failOn"]!, Is.EqualTo("error"));
    }

    [Test]
    public async Task The_gate_fails_with_409_and_names_the_rules()
    {
        using var response = await Service.Client.GetAsync($"/v1/consistency/gate?{Day}&failOn=information");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), problem.ToJsonString());
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That((string)problem["type"]!, Is.EqualTo("/problems/inconsistent-record"));
        Assert.That((string)problem["detail"]!, Does.Contain("unverified-event").And.Contain("/v1/consistency"));
        await OpenApi.Contract.MustHold(response);
    }

    [Test]
    public async Task The_catalogue_is_available_as_a_list_and_rule_by_rule()
    {
        var rules = await Service.Items("/v1/consistency/rules?limit=500");
        Assert.That(rules.Select(r => (string)r!["id"]!), Is.EqualTo(Catalogue.All.Select(r => r.Id).Order(StringComparer.Ordinal)));
        foreach (var rule in rules)
            Assert.That((await Service.Get($"/v1/consistency/rules/{rule!["id"]}")).ToJsonString(), Is.EqualTo(rule.ToJsonString()));
    }

    [Test]
    public async Task Published_counts_are_compared_with_computed_ones()
    {
        var figures = await Service.Items($"/v1/consistency/reconciliation?{Day}&limit=500");
        Assert.That(figures, Is.Not.Empty);
        foreach (var figure in figures)
        {
            Assert.That((int)figure!["difference"]!, Is.EqualTo((int)figure["computed"]! - (int)figure["published"]!));
            Assert.That(figure["firstDisagreeing"] is null, Is.EqualTo((int)figure["difference"]! == 0));
            var counts = await Service.Get($"/v1/treaties/{figure["treaty"]}/counts?asOf={figure["day"]}");
            Assert.That((int)figure["computed"]!, Is.EqualTo((int)counts[(string)figure["metric"]!]!));
        }
        var agreeing = await Service.Get($"/v1/consistency/reconciliation?{Day}&agrees=true");
        var differing = await Service.Get($"/v1/consistency/reconciliation?{Day}&agrees=false");
        Assert.That((int)agreeing["total"]! + (int)differing["total"]!, Is.EqualTo(figures.Count));
    }

    [TestCase("/v1/consistency?treaty=untok", 400, "untoc")]
    [TestCase("/v1/consistency?rule=double-consnt", 400, "double-consent")]
    [TestCase("/v1/consistency?severity=eror", 400, "error")]
    [TestCase("/v1/consistency?participant=PRX", 400, "PRK")]
    [TestCase("/v1/consistency?format=csv", 400, "sarif")]
    [TestCase("/v1/consistency?waived=maybe", 400, "true or false")]
    [TestCase("/v1/consistency/gate?failon=error", 400, "failOn")]
    [TestCase("/v1/consistency/reconciliation?treaty=untok", 400, "untoc")]
    [TestCase("/v1/consistency/rules/double-consnt", 404, "double-consent")]
    public async Task Bad_input_gets_a_problem_with_a_suggestion(string url, int status, string hint)
    {
        using var response = await Service.Client.GetAsync(url);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That((string)problem["detail"]!, Does.Contain(hint));
    }

    [Test]
    public async Task An_unknown_representation_gets_406()
    {
        using var response = await Service.Client.Ask("/v1/consistency", ("Accept", "application/pdf"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotAcceptable));
    }
}
