using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Features;

/// <summary>Labels of enum values in six languages.</summary>
public sealed class LabelTests
{
    static IEnumerable<(string Vocabulary, string Word)> Needed
    {
        get
        {
            var participants = SeedReader.Read(Repository.Seeds).Participants.Select(p => p.Participant).ToList();
            return WireNames
                .All<Standing>()
                .Select(w => ("standing", w))
                .Concat(WireNames.All<ParticipantKind>().Select(w => ("participant-kind", w)))
                .Concat(WireNames.All<EventKind>().Select(w => ("event-kind", w)))
                .Concat(WireNames.All<NamedCount>().Select(w => ("count", w)))
                .Concat(
                    participants
                        .SelectMany(p => new[] { p.Region, p.SubRegion, p.IntermediateRegion })
                        .OfType<string>()
                        .Select(w => ("region", w))
                )
                .Concat(participants.Select(p => p.UnRegionalGroup).OfType<string>().Select(w => ("group", w)))
                .Concat(ShippedRecord.Facts.Treaties.SelectMany(t => t.Lists).Select(e => ("list", e.List)))
                .Distinct();
        }
    }

    [Test]
    public void Every_word_has_a_label_in_each_of_the_six_languages_and_no_label_lacks_its_word()
    {
        var filled = Labels.All.Where(l => l.Key.Vocabulary != "phrase" && l.Value.Trim().Length > 0).Select(l => l.Key);
        Assert.That(filled, Is.EquivalentTo(Needed.SelectMany(n => Languages.All, (n, language) => (n.Vocabulary, n.Word, language))));
    }

    [Test]
    public void Two_words_of_one_vocabulary_never_share_a_label() =>
        Assert.That(
            Labels.All.GroupBy(l => (l.Key.Vocabulary, l.Key.Language, l.Value)).Where(g => g.Count() > 1).Select(g => g.Key),
            Is.Empty
        );

    [Test]
    public void A_phrase_has_a_text_with_the_same_placeholders_in_every_language()
    {
        foreach (var ((vocabulary, word, language), text) in Labels.All.Where(l => l.Key.Vocabulary == "phrase"))
        {
            Assert.That(text.Trim(), Is.Not.Empty, $"{word} {language}");
            Assert.That(Places(text), Is.EqualTo(Places(Labels.All[(vocabulary, word, Languages.English)])), $"{word} {language}");
        }

        static IEnumerable<string> Places(string text) =>
            Regex.Matches(text, @"\{\w+\}").Select(m => m.Value).Order(StringComparer.Ordinal);
    }

    [TestCase("ar", "أفريقيا", "انضمام")]
    [TestCase("en", "Africa", "Accession")]
    [TestCase("es", "África", "Adhesión")]
    [TestCase("fr", "Afrique", "Adhésion")]
    [TestCase("ru", "Африка", "Присоединение")]
    [TestCase("zh", "非洲", "加入")]
    public async Task A_status_row_is_in_the_requested_language_in_every_representation(string language, string region, string consent)
    {
        var url = $"/v1/treaties/untoc/parties?asOf=2017-06-30&q=Ghana&lang={language}";
        var line = JsonNode.Parse(await Service.Client.GetStringAsync(url + "&format=ndjson"));
        foreach (var row in new[] { (await Service.Items(url)).Single()!, line! })
        {
            Assert.That(((string?)row["region"], (string?)row["consent"]), Is.EqualTo(("Africa", "accession")));
            Assert.That(((string?)row["regionLabel"], (string?)row["consentLabel"]), Is.EqualTo((region, consent)));
        }
        var cells = (await Service.Client.GetStringAsync(url + "&format=csv")).Split("\r\n")[1].Split(',');
        Assert.That(cells, Does.Contain(region).And.Contain(consent));
    }

    [TestCase("/v1/states/FRA", "kindLabel", "État Membre de l'Organisation des Nations Unies")]
    [TestCase("/v1/states/FRA", "subRegionLabel", "Europe occidentale")]
    [TestCase("/v1/treaties/untoc/parties/PRK", "standingLabel", "Partie, traité en vigueur")]
    [TestCase("/v1/treaties/untoc/parties/PRK", "events.0.kindLabel", "Adhésion")]
    [TestCase("/v1/matrix?treaty=untoc&limit=1", "standingLabels.former-party", "Ancienne partie")]
    [TestCase("/v1/matrix?treaty=untoc&limit=1", "items.0.regionLabel", "Asie")]
    [TestCase("/v1/states/FRA/participations", "items.0.status.standingLabel", "Partie, traité en vigueur")]
    [TestCase("/v1/treaties/untoc/non-parties?limit=1", "items.0.kindLabel", "État Membre de l'Organisation des Nations Unies")]
    [TestCase("/v1/treaties/untoc/non-parties?limit=1", "reasonLanguage", "fr")]
    [TestCase("/v1/treaties/untoc/parties/PRK", "reasonLanguage", "fr")]
    [TestCase("/v1/treaties/untoc/parties/PRK", "consents.0.kindLabel", "Adhésion")]
    [TestCase("/v1/treaties/untoc/counts/explanation?participant=PRK", "items.0.standingLabel", "Partie, traité en vigueur")]
    [TestCase("/v1/treaties/untoc/counts/explanation?participant=PRK", "reasonLanguage", "fr")]
    [TestCase("/v1/changes?treaty=untoc&state=PRK&from=2016-06-01&to=2016-06-30", "items.0.consented.0.kindLabel", "Adhésion")]
    public async Task Every_enum_value_is_followed_by_its_label(string url, string member, string label)
    {
        var answer = await Service.Get($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=fr");
        Assert.That(
            (string?)member.Split('.').Aggregate(answer, (node, name) => int.TryParse(name, out var index) ? node[index]! : node[name]!),
            Is.EqualTo(label)
        );
    }

    [Test]
    public void A_region_without_a_label_is_shown_as_it_is() => Assert.That(Labels.OfRegion("Atlantis", "fr"), Is.EqualTo("Atlantis"));
}
