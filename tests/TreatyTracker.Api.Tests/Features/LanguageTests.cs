using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features;

public sealed class LanguageTests
{
    [TestCase("?lang=fr", null, "fr", "Statut de Rome de la Cour pénale internationale")]
    [TestCase("", "zh-CN, en;q=0.5", "zh", "国际刑事法院罗马规约")]
    [TestCase("", "de, ru;q=0.4", "ru", "Римский статут Международного уголовного суда")]
    [TestCase("?lang=en", "fr", "en", "Rome Statute of the International Criminal Court")]
    [TestCase("", "tlh", "en", "Rome Statute of the International Criminal Court")]
    public async Task Titles_are_in_the_requested_language(string query, string? accept, string language, string title)
    {
        using var response = await Service.Client.Ask("/v1/treaties/rome-statute" + query, ("Accept-Language", accept));
        var treaty = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(((string?)treaty["title"], (string?)treaty["titleLanguage"]), Is.EqualTo((title, language)));
        Assert.That(response.Content.Headers.ContentLanguage, Is.EqualTo(new[] { language }));
        Assert.That(response.Headers.Vary, Does.Contain("Accept-Language"));
    }

    [TestCase("fr", "Statut de Rome")]
    [TestCase("zh", "罗马规约")]
    public async Task Short_titles_are_in_the_requested_language(string language, string title) =>
        Assert.That((string?)(await Service.Get($"/v1/treaties/rome-statute?lang={language}"))["shortTitle"], Is.EqualTo(title));

    [TestCase("/v1/treaties")]
    [TestCase("/v1/conventions")]
    [TestCase("/v1/protocols")]
    [TestCase("/v1/counts")]
    [TestCase("/v1/states/FRA/participations")]
    public async Task Every_row_with_a_title_states_its_language(string url)
    {
        var titles = (await Service.Items("/v1/treaties")).ToDictionary(t => (string)t!["mtdsg"]!, t => t!["titles"]!);
        foreach (var row in await Service.Items(url + "?lang=fr"))
            Assert.That((string?)row!["title"], Is.EqualTo((string?)titles[(string)row["mtdsg"]!][(string)row["titleLanguage"]!]));

        var rows = Csv.Rows(await Service.Client.GetStringAsync(url + "?lang=fr&format=csv"));
        foreach (var row in rows)
            Assert.That(row["title"], Is.EqualTo((string?)titles[row["mtdsg"]][row["titleLanguage"]]));
        Assert.That(rows.Select(r => r["titleLanguage"]), Does.Contain("fr"));
    }

    [Test]
    public async Task Names_are_in_the_requested_language() =>
        Assert.That((string?)(await Service.Get("/v1/states/PRK?lang=zh"))["name"], Is.EqualTo("朝鲜民主主义人民共和国"));
}
