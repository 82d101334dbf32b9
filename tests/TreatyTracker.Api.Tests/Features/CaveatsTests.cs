using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Api.Tests.OpenApi;

namespace TreatyTracker.Api.Tests.Features;

/// <summary>How far the record goes and what is not certain stand wherever a figure stands, in every representation.</summary>
public sealed class CaveatsTests
{
    // Two of its events are unverified, and one effect is assumed.
    const string Treaty = "tokyo-1963",
        Day = "2010-01-01";

    static readonly (string Header, string Member)[] s_headers =
    [
        ("X-Complete-Through", "completeThrough"),
        ("X-Unverified-Events", "unverifiedEvents"),
        ("X-Undated-Events", "undatedEvents"),
        ("X-Assumed-Effects", "assumedEffects"),
        ("X-Coverage", "coverage"),
    ];

    [TestCase($"/v1/treaties/{Treaty}/counts?format=text&")]
    [TestCase($"/v1/treaties/{Treaty}/parties?format=csv&")]
    [TestCase($"/v1/treaties/{Treaty}/parties?format=ndjson&")]
    [TestCase($"/v1/treaties/{Treaty}/parties?format=excel&")]
    [TestCase($"/v1/treaties/{Treaty}/non-parties?format=csv&")]
    [TestCase($"/v1/matrix?treaty={Treaty}&format=csv&")]
    [TestCase($"/v1/consistency?treaty={Treaty}&")]
    public async Task Headers_state_the_coverage_where_the_representation_has_no_place_for_it(string address)
    {
        var record = await Record();
        using var response = await Service.Client.GetAsync($"{address}asOf={Day}");
        foreach (var (header, member) in s_headers)
            Assert.That(response.Headers.GetValues(header).Single(), Is.EqualTo(record[member]!.ToString()), header);
        await Contract.MustHold(response);
    }

    [TestCase("/v1/changes?from=2000-01-01&to=2017-06-30")]
    [TestCase("/v1/states/PRK/participations?asOf=2017-06-30")]
    [TestCase("/v1/treaties?asOf=2017-06-30")]
    [TestCase("/v1/counts?asOf=2017-06-30")]
    public async Task A_table_about_several_treaties_has_it_in_columns(string url)
    {
        var csv = await Service.Client.GetStringAsync(url + "&format=csv");
        var columns = csv[..csv.IndexOf('\r', StringComparison.Ordinal)].Split(',');
        Assert.That(columns, Is.SupersetOf(s_headers.Select(h => h.Member).Append("asOfIsBeyond")).And.Unique);
    }

    [TestCase("/v1/treaties/{0}/badge.svg?asOf={1}")]
    [TestCase("/v1/treaties/{0}/map.svg?asOf={1}")]
    [TestCase("/v1/treaties/{0}/counts/history.svg?asOf={1}")]
    [TestCase("/v1/counts/history.svg?treaty={0}&asOf={1}")]
    public async Task A_picture_says_it(string url)
    {
        var record = await Record();
        var picture = await Charts.SvgPicture.Of(string.Format(null, url, Treaty, Day));
        var text = $"{picture.Title} {picture.Description}";
        Assert.That((int)record["unverifiedEvents"]! + (int)record["assumedEffects"]!, Is.Positive);
        Says("events whose day is unverified", "unverifiedEvents");
        Says("events whose day is known only as a period", "undatedEvents");
        Says("parties whose day of entry into force is assumed", "assumedEffects");

        void Says(string words, string member)
        {
            var count = (int)record[member]!;
            Assert.That(text, count == 0 ? Does.Not.Contain(words) : Does.Contain($"{words}: {count}"));
        }
    }

    [Test]
    public async Task A_citation_says_how_many_effects_are_assumed()
    {
        var counts = await Service.Get($"/v1/treaties/{Treaty}/counts?asOf={Day}");
        Assert.That(
            (string)counts["cite"]!,
            Does.Contain($"; parties whose day of entry into force is assumed: {counts["record"]!["assumedEffects"]}")
        );
    }

    static async Task<JsonNode> Record() => (await Service.Get($"/v1/treaties/{Treaty}/counts?asOf={Day}"))["record"]!;
}
