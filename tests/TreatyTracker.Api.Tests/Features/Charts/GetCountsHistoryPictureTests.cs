using System.Net;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Charts;

public sealed class GetCountsHistoryPictureTests
{
    [TestCase("2017-06-30", "187 parties, 30 June 2017")]
    [TestCase("2001-10-01", "3 parties, 1 October 2001")]
    public async Task It_says_the_figure_of_the_day_and_how_far_the_record_goes(string asOf, string figure)
    {
        var picture = await SvgPicture.Of($"/v1/treaties/untoc/counts/history.svg?asOf={asOf}");
        Assert.That(picture.Title, Does.Contain("United Nations Convention against Transnational Organized Crime: " + figure));
        Assert.That(picture.Text, Does.Contain(figure).And.Contain("The record is complete through 11 September 2026."));
        Assert.That(picture.Text, Does.Contain("Source: Treaty Tracker, data version "));
    }

    [Test]
    public async Task The_legend_has_the_figures_of_the_counts_of_the_day()
    {
        var counts = await Service.Get("/v1/treaties/rome-statute/counts?asOf=2020-01-01");
        var picture = await SvgPicture.Of("/v1/treaties/rome-statute/counts/history.svg?asOf=2020-01-01");
        foreach (
            var (label, count) in new[]
            {
                ("Signatories", "signatories"),
                ("Parties", "parties"),
                ("Parties for which the treaty is in force", "partiesInForce"),
            }
        )
            Assert.That(picture.Texts, Does.Contain($"{label}: {counts[count]}"));
    }

    [Test]
    public async Task The_curve_of_parties_steps_through_the_figures_of_the_history()
    {
        var picture = await SvgPicture.Of("/v1/treaties/untoc/counts/history.svg?asOf=2017-06-30");
        var rows = (await Service.Items("/v1/treaties/untoc/counts/history?to=2017-06-30&limit=500"))
            .Select(r => (int)r!["counts"]!["parties"]!)
            .Where(p => p > 0)
            .ToList();
        var changes = rows.Where((p, at) => at == 0 || rows[at - 1] != p).Count();
        var curve = picture.All("path").Single(p => (string?)p.Attribute("stroke-width") == "4.5" && p.D.Length > 30);
        Assert.That(curve.D.Count(c => c == 'V'), Is.EqualTo(changes));
    }

    [TestCase("2026-09-11", false)]
    [TestCase("2026-09-12", true)]
    [TestCase("2040-01-01", true)]
    public async Task Beyond_the_record_the_curves_are_dashed(string asOf, bool dashed)
    {
        var picture = await SvgPicture.Of($"/v1/treaties/untoc/counts/history.svg?asOf={asOf}");
        Assert.That(picture.All("path").Count(p => p.Attribute("stroke-dasharray") is not null), Is.EqualTo(dashed ? 4 : 0));
        Assert.That(picture.Text.Contains("Dashed: beyond the complete record", StringComparison.Ordinal), Is.EqualTo(dashed));
        Assert.That(picture.Title.Contains("the record is complete through", StringComparison.Ordinal), Is.EqualTo(dashed));
    }

    [Test]
    public async Task Threshold_and_entry_into_force_are_marked()
    {
        var picture = await SvgPicture.Of("/v1/treaties/untoc/counts/history.svg?asOf=2017-06-30");
        Assert.That(picture.Texts, Does.Contain("Threshold: 40 instruments").And.Contain("Entry into force: 29 September 2003"));
        var before = await SvgPicture.Of("/v1/treaties/untoc/counts/history.svg?asOf=2003-09-28");
        Assert.That(before.Texts, Does.Not.Contain("Entry into force: 29 September 2003"));
    }

    [TestCase("2017-10-26", 0)]
    [TestCase("2017-10-27", 1)]
    [TestCase("2019-03-17", 2)]
    public async Task Each_departure_is_marked_from_the_day_on_which_it_takes_effect(string asOf, int departures)
    {
        var picture = await SvgPicture.Of($"/v1/treaties/rome-statute/counts/history.svg?asOf={asOf}");
        var marks = picture.All("path").Select(p => p.Tooltip).OfType<string>().ToList();
        Assert.That(marks, Has.Count.EqualTo(departures));
        if (departures == 0)
            return;
        Assert.That(marks[0], Is.EqualTo("Burundi, 27 October 2017"));
        Assert.That(picture.Texts, Does.Contain($"No longer parties: {departures}"));
    }

    [Test]
    public async Task Several_treaties_stand_on_one_axis_with_their_own_caveats()
    {
        var picture = await SvgPicture.Of("/v1/counts/history.svg?treaty=untoc&treaty=uncac&treaty=rome-statute&asOf=2017-06-30");
        foreach (var treaty in new[] { "untoc", "uncac", "rome-statute" })
        {
            var counts = await Service.Get($"/v1/treaties/{treaty}/counts?asOf=2017-06-30");
            Assert.That(picture.Texts.Count(t => t.EndsWith($": {counts["parties"]}", StringComparison.Ordinal)), Is.EqualTo(1), treaty);
            Assert.That(picture.Text, Does.Contain($"{counts["parties"]} parties, 30 June 2017"));
        }
        Assert.That(picture.All("path").Count(p => (string?)p.Attribute("stroke-width") == "2.5" && p.D.Length > 100), Is.EqualTo(3));
    }

    // Senegal was the first to ratify the Rome Statute.
    [TestCase("treaty=untoc&treaty=rome-statute&asOf=2017-06-30", "Parties, 2 February 1999 – 30 June 2017")]
    [TestCase("treaty=untoc&treaty=rome-statute&asOf=1999-02-02", "Parties, 2 February 1999")]
    [TestCase("treaty=untoc&treaty=uncac&asOf=1999-02-02", "Parties, 2 February 1999")]
    public async Task The_title_of_several_curves_gives_their_span(string query, string title)
    {
        var picture = await SvgPicture.Of($"/v1/counts/history.svg?{query}");
        Assert.That(picture.Texts[0], Is.EqualTo(title));
        Assert.That(picture.All("title").First().Element.Value, Is.EqualTo(title));
    }

    [TestCase("/v1/treaties/untoc/counts/history.svg?width=319", "width: 319 is not between 320 and 2400.")]
    [TestCase("/v1/treaties/untoc/counts/history.svg?theme=drak", "Did you mean dark")]
    [TestCase("/v1/counts/history.svg", "treaty: The parameter is required.")]
    [TestCase("/v1/counts/history.svg?treaty=untok", "Did you mean untoc")]
    [TestCase(
        "/v1/counts/history.svg?treaty=1&treaty=2&treaty=3&treaty=4&treaty=5&treaty=6&treaty=7&treaty=8&treaty=9",
        "more than eight times"
    )]
    public async Task A_wrong_parameter_is_a_problem_that_says_what_to_do(string url, string says)
    {
        using var response = await Service.Client.Ask(url);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(says));
    }
}
