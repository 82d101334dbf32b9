using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Panel;

public sealed class GetPanelTests
{
    [Test]
    public async Task Each_period_adds_up_to_the_counts_of_its_last_day()
    {
        var rows = await Rows("/v1/panel?treaty=untoc&treaty=rome-statute&from=2000&to=2019-06-15");
        Assert.That(
            rows.Where(r => r["treaty"] == "untoc").Select(r => r["asOf"]).Distinct().TakeLast(2),
            Is.EqualTo(new[] { "2018-12-31", "2019-06-15" })
        );
        foreach (var cell in rows.GroupBy(r => (Treaty: r["treaty"], Day: r["asOf"])))
        {
            var counts = await Service.Get($"/v1/treaties/{cell.Key.Treaty}/counts?asOf={cell.Key.Day}");
            Assert.That(
                (
                    cell.Count(r => r["party"] == "true"),
                    cell.Count(r => r["inForce"] == "true"),
                    cell.Count(r => r["signed"] == "true"),
                    cell.Count(r => r["standing"] == "former-party")
                ),
                Is.EqualTo(
                    ((int)counts["parties"]!, (int)counts["partiesInForce"]!, (int)counts["everSigned"]!, (int)counts["formerParties"]!)
                ),
                $"{cell.Key}"
            );
            Assert.That(
                cell.Select(r => r["unverifiedEvents"]).Distinct(),
                Is.EqualTo(new[] { counts["record"]!["unverifiedEvents"]!.ToString() }),
                $"{cell.Key}"
            );
        }
    }

    [Test]
    public async Task A_State_has_a_row_for_each_year_also_before_it_joins_and_none_before_adoption()
    {
        var rows = await Rows("/v1/panel?treaty=untoc&state=JPN&from=1990&to=2018");
        Assert.That(
            rows.Select(r => r["period"]),
            Is.EqualTo(Enumerable.Range(2000, 19).Select(y => y.ToString(CultureInfo.InvariantCulture)))
        );
        // Japan accepted on 2017-07-11.
        Assert.That(rows.Where(r => r["party"] == "true").Select(r => r["period"]), Is.EqualTo(new[] { "2017", "2018" }));
        Assert.That(rows.Select(r => r["consentOn"]).Distinct(), Is.EqualTo(new[] { "", "2017-07-11" }));
    }

    [Test]
    public async Task A_former_State_has_rows_until_it_ceased_and_a_successor_from_its_beginning()
    {
        var rows = await Rows("/v1/panel?treaty=narcotics-1961&state=YUCS&state=MNE&from=1985&to=2010");
        var (former, successor) = (Periods("YUCS"), Periods("MNE"));
        Assert.That(former, Is.EqualTo(Enumerable.Range(1985, 7)));
        Assert.That(successor, Is.EqualTo(Enumerable.Range(2006, 5)));

        List<int> Periods(string code) =>
            [.. rows.Where(r => r["participant"] == code).Select(r => int.Parse(r["period"], CultureInfo.InvariantCulture))];
    }

    [Test]
    public async Task Members_of_an_organization_are_those_of_each_period()
    {
        var rows = await Rows("/v1/panel?treaty=untoc&memberOf=EUU&from=2003&to=2021");
        var members = rows.CountBy(r => r["period"]).ToDictionary(p => p.Key, p => p.Value);
        Assert.That(
            (members["2003"], members["2004"], members["2007"], members["2013"], members["2019"], members["2020"]),
            Is.EqualTo((15, 25, 27, 28, 28, 27))
        );
    }

    [Test]
    public async Task Pages_lines_and_table_have_the_same_rows()
    {
        const string url = "/v1/panel?treaty=untoc&region=Oceania&from=2015-11&to=2016-02-10&interval=month";
        var table = (await Rows(url)).Select(r => $"{r["participant"]} {r["period"]} {r["asOf"]}").ToList();
        var lines = (await Service.Client.GetStringAsync(url + "&format=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines.Select(l => Text(JsonNode.Parse(l)!)), Is.EqualTo(table));
        Assert.That(table, Does.Contain("FJI 2015-11 2015-11-30").And.Contain("FJI 2016-02 2016-02-10"));

        var pages = new List<string>();
        for (var cursor = ""; cursor is not null; )
        {
            var page = await Service.Get($"{url}&limit=7{cursor}");
            Assert.That((int)page["total"]!, Is.EqualTo(table.Count));
            pages.AddRange(page["items"]!.AsArray().Select(r => Text(r!)));
            cursor = page["next"] is { } next ? $"&cursor={next}" : null;
        }
        Assert.That(pages, Is.EqualTo(table));

        static string Text(JsonNode row) => $"{row["participant"]} {row["period"]} {row["asOf"]}";
    }

    [TestCase("/v1/panel", "treaty")]
    [TestCase("/v1/panel?treaty=untoc&from=90", "from")]
    [TestCase("/v1/panel?treaty=untoc&from=1990/1995", "from")]
    [TestCase("/v1/panel?treaty=untoc&to=2016-13", "to")]
    [TestCase("/v1/panel?treaty=untoc&from=2016-02-01&to=2016-01", "from")]
    [TestCase("/v1/panel?treaty=untoc&memberOf=JPN", "memberOf")]
    [TestCase("/v1/panel?treaty=untoc&state=XXX", "state")]
    public async Task What_is_wrong_is_named(string url, string parameter)
    {
        using var response = await Service.Client.GetAsync(url);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(problem["errors"]!.AsObject().Select(e => e.Key), Is.EqualTo(new[] { parameter }));
    }

    static async Task<List<Dictionary<string, string>>> Rows(string url) =>
        Csv.Rows(await Service.Client.GetStringAsync(url + "&format=csv"));
}
