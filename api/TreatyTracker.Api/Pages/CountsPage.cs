using System.Text.RegularExpressions;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>Defines the named counts. Every answer with counts links to this page.</summary>
static partial class CountsPage
{
    public static string Body { get; } =
        $$"""
            <p>Every count has a name, because "how many parties" has several correct answers. For a treaty, on the day
            <code>asOf</code>:</p>
            <table>
            <thead><tr><th scope="col">Name</th><th scope="col">Counts the participants that</th></tr></thead>
            <tbody>
            {{string.Join('\n', Enum.GetValues<NamedCount>().Select(Row))}}
            </tbody>
            </table>
            <h2>The breakdowns</h2>
            <p>The breakdowns by kind of participant, by kind of consent and by region each add up to <code>parties</code>.
            The kind of a participant is its kind on the requested day: before its admission to the United Nations,
            a State counts as "other State".</p>
            <h2>When a treaty ends</h2>
            <p>The termination of a treaty releases its parties (VCLT art. 70). From that day on, the treaty has no parties.</p>
            <h2>Coverage of the record</h2>
            <p><code>record.completeThrough</code> is the last day through which the record is known to be complete. If
            <code>record.asOfIsBeyond</code> is true, later events may be missing. <code>record.unverifiedEvents</code> is the number of
            events up to the requested day whose date is not confirmed by an available source.</p>
            <h2>Two points in time</h2>
            <p><code>asOf</code> selects the day in the real world: legal effect on that day. <code>knownAt</code> selects the state of the
            register: only what it had recorded by that instant. The same two values always give the same figure. Before a treaty was first
            recorded, the register knew nothing about it, which is not a count of zero: requests for such an instant get a 404 that says so,
            and lists omit the treaty.</p>
            <h2>Examples</h2>
            <p><a href="/v1/treaties/untoc/counts?asOf=2017-06-30">The counts of the Organized Crime Convention on 30 June 2017</a>, and
            <a href="/v1/treaties/untoc/counts/explanation?asOf=2017-06-30">who is included in each count, and why</a>. VCLT is the Vienna
            Convention on the Law of Treaties of 1969.</p>
            """;

    static string Row(NamedCount count) =>
        $"<tr><th scope=\"row\"><code>{count.WireName()}</code></th>"
        + $"<td>{Member().Replace(Html.Text(CountDefinitions.Of(count)), "<code>$1</code>")}</td></tr>";

    [GeneratedRegex("`(.+?)`")]
    private static partial Regex Member();
}
