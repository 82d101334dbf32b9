using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Charts;

public sealed class GetStateTimelineTests
{
    [TestCase("BDI", "2017-10-26")]
    [TestCase("BDI", "2017-10-27")]
    [TestCase("JPN", "2014-01-01")]
    [TestCase("EUU", "2017-06-30")]
    [TestCase("YUCS", "1995-01-01")]
    public async Task The_last_bar_of_each_treaty_is_the_standing_of_the_day(string state, string asOf)
    {
        var rows = (await Service.Items($"/v1/states/{state}/participations?asOf={asOf}&limit=500"))
            .Select(r => (Treaty: (string)r!["treaty"]!, Standing: (string)r["status"]!["standing"]!))
            .Where(r => r.Standing != "none");
        var picture = await SvgPicture.Of($"/v1/states/{state}/timeline.svg?asOf={asOf}");
        var bars = picture.All("g").Where(g => g.Attribute("data-treaty") is not null);
        var last = bars.GroupBy(b => (string)b.Attribute("data-treaty")!)
            .Select(g => (g.Key, (string)g.Last().Attribute("data-standing")!));
        Assert.That(last, Is.SupersetOf(rows));
        if (state != "YUCS")
            Assert.That(last, Is.EquivalentTo(rows));
    }

    [Test]
    public async Task It_says_each_change_with_its_day()
    {
        var picture = await SvgPicture.Of("/v1/states/BDI/timeline.svg?asOf=2019-06-30&treaty=rome-statute");
        Assert.That(
            picture.Tooltips,
            Is.EqualTo(
                new[]
                {
                    "Rome Statute of the International Criminal Court: Signatory, 13 January 1999",
                    "Rome Statute of the International Criminal Court: Contracting party, treaty not in force, 21 September 2004",
                    "Rome Statute of the International Criminal Court: Party, treaty in force, 1 December 2004",
                    "Rome Statute of the International Criminal Court: Former party, 27 October 2017",
                }
            )
        );
    }

    [Test]
    public async Task Treaties_can_be_chosen_by_subject()
    {
        var treaties = (await Service.Items("/v1/states/PRK/participations?subject=organized-crime&asOf=2017-06-30")).Count;
        var picture = await SvgPicture.Of("/v1/states/PRK/timeline.svg?subject=organized-crime&asOf=2017-06-30");
        Assert.That(picture.Title, Does.StartWith($"Democratic People's Republic of Korea: treaties: Treaties: {treaties}, 30 June 2017"));
    }

    [Test]
    public async Task It_says_how_many_records_end_before_the_day()
    {
        var picture = await SvgPicture.Of("/v1/states/PRK/timeline.svg?treaty=untoc&asOf=2026-09-12");
        Assert.That(picture.Title, Does.Contain("treaties whose record ends before that day: 1, the oldest on 11 September 2026"));
        Assert.That(picture.All("path").Count(p => p.Attribute("stroke-dasharray") is not null), Is.EqualTo(2));
    }

    [TestCase("/v1/states/XYZ/timeline.svg", 404, "Unknown State or organization 'XYZ'")]
    [TestCase("/v1/states/PRK/timeline.svg?subject=crime", 400, "subject")]
    [TestCase("/v1/states/PRK/timeline.svg?treaty=untok", 400, "Did you mean untoc")]
    [TestCase("/v1/states/PRK/timeline.svg?width=5000", 400, "width: 5000 is not between 320 and 2400.")]
    public async Task A_wrong_parameter_is_a_problem_that_says_what_to_do(string url, int status, string says)
    {
        using var response = await Service.Client.Ask(url);
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(says));
    }
}
