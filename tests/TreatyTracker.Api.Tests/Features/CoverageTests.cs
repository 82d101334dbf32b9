using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features;

/// <summary>No figure is shown without the coverage of the record behind it, whatever the representation.</summary>
public sealed class CoverageTests
{
    [TestCase("/v1/treaties/narcotics-1961")]
    [TestCase("/v1/treaties/narcotics-1961/counts")]
    [TestCase("/v1/treaties/narcotics-1961/counts/history?limit=1")]
    [TestCase("/v1/treaties/narcotics-1961/counts/explanation?limit=1")]
    [TestCase("/v1/treaties/narcotics-1961/entry-into-force")]
    [TestCase("/v1/treaties/narcotics-1961/parties?limit=1")]
    [TestCase("/v1/treaties/narcotics-1961/parties/JPN")]
    [TestCase("/v1/treaties/narcotics-1961/non-parties?limit=1")]
    [TestCase("/v1/counts?treaty=narcotics-1961")]
    [TestCase("/v1/matrix?treaty=narcotics-1961&limit=1")]
    [TestCase("/v1/changes?treaty=narcotics-1961&from=1964-01-01&to=1964-12-31")]
    [TestCase("/v1/states/JPN/participations?subject=drugs")]
    public async Task JSON_has_it_in_record(string url) =>
        Assert.That(
            await Service.Client.GetStringAsync(url),
            Does.Contain("\"coverage\":\"older-table\"").And.Contain("\"recordNote\":\"")
        );

    [TestCase("/v1/treaties", "coverage", "completeThrough")]
    [TestCase("/v1/counts?treaty=narcotics-1961", "coverage", "completeThrough")]
    [TestCase("/v1/treaties/narcotics-1961/counts/history", "coverage", "completeThrough")]
    [TestCase("/v1/changes?treaty=narcotics-1961&from=1964-01-01&to=1964-12-31", "coverage", "completeThrough")]
    [TestCase("/v1/states/JPN/participations?subject=drugs", "coverage", "completeThrough")]
    public async Task CSV_has_it_in_columns(string url, params string[] columns)
    {
        var lines = (await Service.Client.GetStringAsync($"{url}{(url.Contains('?') ? '&' : '?')}format=csv")).Split("\r\n");
        Assert.That(lines[0].Split(','), Is.SupersetOf(columns));
        Assert.That(lines[1..], Has.Some.Contain("older-table").And.Some.Contain("2015-01-27"));
    }

    [TestCase("/v1/treaties/narcotics-1961/counts?format=text")]
    [TestCase("/v1/treaties/narcotics-1961/counts/history?format=csv")]
    [TestCase("/v1/treaties/narcotics-1961/counts/explanation?format=csv")]
    [TestCase("/v1/treaties/narcotics-1961/parties?format=csv")]
    [TestCase("/v1/treaties/narcotics-1961/parties?format=ndjson")]
    [TestCase("/v1/treaties/narcotics-1961/non-parties?format=csv")]
    [TestCase("/v1/matrix?treaty=untoc&treaty=narcotics-1961&treaty=uncac&format=csv")]
    public async Task Other_representations_have_it_in_headers(string url)
    {
        using var answer = await Service.Client.Ask(url);
        Assert.That(
            (answer.Headers.GetValues("X-Coverage").Single(), answer.Headers.GetValues("X-Complete-Through").Single()),
            Is.EqualTo(("older-table", "2015-01-27"))
        );
        await OpenApi.Contract.MustHold(answer);
    }

    [TestCase("/v1/treaties/narcotics-1961/events.atom", "<subtitle type=\"text\">The record ends with")]
    [TestCase("/v1/treaties/narcotics-1961/calendar.ics", "X-WR-CALDESC:The record ends with")]
    [TestCase("/v1/treaties/narcotics-1961/badge.svg", "by the newest table on record")]
    public async Task What_people_subscribe_to_and_show_says_it_in_words(string url, string words) =>
        Assert.That(await Service.Client.GetStringAsync(url), Does.Contain(words));

    [Test]
    public async Task The_data_package_has_it_with_each_treaty()
    {
        using var treaties = new StreamReader(await Service.Client.GetStreamAsync("/v1/export/data/treaties.csv"));
        Assert.That((await treaties.ReadLineAsync())!.Split(','), Is.SupersetOf(new[] { "completeThrough", "coverage", "recordNote" }));
    }

    [Test]
    public async Task A_table_is_sent_while_its_rows_are_made()
    {
        using var sent = new MemoryStream();
        var before = new List<long>();
        IEnumerable<int> Rows()
        {
            for (var row = 0; row < 20_000; row++)
            {
                before.Add(sent.Length);
                yield return row;
            }
        }
        await ListResults.WriteCsv(sent, Rows(), [new Column<int>("row", r => r), new("text", _ => "as long as a cell of a matrix")]);
        Assert.That(before[^1], Is.GreaterThan(sent.Length / 2));
        Assert.That(sent.Length - before[^1], Is.LessThan(100_000), "no more than what is sent at once is held back");
    }
}
