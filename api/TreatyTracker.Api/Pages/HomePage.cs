using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>The home page: what the service is, example questions, and how current the data is.</summary>
static class HomePage
{
    /// <summary>Renders the body of the page.</summary>
    /// <param name="register">The register that answers the questions.</param>
    /// <param name="today">The current day.</param>
    public static string Of(Register register, DateOnly today) =>
        $"""
            <p>Who is bound by which treaty, on any day: conventions, protocols, States parties, and the events behind them. Every figure
            is computed from the history of signatures, deposits and notices, and the API explains it from that history.</p>
            {Figure(register)}
            <h2>Ten questions</h2>
            <p>Each question links to the full answer as JSON. Below it are a short answer and a link to try other values.</p>
            <ol>
            {string.Join('\n', new HomeQuestions(register, today).All().Select(Item))}
            </ol>
            <h2>How current the data is</h2>
            {Freshness(register)}
            <h2>Download or subscribe</h2>
            <ul>
            <li><a href="/v1/export/treatytracker.sqlite">Everything as a SQLite database</a>, to query with SQL, or
            <a href="/v1/export/treatytracker.zip">everything as CSV files</a> in a ZIP archive, a Data Package that
            <a href="/v1/export/datapackage.json">describes its columns</a>.</li>
            <li>Any list as a table: <a href="/v1/counts?format=excel">for Excel</a>, <a href="/v1/counts?format=csv">as CSV</a>, or
            <a href="/v1/counts?format=ndjson">as NDJSON</a>. Add <code>format=excel</code>, <code>csv</code> or <code>ndjson</code>
            to its address.</li>
            <li>New events in a feed reader (Atom): <a href="/v1/events.atom">all treaties</a>,
            <a href="/v1/treaties/untoc/events.atom">one treaty</a>, <a href="/v1/states/PRK/events.atom">one State</a>.</li>
            <li>Entries into force and withdrawals in a calendar (iCalendar): <a href="/v1/calendar.ics">all treaties</a>,
            <a href="/v1/treaties/untoc/calendar.ics">one treaty</a>, <a href="/v1/states/PRK/calendar.ics">one State</a>. Subscribe to
            the address to receive corrected dates.</li>
            <li>A <a href="/v1/treaties/untoc/badge.svg?asOf=2017-06-30">badge with the figure</a> for a web page:
            <code>&lt;img src="/v1/treaties/untoc/badge.svg" alt="Parties to the Organized Crime Convention"&gt;</code>, with the address of
            this service before the path.</li>
            </ul>
            <h2>Next steps</h2>
            <ul>
            <li><a href="/swagger">Try the API</a> in the browser: every operation has a working example.</li>
            <li><a href="/docs/counts">What each count means</a>: each count has a name and a definition.</li>
            <li><a href="/openapi.yaml">The OpenAPI document</a> for programs (<a href="/openapi.json">as JSON</a>).</li>
            <li><a href="/problems">Problems</a>: what each error means and what to do.</li>
            <li><a href="/v1/consistency?format=text">The consistency report</a>: what the rules found in the record.</li>
            </ul>
            """;

    static string Figure(Register register) =>
        HomeQuestions.PartiesOf(register) is { } parties
            ? $"<p class=\"figure\">The United Nations Convention against Transnational Organized Crime had "
                + $"<strong>{Number(parties)}</strong> parties on {Day(HomeQuestions.OfTheFigure)}.</p>"
            : "";

    static string Item(HomeQuestion question) =>
        $"<li><a href=\"{Html.Text(question.Address)}\">{Html.Text(question.Text)}</a>"
        + (question.Answer is { } answer ? $" <span>{Html.Text(answer)}</span>" : "")
        + $" <a class=\"try\" href=\"/swagger/index.html#/{Uri.EscapeDataString(question.Topic)}/{question.Operation}\">Try other values"
        + $"<span class=\"unseen\">: {Html.Text(question.Text)}</span></a></li>";

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
            )} unverified</a>: the act is known, but no available source confirms its date</td></tr>
            <tr><th scope="row">Complete through</th><td>{(
                first == last ? Day(first) : $"{Day(first)} to {Day(last)}, by treaty"
            )}. Every answer states the day for its treaty</td></tr>
            {Grades(facts.Treaties)}
            <tr><th scope="row">Last recorded</th><td><time datetime="{Instant.Text(recorded)}">{recorded.UtcDateTime.ToString(
                "d MMMM yyyy, HH:mm",
                CultureInfo.InvariantCulture
            )} UTC</time></td></tr>
            <tr><th scope="row">Data version</th><td><a href="/v1/version"><code>{Html.Text(
                register.Version
            )}</code></a>. The same data has the same version. Every answer has it in <code>X-Data-Version</code></td></tr>
            </table>
            """;
    }

    static string Grades(IReadOnlyList<Treaty> treaties)
    {
        string Grade(Coverage grade, string means) =>
            $"<a href=\"/v1/treaties?coverage={grade.WireName()}\">"
            + $"{Number(treaties.Count(t => t.Coverage == grade))} {grade.WireName()}</a> ({means})";
        return treaties.All(t => t.Coverage is null)
            ? ""
            : "<tr><th scope=\"row\">Coverage</th><td>"
                + string.Join(
                    ", ",
                    Grade(Coverage.Proved, "the newest table has the same number of parties"),
                    Grade(Coverage.NewerActs, "newer acts were added, their number is not proved"),
                    Grade(Coverage.OlderTable, "the record ends with an older table")
                )
                + "</td></tr>";
    }

    static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) =>
        $"<time datetime=\"{Instant.Text(day)}\">{day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}</time>";
}
