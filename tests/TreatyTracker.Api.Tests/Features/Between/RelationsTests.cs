using System.Net;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Between;

public sealed class RelationsTests
{
    // Germany ratified on 2006-06-14, Viet Nam on 2012-06-08; the Convention takes thirty days.
    [TestCase("2012-07-07", false, null)]
    [TestCase("2012-07-08", true, "2012-07-08")]
    [TestCase("2017-06-30", true, "2012-07-08")]
    public async Task A_treaty_is_in_force_between_two_since_the_later_of_both(string asOf, bool inForce, string? since)
    {
        foreach (var pair in new[] { "DEU/VNM", "vn/276" })
        {
            var relation = await Service.Get($"/v1/between/{pair}/XVIII-12?asOf={asOf}");
            Assert.That(((bool)relation["inForce"]!, (string?)relation["since"]), Is.EqualTo((inForce, since)), pair);
        }
    }

    [Test]
    public async Task The_reason_names_who_is_no_party_and_the_record_tells_how_far_it_goes()
    {
        var relation = await Service.Get("/v1/between/DEU/JPN/untoc?asOf=2017-06-30");
        var reason = relation["reasons"]!.AsArray().Single()!;
        Assert.That(
            ((string?)reason["rule"], (string?)reason["reason"]),
            Is.EqualTo(
                (
                    "not-in-force-for-one",
                    "The treaty is not in force for Japan. Acceptance deposited on 2017-07-11, after the day asked about."
                )
            )
        );
        Assert.That(
            ((string?)relation["a"]!["standing"], (string?)relation["b"]!["standing"], (string?)relation["b"]!["signedOn"]),
            Is.EqualTo(("party-in-force", "signatory", "2000-12-12"))
        );
        Assert.That((string?)relation["record"]!["completeThrough"], Is.Not.Null);
        Assert.That((int?)relation["record"]!["unverifiedEvents"], Is.Not.Null);
        var again = await Service.Get((string)relation["permalink"]!);
        Assert.That(again.ToJsonString(), Is.EqualTo(relation.ToJsonString()));
    }

    // The Philippines ratified on 2011-08-30; their notice of 2018-03-17 took effect a year later.
    [Test]
    public async Task Of_who_withdrew_the_reason_and_the_period_are_told()
    {
        var relation = await Service.Get("/v1/between/DEU/PHL/rome-statute?asOf=2025-01-01");
        var reason = relation["reasons"]!.AsArray().Single()!;
        Assert.That(
            ((string?)reason["rule"], (string?)reason["because"], (string?)reason["article"]),
            Is.EqualTo(("no-longer-in-force-for-one", "withdrawn", "art. 127(1)"))
        );
        Assert.That(
            (string?)reason["reason"],
            Is.EqualTo(
                "The treaty was in force for Philippines from 2011-11-01 until 2019-03-17. Ratification deposited on 2011-08-30; notice of "
                    + "withdrawal received on 2018-03-17, with effect from 2019-03-17."
            )
        );
        Assert.That(
            reason["events"]!.AsArray().Select(e => (string?)e),
            Is.EqualTo(new[] { "rome-statute-PHL-ratification-2011-08-30", "rome-statute-PHL-withdrawal-2018-03-17" })
        );
        Assert.That(relation["periods"]!.ToJsonString(), Is.EqualTo("""[{"from":"2011-11-01","until":"2019-03-17"}]"""));
    }

    [TestCase("en", "The treaty itself enters into force only on 2002-07-01.")]
    [TestCase("fr", "Le traité lui-même n'entre en vigueur que le 2002-07-01.")]
    public async Task Of_a_treaty_that_is_in_force_for_nobody_that_is_the_reason(string language, string text)
    {
        var relation = await Service.Get($"/v1/between/DEU/FRA/rome-statute?asOf=2001-06-01&lang={language}");
        var reason = relation["reasons"]!.AsArray().Single()!;
        Assert.That(
            ((string?)reason["rule"], (string?)reason["reason"], (string?)reason["article"]),
            Is.EqualTo(("treaty-not-in-force", text, "art. 126(1)"))
        );
        Assert.That(relation["periods"]!.ToJsonString(), Is.EqualTo("""[{"from":"2002-07-01"}]"""));
    }

    [Test]
    public async Task The_list_has_a_row_for_each_treaty_of_either_and_counts_those_in_force_between_them()
    {
        var list = await Service.Get("/v1/between/DEU/JPN?asOf=2017-06-30&limit=500");
        var rows = list["items"]!.AsArray();
        Assert.That(rows.Count(r => (bool)r!["inForce"]!), Is.EqualTo((int)list["inForce"]!).And.GreaterThan(5));
        Assert.That((bool)rows.Single(r => (string?)r!["treaty"]!["id"] == "untoc")!["inForce"]!, Is.False);
        foreach (var row in rows)
        {
            var id = (string)row!["treaty"]!["id"]!;
            var one = await Service.Get($"/v1/between/JPN/DEU/{id}?asOf=2017-06-30");
            Assert.That(
                ((bool)one["inForce"]!, (string?)one["since"], one["reasons"]!.AsArray().Count),
                Is.EqualTo(((bool)row["inForce"]!, (string?)row["since"], row["reasons"]!.AsArray().Count)),
                id
            );
            var both = new[] { "DEU", "JPN" }.All(code =>
                (string?)(one["a"]!["participant"]!.ToString() == code ? one["a"] : one["b"])!["standing"] == "party-in-force"
            );
            Assert.That((bool)row["inForce"]!, Is.EqualTo(both), id);
        }
        foreach (var inForce in new[] { true, false })
        {
            var part = await Service.Get($"/v1/between/DEU/JPN?asOf=2017-06-30&inForce={(inForce ? "true" : "false")}");
            Assert.That((int)part["total"]!, Is.EqualTo(rows.Count(r => (bool)r!["inForce"]! == inForce)));
            Assert.That((int)part["inForce"]!, Is.EqualTo((int)list["inForce"]!), "whatever the filter says");
        }
    }

    [Test]
    public async Task The_table_has_dates_reasons_and_coverage_in_columns()
    {
        var lines = (await Service.Client.GetStringAsync("/v1/between/DEU/VNM?asOf=2017-06-30&format=csv")).Split("\r\n");
        Assert.That(
            lines[0],
            Is.EqualTo(
                "treaty,mtdsg,title,titleLanguage,inForce,since,until,periods,rules,reasons,reasonLanguage,articles,events,completeThrough,"
                    + "asOfIsBeyond,unverifiedEvents,undatedEvents,assumedEffects,coverage"
            )
        );
        Assert.That(
            lines.Single(l => l.StartsWith("untoc,", StringComparison.Ordinal)),
            Does.Contain(",true,2012-07-08,,2012-07-08/..,in-force-between,")
        );
    }

    [TestCase("/v1/between/DEU/DE", HttpStatusCode.BadRequest, "same participant")]
    [TestCase("/v1/between/DEU/276/untoc", HttpStatusCode.BadRequest, "same participant")]
    [TestCase("/v1/between/Germany/VNM", HttpStatusCode.NotFound, "Did you mean DEU (Germany)?")]
    [TestCase("/v1/between/DEU/VNX", HttpStatusCode.NotFound, "VNX")]
    [TestCase("/v1/between/DEU/VNM/untok", HttpStatusCode.NotFound, "untoc")]
    public async Task Who_cannot_be_meant_is_named(string url, HttpStatusCode status, string text)
    {
        using var response = await Service.Client.GetAsync(url);
        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(text));
    }
}
