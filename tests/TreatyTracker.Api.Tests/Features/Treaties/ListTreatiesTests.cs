using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Treaties;

public sealed class ListTreatiesTests
{
    [TestCase("kind=protocol", new[] { "narcotics-1961-protocol-1972", "untoc-firearms", "untoc-smuggling", "untoc-trafficking" })]
    [TestCase("parent=XVIII-12", new[] { "untoc-firearms", "untoc-smuggling", "untoc-trafficking" })]
    [TestCase("subject=corruption", new[] { "uncac" })]
    [TestCase("q=有组织犯罪", new[] { "untoc", "untoc-firearms", "untoc-smuggling", "untoc-trafficking" })]
    [TestCase("q=COUR+PENALE", new[] { "rome-statute" })]
    [TestCase("q=римскии", new[] { "rome-statute" })]
    [TestCase("q=الفساد", new[] { "uncac" })]
    [TestCase("q=الفَسَاد", new[] { "uncac" })]
    [TestCase("q=otages", new[] { "hostages-1979" })]
    [TestCase("q=toma+de+rehenes", new[] { "hostages-1979" })]
    [TestCase("q=захватом+заложников", new[] { "hostages-1979" })]
    [TestCase("q=劫持人质", new[] { "hostages-1979" })]
    [TestCase("q=الرهائن", new[] { "hostages-1979" })]
    [TestCase("q=agentes+diplomaticos", new[] { "protected-persons-1973" })]
    [TestCase("q=أعمال+الإرهاب+النووي", new[] { "nuclear-terrorism-2005" })]
    [TestCase("q=À+L’EXPLOSIF", new[] { "terrorist-bombings-1997" })]
    [TestCase("q=资助", new[] { "terrorist-financing-1999" })]
    [TestCase("q=психотропных", new[] { "illicit-traffic-1988", "psychotropics-1971" })]
    [TestCase(
        "q=stupefiants",
        new[] { "illicit-traffic-1988", "narcotics-1961", "narcotics-1961-amended", "narcotics-1961-protocol-1972" }
    )]
    [TestCase("q=麻醉品单一公约", new[] { "narcotics-1961", "narcotics-1961-amended", "narcotics-1961-protocol-1972" })]
    [TestCase("q=protection+of+diplomats", new[] { "protected-persons-1973" })]
    [TestCase("party=PRK&subject=organized-crime", new[] { "untoc" })]
    [TestCase("inForce=false&asOf=2004-06-01&subject=organized-crime", new[] { "untoc-firearms" })]
    public async Task Filters_select_treaties(string filter, string[] ids) =>
        Assert.That((await Service.Items($"/v1/treaties?{filter}")).Select(t => (string)t!["id"]!), Is.EqualTo(ids));

    [Test]
    public async Task Conventions_carry_their_protocols_and_protocols_their_parent()
    {
        var convention = await Service.Get("/v1/conventions/untoc");
        Assert.That(
            convention["protocols"]!.AsArray().Select(p => (string)p!["id"]!),
            Is.EqualTo(new[] { "untoc-firearms", "untoc-smuggling", "untoc-trafficking" })
        );

        var protocol = await Service.Get("/v1/protocols/XVIII-12-a");
        Assert.That((string?)protocol["parent"]!["id"], Is.EqualTo("untoc"));

        var principal = (await Service.Items("/v1/conventions")).Select(t => t!["parent"]);
        Assert.That(principal, Has.All.Null);
    }

    [Test]
    public async Task A_treaty_has_titles_in_six_languages()
    {
        var titles = (await Service.Get("/v1/treaties/untoc"))["titles"]!.AsObject();
        Assert.That(titles.Select(t => t.Key), Is.EqualTo(new[] { "ar", "en", "es", "fr", "ru", "zh" }));
        Assert.That((string?)titles["zh"], Is.EqualTo("联合国打击跨国有组织犯罪公约"));
    }
}
