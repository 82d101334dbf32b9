using System.IO.Compression;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Cases;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features;

/// <summary>Periods, depositaries, counterparts and clauses in every representation.</summary>
public sealed class WiderAnswersTests
{
    readonly Hosted _hosted = new(WiderSeeds.Write);

    [OneTimeTearDown]
    public void Stop() => _hosted.Dispose();

    [TestCase("wide-JPN-accession-2001-03-31", "2001-03-31", "2001-03", "period")]
    [TestCase("wide-KEN-accession-2002-12-31", "2002-12-31", "2002", "period")]
    [TestCase("wide-NPL-accession-2004-06-30", "2004-06-30", "2004-01-09/2004-06-30", "period")]
    [TestCase("wide-FRA-participation-2003-05-01", "2003-05-01", null, "effect-only")]
    [TestCase("wide-JPN-accession-2001-04-02", "2001-04-02", null, "day")]
    public async Task An_event_says_how_exactly_its_day_is_known(string id, string date, string? period, string known)
    {
        var answer = (await Json($"/v1/events/{id}"))["event"]!;
        Assert.That(
            ((string?)answer["date"], (string?)answer["datePeriod"], (string?)answer["dateKnown"]),
            Is.EqualTo((date, period, known))
        );
    }

    [Test]
    public async Task An_objection_says_to_whom_and_whether_it_opposes_entry_into_force()
    {
        var opposing = (await Json("/v1/events/wide-JPN-objection-2005-02-01"))["event"]!;
        var other = (await Json("/v1/events/wide-JPN-objection-2005-02-02"))["event"]!;
        Assert.That(((string?)opposing["counterpart"], (bool?)opposing["opposesEntryIntoForce"]), Is.EqualTo(("KEN", true)));
        Assert.That(((string?)other["counterpart"], (bool?)other["opposesEntryIntoForce"]), Is.EqualTo(("NPL", false)));
        Assert.That((await Json("/v1/events/wide-JPN-accession-2001-04-02"))["event"]!["opposesEntryIntoForce"], Is.Null);
    }

    [Test]
    public async Task Tables_have_the_same_columns_at_their_end()
    {
        var csv = await _hosted.Client.GetStringAsync(new Uri("/v1/treaties/wide/events?format=csv", UriKind.Relative));
        var lines = csv.Split("\r\n");
        Assert.That(lines[0], Does.EndWith("kindLabel,datePeriod,dateKnown,depositary,counterpart,opposesEntryIntoForce,recordedBy"));
        Assert.That(
            lines.Single(l => l.StartsWith("wide-JPN-accession-2001-04-02,", StringComparison.Ordinal)),
            Does.EndWith(",,day,Government of Borland,,,import")
        );
        Assert.That(
            lines.Single(l => l.StartsWith("wide-JPN-objection-2005-02-01,", StringComparison.Ordinal)),
            Does.EndWith(",,day,,KEN,true,import")
        );
        var ndjson = await _hosted.Client.GetStringAsync(new Uri("/v1/treaties/wide/events?format=ndjson", UriKind.Relative));
        Assert.That(ndjson, Does.Contain("\"datePeriod\":\"2001-03\"").And.Contain("\"depositary\":\"Government of Borland\""));
    }

    [Test]
    public async Task The_feed_tells_it_in_sentences()
    {
        var feed = await _hosted.Client.GetStringAsync(new Uri("/v1/treaties/wide/events.atom", UriKind.Relative));
        Assert.That(feed, Does.Contain("Japan acceded to the wide in March 2001").And.Contain("Kenya acceded to the wide in 2002"));
        Assert.That(feed, Does.Contain("between 9 January 2004 and 30 June 2004").And.Contain("The exact day is not known."));
        Assert.That(feed, Does.Contain("with effect from 30 June 2010"));
        Assert.That(
            feed,
            Does.Contain(
                "Japan objected to an act of Kenya under the wide and opposed its entry into force between the two on 1 February 2005"
            )
        );
        Assert.That(feed, Does.Contain("Towards: Kenya.").And.Contain("Depositary: Government of Borland."));
    }

    [Test]
    public async Task A_treaty_shows_its_clauses_lists_and_depositaries()
    {
        var treaty = await Json("/v1/treaties/wide");
        Assert.That(
            treaty["depositaries"]!.AsArray().Select(d => (string?)d),
            Is.EqualTo(new[] { "Government of Arvania", "Government of Borland" })
        );
        var clauses = treaty["finalClauses"]!;
        Assert.That(((string?)clauses["laterParticipantsReason"], clauses["laterParticipants"]), Is.EqualTo(("not read", (JsonNode?)null)));
        Assert.That((int?)clauses["endsBelow"], Is.EqualTo(2));
        Assert.That((string?)clauses["entryIntoForce"]!["conditions"]![2]!["fraction"], Is.EqualTo("2/3"));
        Assert.That((string?)clauses["withdrawal"]!["effectOn"], Is.EqualTo("06-30"));
        var weights = treaty["lists"]!.AsArray().Single(l => (string?)l!["name"] == "tonnage")!;
        Assert.That(weights.ToJsonString(), Is.EqualTo("""{"name":"tonnage","participants":["JPN","KEN"],"weights":[12.50,3]}"""));
    }

    [Test]
    public async Task A_participant_shows_since_when_it_has_been_a_State_and_what_that_rests_on()
    {
        var state = await Json("/v1/states/ATG");
        Assert.That(
            ((string?)state["statehoodSince"], (string?)state["statehoodBasis"]),
            Is.EqualTo(("1981-11-01", "read in a status table"))
        );
    }

    [Test]
    public async Task The_data_package_holds_all_of_it()
    {
        using var zip = new ZipArchive(await _hosted.Client.GetStreamAsync(new Uri("/v1/export/treatytracker.zip", UriKind.Relative)));
        async Task<string> File(string name) => await new StreamReader(zip.GetEntry($"data/{name}.csv")!.Open()).ReadToEndAsync();
        Assert.That(await File("treaty-lists"), Does.Contain("wide,tonnage,JPN,12.50,"));
        Assert.That(await File("treaty-depositaries"), Does.Contain("wide,2,Government of Borland"));
        Assert.That(await File("events"), Does.Contain(",2004-01-09/2004-06-30,period,,,"));
        Assert.That(await File("participants"), Does.Contain(",1981-11-01,read in a status table,"));
    }

    async Task<JsonNode> Json(string url) => JsonNode.Parse(await _hosted.Client.GetStringAsync(new Uri(url, UriKind.Relative)))!;
}
