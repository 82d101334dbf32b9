using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Data;

/// <summary>What is suggested is what a reader would take for a slip of the pen, and nothing else is.</summary>
public sealed class SuggestionsTests
{
    static readonly Facts s_record = SeedReader.Read(SmallRecord.Path);
    static readonly string[] s_treaties = [.. s_record.Treaties.SelectMany(t => new[] { t.Id, t.Mtdsg })];
    static readonly string[] s_states = [.. s_record.Participants.SelectMany(p => new[] { p.Code, p.NameIn("en") })];
    static readonly string[] s_parameters =
    [
        "asOf",
        "knownAt",
        "lang",
        "limit",
        "cursor",
        "format",
        "standing",
        "region",
        "group",
        "kind",
        "consent",
        "q",
    ];

    static string[] Of(string what) =>
        what switch
        {
            "treaties" => s_treaties,
            "States" => s_states,
            "parameters" => s_parameters,
            _ => [.. WireNames.All<NamedCount>()],
        };

    [TestCase("treaties", "untok", "untoc")]
    [TestCase("treaties", "UNTOC2", "untoc")]
    [TestCase("treaties", "unotc", "untoc")]
    [TestCase("treaties", "unto", "untoc")]
    [TestCase("treaties", "XVIII-13", "XVIII-12")]
    [TestCase("treaties", "rome", "rome-statute")]
    [TestCase("States", "PRX", "PRK")]
    [TestCase("States", "PKR", "PRK")]
    [TestCase("States", "Germani", "Germany")]
    [TestCase("States", "Frnace", "France")]
    [TestCase("parameters", "asof", "asOf")]
    [TestCase("parameters", "as_of", "asOf")]
    [TestCase("parameters", "limits", "limit")]
    [TestCase("parameters", "language", "lang")]
    [TestCase("parameters", "known", "knownAt")]
    [TestCase("counts", "party", "parties")]
    [TestCase("counts", "parties-in-force", "partiesInForce")]
    [TestCase("counts", "signatures", "signatories")]
    public void A_near_miss_is_found(string what, string text, string meant) =>
        Assert.That(Suggestions.To(text, Of(what)), Does.Contain(meant));

    [TestCase("treaties", "nosuch")]
    [TestCase("treaties", "no-such-thing")]
    [TestCase("treaties", "zzz")]
    [TestCase("treaties", "x")]
    [TestCase("States", "ZZZ")]
    [TestCase("States", "nosuch")]
    [TestCase("States", "1")]
    [TestCase("parameters", "treaty")]
    [TestCase("parameters", "nosuch")]
    [TestCase("parameters", "x")]
    [TestCase("parameters", "page")]
    [TestCase("counts", "withdrawals")]
    [TestCase("counts", "total")]
    public void What_is_like_nothing_is_told_nothing(string what, string text) => Assert.That(Suggestions.To(text, Of(what)), Is.Empty);
}
