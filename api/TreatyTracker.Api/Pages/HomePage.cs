using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>The first page: what this is, what one can ask, and how fresh the data are.</summary>
static class HomePage
{
    /// <summary>The page.</summary>
    /// <param name="register">What the answers come from.</param>
    /// <param name="today">The day of those that speak of today.</param>
    public static string Of(Register register, DateOnly today) =>
        $"""
            <p>Who is bound by which treaty, on any day: conventions, protocols, States parties and the events that bound them. Every figure is computed from the history of signatures, deposits and notices, and can be proved from it.</p>
            {Figure(register)}
            <h2>Ten questions</h2>
            <p>A question leads to the whole answer as programs read it; what follows it is the answer in short, and where to ask the same with other values.</p>
            <ol>
            {string.Join('\n', new HomeQuestions(register, today).All().Select(Item))}
            </ol>
            <h2>How fresh the data are</h2>
            {Freshness(register)}
            <h2>Take the data with you</h2>
            <ul>
            <li><a href="/v1/export/treatytracker.sqlite">Everything as a SQLite database</a>, to ask with SQL; <a href="/v1/export/treatytracker.zip">everything as CSV files</a> in a zip, a Data Package that <a href="/v1/export/datapackage.json">describes its columns</a>.</li>
            <li>Any list as a table: <a href="/v1/counts?format=excel">for Excel</a>, <a href="/v1/counts?format=csv">as CSV</a>, or <a href="/v1/counts?format=ndjson">as lines of JSON</a>. Add <code>format=excel</code>, <code>csv</code> or <code>ndjson</code> to its address.</li>
            <li>What is new, in a feed reader (Atom): <a href="/v1/events.atom">all treaties</a>, <a href="/v1/treaties/untoc/events.atom">one treaty</a>, <a href="/v1/states/PRK/events.atom">one State</a>.</li>
            <li>Entries into force and withdrawals, in a calendar (iCalendar): <a href="/v1/calendar.ics">all treaties</a>, <a href="/v1/treaties/untoc/calendar.ics">one treaty</a>, <a href="/v1/states/PRK/calendar.ics">one State</a>. Subscribe to the address, and corrected days move.</li>
            <li>A <a href="/v1/treaties/untoc/badge.svg?asOf=2017-06-30">badge with the figure</a>, for a web page: <code>&lt;img src="/v1/treaties/untoc/badge.svg" alt="Parties to the Organized Crime Convention"&gt;</code>, with this service's address before the path.</li>
            </ul>
            <h2>Where to go on</h2>
            <ul>
            <li><a href="/swagger">Try the API</a> in the browser: every question with an example that works.</li>
            <li><a href="/docs/counts">What each count means</a>: a count is never one unnamed number.</li>
            <li><a href="/openapi.yaml">The OpenAPI document</a>, for programs (<a href="/openapi.json">as JSON</a>).</li>
            <li><a href="/problems">Problems</a>: what each error means and the way out.</li>
            <li><a href="/v1/consistency?format=text">The consistency report</a>: what the record is held against, and what was found.</li>
            </ul>
            """;

    static string Figure(Register register) =>
        HomeQuestions.PartiesOf(register) is { } parties
            ? $"<p class=\"figure\"><strong>{Number(parties)}</strong> parties had the United Nations Convention against Transnational Organized Crime on {Day(HomeQuestions.OfTheFigure)}.</p>"
            : "";

    static string Item(HomeQuestion question) =>
        $"<li><a href=\"{Html.Text(question.Address)}\">{Html.Text(question.Text)}</a>{(question.Answer is { } answer ? $" <span>{Html.Text(answer)}</span>" : "")} "
        + $"<a class=\"try\" href=\"/swagger/index.html#/{Uri.EscapeDataString(question.Topic)}/{question.Operation}\">Ask with other values<span class=\"unseen\">: {Html.Text(question.Text)}</span></a></li>";

    static string Freshness(Register register)
    {
        var facts = register.Facts;
        if (facts.Treaties.Count == 0 || register.LastRecordedAt is not { } recorded)
            return "<p>The register is empty.</p>";
        var (first, last) = (facts.Treaties.Min(t => t.CompleteThrough), facts.Treaties.Max(t => t.CompleteThrough));
        var acts = register.KnownAt(null).Acts;
        return $"""
            <table>
            <tr><th scope="row">Treaties</th><td><a href="/v1/treaties">{Number(facts.Treaties.Count)}</a></td></tr>
            <tr><th scope="row">Events</th><td>{Number(
                facts.Events.Count
            )} recorded, of which <a href="/v1/events?verification=unverified">{Number(
                acts.Count(a => a.Verification is Verification.Unverified)
            )} unverified</a>: the act is known, and no source at hand gives its day</td></tr>
            <tr><th scope="row">Complete through</th><td>{(
                first == last ? Day(first) : $"{Day(first)} to {Day(last)}, by treaty"
            )}; every answer names the day of its own treaty</td></tr>
            <tr><th scope="row">Last recorded</th><td><time datetime="{Instant.Text(recorded)}">{recorded.UtcDateTime.ToString(
                "d MMMM yyyy, HH:mm",
                CultureInfo.InvariantCulture
            )} UTC</time></td></tr>
            <tr><th scope="row">Data version</th><td><a href="/v1/version"><code>{Html.Text(
                register.Version
            )}</code></a>: the same data, the same version; every answer bears it as <code>X-Data-Version</code></td></tr>
            </table>
            """;
    }

    static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) =>
        $"<time datetime=\"{Instant.Text(day)}\">{day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}</time>";
}
