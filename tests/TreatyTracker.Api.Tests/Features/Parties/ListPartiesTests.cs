using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Parties;

public sealed class ListPartiesTests
{
    const string Day = "asOf=2017-06-30";

    [TestCase("party", "parties")]
    [TestCase("party-in-force", "partiesInForce")]
    [TestCase("contracting", "contractingNotInForce")]
    [TestCase("signatory", "signatoriesNotBound")]
    [TestCase("former-party", "formerParties")]
    public async Task The_total_of_each_standing_is_the_count_of_that_name(string standing, string count)
    {
        foreach (var treaty in new[] { "untoc", "untoc-smuggling", "rome-statute", "narcotics-1961-amended" })
        foreach (var asOf in new[] { "2002-06-30", "2012-06-30", "2017-06-30", "2019-04-01" })
        {
            var counts = await Service.Get($"/v1/treaties/{treaty}/counts?asOf={asOf}");
            var table = await Service.Get($"/v1/treaties/{treaty}/parties?standing={standing}&asOf={asOf}");
            Assert.That((int)table["total"]!, Is.EqualTo((int)counts[count]!), $"{treaty} {asOf}");
        }
    }

    [Test]
    public async Task Without_a_standing_the_total_is_parties() =>
        Assert.That((int)(await Service.Get($"/v1/treaties/untoc/parties?{Day}"))["total"]!, Is.EqualTo(187));

    [Test]
    public async Task Pages_cover_all_rows_without_gaps_or_repeats()
    {
        var codes = new List<string>();
        for (string? url = $"/v1/treaties/untoc/parties?{Day}&limit=50"; url is not null; )
        {
            using var response = await Service.Client.GetAsync(url);
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            codes.AddRange(page["items"]!.AsArray().Select(r => (string)r!["participant"]!));
            url = response.Headers.TryGetValues("Link", out var links)
                ? links.SingleOrDefault(l => l.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('<', '>')[1]
                : null;
            Assert.That(url is null, Is.EqualTo(page["next"] is null));
        }
        Assert.That(codes, Has.Count.EqualTo(187).And.Unique.And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    [Test]
    public async Task CSV_contains_every_row_with_a_header_and_CRLF()
    {
        using var response = await Service.Client.GetAsync($"/v1/treaties/untoc/parties?{Day}&format=csv");
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/csv; header=present; charset=utf-8"));
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.That(
            lines[0],
            Is.EqualTo(
                "participant,name,kind,region,group,standing,signedOn,consent,consentOn,inForceOn,withdrawalOn,boundUntil,"
                    + "verification,kindLabel,regionLabel,groupLabel,standingLabel,consentLabel,appliesProvisionally,pending,"
                    + "pendingSince,pendingUntil,signedPeriod,consentPeriod,inForcePeriod,withdrawalPeriod,boundUntilPeriod,suspended"
            )
        );
        Assert.That(lines, Has.Length.EqualTo(1 + 187 + 1));
        Assert.That(
            lines,
            Does.Contain(
                "PRK,Democratic People's Republic of Korea,un-member,Asia,Asia-Pacific,party-in-force,,accession,2016-06-17,"
                    + "2016-07-17,,,corroborated,Member State of the United Nations,Asia,Asia-Pacific States,\"Party, treaty in "
                    + "force\",Accession,false,,,,,,,,,false"
            )
        );
    }

    [TestCase("text/csv", "text/csv")]
    [TestCase("application/x-ndjson", "application/x-ndjson")]
    [TestCase("text/csv;q=0.5, application/json", "application/json")]
    [TestCase("application/json;q=0.1, text/csv;q=0.9", "text/csv")]
    [TestCase("*/*", "application/json")]
    [TestCase("text/*", "text/csv")]
    public async Task Accept_selects_the_representation(string accept, string type)
    {
        using var response = await Service.Client.Ask("/v1/treaties/untoc/parties", ("Accept", accept));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(type));
    }

    [TestCase("region=Oceania", 11)]
    [TestCase("kind=other-state", 2)]
    [TestCase("group=African", 51)]
    [TestCase("consent=approval", 1)]
    [TestCase("q=CÔTE", 1)]
    [TestCase("q=cote+d%27ivoire", 1)]
    [TestCase("q=Россия", 1)]
    [TestCase("q=СЕВЕРНАЯ+КОРЕЯ", 1)]
    [TestCase("q=韩国", 1)]
    [TestCase("q=State+of+Libya", 1)]
    [TestCase("q=российская", 1)]
    [TestCase("q=РОССИИСКАЯ", 1)]
    [TestCase("q=russian+FED", 1)]
    [TestCase("q=COTE+D%27IVOIRE", 1)]
    [TestCase("q=الاردن", 1)]
    [TestCase("q=الأردن", 1)]
    [TestCase("q=朝鲜", 1)]
    public async Task Filters_select_rows(string filter, int rows) =>
        Assert.That((int)(await Service.Get($"/v1/treaties/untoc/parties?{Day}&{filter}"))["total"]!, Is.EqualTo(rows));

    [TestCase("KP")]
    [TestCase("408")]
    [TestCase("prk")]
    public async Task A_State_is_found_by_any_of_its_codes(string code)
    {
        var participation = await Service.Get($"/v1/treaties/untoc/parties/{code}?{Day}");
        Assert.That((string?)participation["participant"]!["code"], Is.EqualTo("PRK"));
        Assert.That((string?)participation["standing"], Is.EqualTo("party-in-force"));
    }
}
