using System.Globalization;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.TreatyCounts;

public sealed class CheckClaimTests
{
    const string Day = "asOf=2017-06-30";

    [Test]
    public async Task A_right_figure_agrees_and_says_since_when_and_until_when_it_was_right()
    {
        var claim = await Claim($"parties=187&{Day}");
        Assert.That(((bool)claim["agrees"]!, (int)claim["figure"]!), Is.EqualTo((true, 187)));
        var days = claim["nearest"]!;
        Assert.That((string?)days["on"], Is.EqualTo("2017-06-30"));
        // Japan accepted on 2017-07-11.
        Assert.That((string?)days["through"], Is.EqualTo("2017-07-10"));
        foreach (var (day, parties) in new[] { (days["from"]!.ToString(), 187), ("2017-07-10", 187), ("2017-07-11", 188) })
            Assert.That((int)(await Service.Get($"/v1/treaties/untoc/counts?asOf={day}"))["parties"]!, Is.EqualTo(parties), day);
    }

    [TestCase(188, "2017-07-11")]
    [TestCase(186, null)]
    [TestCase(0, null)]
    public async Task A_wrong_figure_names_the_nearest_day_on_which_it_was_right(int parties, string? on)
    {
        var claim = await Claim($"parties={parties}&{Day}");
        Assert.That((bool)claim["agrees"]!, Is.False);
        var nearest = claim["nearest"]!;
        if (on is not null)
            Assert.That((string?)nearest["on"], Is.EqualTo(on));
        var day = (string)nearest["on"]!;
        Assert.That((int)(await Service.Get($"/v1/treaties/untoc/counts?asOf={day}"))["parties"]!, Is.EqualTo(parties));
        // And on no day between it and the requested one.
        var history = await Service.Items(
            $"/v1/treaties/untoc/counts/history?from={(parties < 187 ? day : "2017-06-30")}&to=2017-07-10&limit=500"
        );
        Assert.That(
            history.Where(h => string.CompareOrdinal((string?)h!["asOf"], day) > 0).Select(h => (int)h!["counts"]!["parties"]!),
            Does.Not.Contain(parties)
        );
    }

    [Test]
    public async Task Of_several_stretches_the_nearest_is_named()
    {
        // Of the Rome Statute parties left and joined, so that it had 123 more than once.
        var steps = (await Service.Items("/v1/treaties/rome-statute/counts/history?count=parties&limit=500"))
            .Select(h => (Day: DateOnly.Parse((string)h!["asOf"]!, CultureInfo.InvariantCulture), Parties: (int)h["counts"]!["parties"]!))
            .ToList();
        Assert.That(steps.Count(s => s.Parties == 123), Is.GreaterThan(1));
        foreach (var asked in new DateOnly[] { new(2015, 6, 30), new(2017, 10, 1), new(2019, 3, 10), new(2021, 1, 1) })
        {
            var claim = await Service.Get($"/v1/treaties/rome-statute/counts/claim?parties=123&asOf={asked:yyyy-MM-dd}");
            var nearest = Enumerable.Range(0, 9000).SelectMany(d => new[] { asked.AddDays(-d), asked.AddDays(d) }).First(d => On(d) == 123);
            Assert.That(
                (string?)claim["claims"]!.AsArray().Single()!["nearest"]!["on"],
                Is.EqualTo(nearest.ToString("O", CultureInfo.InvariantCulture)),
                $"{asked}"
            );
        }

        int On(DateOnly day) => steps.LastOrDefault(s => s.Day <= day).Parties;
    }

    [Test]
    public async Task A_figure_that_never_was_has_no_nearest_day() => Assert.That((await Claim($"parties=999&{Day}"))["nearest"], Is.Null);

    // 187 = 182 UN Members + 2 observers + 2 other States + 1 organization.
    [TestCase(182, "un-members")]
    [TestCase(184, "un-members-and-observers")]
    [TestCase(186, "states")]
    public async Task A_wrong_figure_may_have_counted_a_part_of_the_parties(int parties, string among)
    {
        var claim = await Claim($"parties={parties}&{Day}");
        var first = claim["alternatives"]!.AsArray()[0]!;
        Assert.That((first["counts"]!.AsArray().Single()!.ToString(), (string?)first["among"]), Is.EqualTo(("parties", among)));
    }

    [Test]
    public async Task A_wrong_figure_may_be_another_count()
    {
        var signatories = await Claim($"parties=147&{Day}");
        Assert.That(Alternatives(signatories), Does.Contain("signatories all"));
        var instruments = await Claim($"parties=186&{Day}");
        Assert.That(Alternatives(instruments), Does.Contain("countedForEntryIntoForce all"));
        // 187 parties and 3 signatories that are not bound: the rows of the status table.
        var rows = await Claim($"parties=190&{Day}");
        Assert.That(Alternatives(rows), Does.Contain("parties,signatoriesNotBound all"));

        static IEnumerable<string> Alternatives(JsonNode claim) =>
            claim["alternatives"]!.AsArray().Select(a => $"{string.Join(',', a!["counts"]!.AsArray())} {a["among"]}");
    }

    [Test]
    public async Task Several_claims_agree_if_each_does_and_none_lists_the_right_ones()
    {
        var both = await Service.Get($"/v1/treaties/untoc/counts/claim?parties=187&signatories=146&{Day}");
        Assert.That((bool)both["agrees"]!, Is.False);
        Assert.That(both["claims"]!.AsArray().Select(c => (bool)c!["agrees"]!), Is.EqualTo(new[] { true, false }));
        Assert.That((string?)both["record"]!["completeThrough"], Is.Not.Null);
        Assert.That((await Service.Get((string)both["permalink"]!)).ToJsonString(), Is.EqualTo(both.ToJsonString()));

        var none = await Service.Get($"/v1/treaties/untoc/counts/claim?{Day}");
        var counts = await Service.Get($"/v1/treaties/untoc/counts?{Day}");
        Assert.That(none["claims"]!.AsArray(), Has.Count.EqualTo(9));
        foreach (var claim in none["claims"]!.AsArray())
            Assert.That((int)claim!["figure"]!, Is.EqualTo((int)counts[(string)claim["count"]!]!), (string?)claim["count"]);
    }

    static async Task<JsonNode> Claim(string query) =>
        (await Service.Get($"/v1/treaties/untoc/counts/claim?{query}"))["claims"]!.AsArray().Single()!;
}
