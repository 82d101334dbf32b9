using System.Net;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features;

/// <summary>All lists of participants have the same filters.</summary>
public sealed class ParticipantFiltersTests
{
    const string Day = "asOf=2017-06-30";

    static readonly string[] s_lists =
    [
        "/v1/states?",
        "/v1/matrix?treaty=untoc&",
        "/v1/treaties/untoc/parties?standing=any&",
        "/v1/treaties/untoc/non-parties?among=signatories&",
        "/v1/treaties/untoc/non-parties?",
    ];

    static readonly (string Filter, Func<JsonNode, bool> Holds)[] s_filters =
    [
        ("region=Oceania", p => (string?)p["region"] == "Oceania"),
        ("region=None", p => p["region"] is null),
        ("group=African", p => (string?)p["group"] == "African"),
        ("group=None", p => p["group"] is null),
        ("kind=other-state", p => (string?)p["kind"] == "other-state"),
        ("q=islands", p => ((string)p["name"]!).Contains("Islands", StringComparison.Ordinal)),
        ("region=Asia&kind=un-member&q=republic", p => (string?)p["region"] == "Asia" && (string?)p["kind"] == "un-member"),
    ];

    [TestCaseSource(nameof(s_lists))]
    public async Task A_filter_selects_the_same_participants_in_every_list(string list)
    {
        var profiles = (await Service.Items($"/v1/states?{Day}&limit=500")).ToDictionary(p => (string)p!["code"]!, p => p!);
        static string Code(JsonNode? row) => (string)(row!["participant"] ?? row["code"])!;
        var all = (await Service.Items($"{list}{Day}&limit=500")).Select(Code).ToList();
        foreach (var (filter, holds) in s_filters)
        {
            var chosen = (await Service.Items($"{list}{Day}&{filter}&limit=500")).Select(Code).ToList();
            if (filter.StartsWith("q=", StringComparison.Ordinal) || filter.Contains('&', StringComparison.Ordinal))
            {
                Assert.That(chosen, Is.SubsetOf(all));
                if (filter.Contains('&', StringComparison.Ordinal))
                    Assert.That(chosen.Select(c => profiles[c]), Has.All.Matches<JsonNode>(p => holds(p!)), filter);
                else
                    Assert.That(all.Where(c => holds(profiles[c])), Is.SubsetOf(chosen), filter);
            }
            else
                Assert.That(chosen, Is.EqualTo(all.Where(c => holds(profiles[c]))), filter);
        }
    }

    [TestCaseSource(nameof(s_lists))]
    public async Task An_unknown_region_is_rejected_with_the_known_ones(string list)
    {
        using var response = await Service.Client.GetAsync($"{list}region=Atlantis");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(
            await response.Content.ReadAsStringAsync(),
            Does.Contain("is not one of Africa, Americas, Asia, Europe, Oceania, None")
        );
    }

    [Test]
    public async Task The_filter_by_region_returns_as_many_parties_as_the_breakdown()
    {
        foreach (var (region, parties) in (await Service.Get($"/v1/treaties/untoc/counts?{Day}"))["breakdown"]!["byRegion"]!.AsObject())
            Assert.That(
                (int)(await Service.Get($"/v1/treaties/untoc/parties?{Day}&region={region}"))["total"]!,
                Is.EqualTo((int)parties!),
                region
            );
    }

    [TestCase("party-in-force", "partyInForce")]
    [TestCase("contracting", "contracting")]
    [TestCase("former-party", "formerParty")]
    public async Task Participations_of_a_State_can_be_filtered_by_standing(string standing, string summary)
    {
        foreach (var state in new[] { "PRK", "BDI", "BOL", "PHL", "USA" })
        {
            var rows = await Service.Items($"/v1/states/{state}/participations?standing={standing}&{Day}");
            Assert.That(rows, Has.Count.EqualTo((int)(await Service.Get($"/v1/states/{state}?{Day}"))["participations"]![summary]!), state);
            Assert.That(rows.Select(r => (string)r!["status"]!["standing"]!), Has.All.EqualTo(standing));
        }
        Assert.That(
            (await Service.Items($"/v1/states/BDI/participations?standing=former-party&asOf=2017-10-27")).Select(r =>
                (string)r!["treaty"]!
            ),
            Is.EqualTo(new[] { "rome-statute" })
        );
    }
}
