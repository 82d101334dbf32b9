using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Treaties;

public sealed class EntryIntoForceTests
{
    [TestCase("untoc", "2003-07-01", "2003-09-29")]
    [TestCase("untoc-trafficking", "2003-09-26", "2003-12-25")]
    [TestCase("untoc-smuggling", "2003-10-30", "2004-01-28")]
    [TestCase("untoc-firearms", "2005-04-04", "2005-07-03")]
    [TestCase("uncac", "2005-09-15", "2005-12-14")]
    [TestCase("rome-statute", "2002-04-11", "2002-07-01")]
    public async Task The_computed_day_is_the_published_one(string treaty, string reachedOn, string on)
    {
        var entry = (await Service.Get($"/v1/treaties/{treaty}"))["entryIntoForce"]!;
        Assert.That(
            (
                (string?)entry["reachedOn"],
                (string?)entry["computed"],
                (string?)entry["published"],
                (string?)entry["on"],
                (bool?)entry["agrees"]
            ),
            Is.EqualTo((reachedOn, on, on, on, true))
        );
    }

    /// <summary>
    /// Their status tables replace a predecessor State's row with its successors' rows, so the threshold is reached too late.
    /// </summary>
    static readonly string[] s_differ =
    [
        "cppnm-1979",
        "illicit-traffic-1988",
        "montreal-airports-1988",
        "narcotics-1961",
        "protected-persons-1973",
        "psychotropics-1971",
        "tokyo-1963",
    ];

    [Test]
    public async Task Only_treaties_without_predecessors_rows_differ_and_they_say_why()
    {
        var treaties = await Service.Items("/v1/treaties");
        var differ = treaties.Where(t => (bool?)t!["entryIntoForce"]!["agrees"] is false).ToList();

        Assert.That(differ.Select(t => (string)t!["id"]!), Is.EquivalentTo(s_differ));
        foreach (var treaty in differ)
        {
            Assert.That((string?)treaty!["entryIntoForce"]!["remark"], Does.Contain("predecessor"));
            Assert.That((string?)treaty["entryIntoForce"]!["on"], Is.EqualTo((string?)treaty["entryIntoForce"]!["published"]));
        }
        var notComputable = treaties.Where(t => t!["entryIntoForce"]!["computed"] is null).Select(t => (string)t!["id"]!);
        Assert.That(notComputable, Is.EqualTo(new[] { "hague-hijacking-1970", "montreal-sabotage-1971", "narcotics-1961-amended" }));
    }

    [TestCase("ARM", "2003-09-29", "with-the-treaty", "art. 38(1)")]
    [TestCase("AFG", "2003-10-24", "own-deposit", "art. 38(2)")]
    [TestCase("AZE", "2003-11-29", "own-deposit", "art. 38(2)")]
    [TestCase("AND", "2011-10-22", "own-deposit", "art. 38(2)")]
    [TestCase("MNE", "2006-06-03", "stated", null)]
    public async Task The_date_for_one_participant_has_a_rule_and_an_article(string state, string on, string rule, string? article)
    {
        var consent = (await Service.Get($"/v1/treaties/untoc/parties/{state}"))["consents"]![0]!;
        Assert.That(
            ((string?)consent["effectOn"], (string?)consent["effectRule"], (string?)consent["effectArticle"]),
            Is.EqualTo((on, rule, article))
        );
    }
}
