using System.Text.RegularExpressions;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>The definitions of the named counts, to which every answer with counts points.</summary>
static partial class CountsPage
{
    public static string Body { get; } =
        $$"""
            <p>A count is never one unnamed number. For a treaty, on the day <code>asOf</code>:</p>
            <table>
            <thead><tr><th scope="col">Name</th><th scope="col">Counts the participants that</th></tr></thead>
            <tbody>
            {{string.Join('\n', Enum.GetValues<NamedCount>().Select(Row))}}
            </tbody>
            </table>
            <h2>The breakdowns</h2>
            <p>The breakdowns by kind of participant, by kind of consent and by region each add up to <code>parties</code>. The kind of a participant is that of the day asked about: a State admitted to the United Nations later counts as another State before its admission.</p>
            <h2>When a treaty ends</h2>
            <p>The termination of a treaty releases its parties (VCLT art. 70): from that day on it has none.</p>
            <h2>How far the record goes</h2>
            <p><code>record.completeThrough</code> is the last day on which the record is known to be complete. When <code>record.asOfIsBeyond</code> is true, events after it may be missing. <code>record.unverifiedEvents</code> says how many of the events up to the day have no source at hand that gives their day.</p>
            <h2>Two context</h2>
            <p><code>asOf</code> asks about the world: legal effect on that day. <code>knownAt</code> asks about the register: only what it had recorded by that instant. The same two give the same figure for ever. Before the record of a treaty was laid down the register knew nothing of it, which is no count of nought: a question about that time is answered by saying so (404), and lists leave the treaty out.</p>
            <h2>See it at work</h2>
            <p><a href="/v1/treaties/untoc/counts?asOf=2017-06-30">The counts of the Organized Crime Convention on 30 June 2017</a>, and <a href="/v1/treaties/untoc/counts/explanation?asOf=2017-06-30">who is counted in each, and why</a>. VCLT is the Vienna Convention on the Law of Treaties of 1969.</p>
            """;

    static string Row(NamedCount count) =>
        $"<tr><th scope=\"row\"><code>{CountNames.NameOf(count)}</code></th><td>{Member().Replace(Html.Text(CountDefinitions.Of(count)), "<code>$1</code>")}</td></tr>";

    [GeneratedRegex("`(.+?)`")]
    private static partial Regex Member();
}
