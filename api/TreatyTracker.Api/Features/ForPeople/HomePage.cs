using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.ForPeople;

/// <summary>The first page: what this is, what one can ask, and how fresh the data are.</summary>
static class HomePage
{
    public static string Of(Register register) => $"""
        <p>Who is bound by which treaty, on any day: conventions, protocols, States parties and the events that bound them. Every figure is computed from the history of signatures, deposits and notices, and can be proved from it.</p>
        <h2>Ten questions</h2>
        <ol>
        <li><a href="/v1/treaties/untoc/counts?asOf=2017-06-30">How many parties had the Organized Crime Convention on 30 June 2017?</a></li>
        <li><a href="/v1/treaties/untoc/counts/explanation?asOf=2017-06-30">Why is the figure what it is?</a></li>
        <li><a href="/v1/treaties/untoc/parties">Who is a party to it today?</a></li>
        <li><a href="/v1/treaties/untoc/parties?standing=signatory">Who signed it and is not bound?</a></li>
        <li><a href="/v1/treaties/untoc/parties/PRK">Where does the Democratic People's Republic of Korea stand, and why?</a></li>
        <li><a href="/v1/treaties/untoc-trafficking">What is the Trafficking in Persons Protocol, and since when is it in force?</a></li>
        <li><a href="/v1/states/MNE/participations">Which treaties is Montenegro bound by?</a></li>
        <li><a href="/v1/treaties/uncac/events?from=2016-01-01&amp;to=2017-12-31">What happened under the Convention against Corruption in 2016 and 2017?</a></li>
        <li><a href="/v1/counts?format=csv">How many parties has each treaty today? (a table)</a></li>
        <li><a href="/v1/sources">Where do the facts come from?</a></li>
        </ol>
        <h2>How fresh the data are</h2>
        {Freshness(register)}
        <h2>Where to go on</h2>
        <ul>
        <li><a href="/swagger">Try the API</a> in the browser: every question with an example that works.</li>
        <li><a href="/docs/counts">What each count means</a>: a count is never one unnamed number.</li>
        <li><a href="/openapi.yaml">The OpenAPI document</a>, for programs (<a href="/openapi.json">as JSON</a>).</li>
        <li><a href="/problems">Problems</a>: what each error means and the way out.</li>
        <li><a href="/v1/consistency?format=text">The consistency report</a>: what the record is held against, and what was found.</li>
        </ul>
        """;

    static string Freshness(Register register)
    {
        var facts = register.Facts;
        if (facts.Treaties.Count == 0 || register.LastRecordedAt is not { } recorded) return "<p>The register is empty.</p>";
        var (first, last) = (facts.Treaties.Min(t => t.CompleteThrough), facts.Treaties.Max(t => t.CompleteThrough));
        var acts = register.KnownAt(null).Acts;
        return $"""
            <table>
            <tr><th scope="row">Treaties</th><td><a href="/v1/treaties">{Number(facts.Treaties.Count)}</a></td></tr>
            <tr><th scope="row">Events</th><td>{Number(facts.Events.Count)} recorded, of which <a href="/v1/events?verification=unverified">{Number(acts.Count(a => a.Verification is Verification.Unverified))} unverified</a>: the act is known, and no source at hand gives its day</td></tr>
            <tr><th scope="row">Complete through</th><td>{(first == last ? Day(first) : $"{Day(first)} to {Day(last)}, by treaty")}; every answer names the day of its own treaty</td></tr>
            <tr><th scope="row">Last recorded</th><td><time datetime="{Instant.Text(recorded)}">{recorded.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC</time></td></tr>
            <tr><th scope="row">Data version</th><td><a href="/v1/version"><code>{Html.Text(register.Version)}</code></a>: the same data, the same version; every answer bears it as <code>X-Data-Version</code></td></tr>
            </table>
            """;
    }

    static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => $"<time datetime=\"{Instant.Text(day)}\">{day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}</time>";
}
