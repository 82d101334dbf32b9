using System.Net;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.OpenApi;

namespace TreatyTracker.Api.Features;

/// <summary>Pages for people, and the OpenAPI document. Plain HTML: no script, no font, nothing fetched from elsewhere.</summary>
static class Pages
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/openapi.yaml", (OpenApiDocument document) => TypedResults.Bytes(document.Yaml, "application/yaml")).ExcludeFromDescription();
        app.MapGet("/openapi.json", (OpenApiDocument document) => TypedResults.Bytes(document.Json, "application/json")).ExcludeFromDescription();
        app.MapGet("/", () => Html("Treaty Tracker", Home)).ExcludeFromDescription();
        app.MapGet("/docs/counts", () => Html("What each count means", Counts)).ExcludeFromDescription();
        app.MapGet("/problems", () => Html("Problems", string.Concat(ProblemType.All.Select(p => $"<p><a href=\"/problems/{p.Slug}\">{p.Status} {Text(p.Title)}</a></p>")))).ExcludeFromDescription();
        app.MapGet("/problems/{slug}", (string slug) => ProblemType.All.FirstOrDefault(p => p.Slug == slug) is { } problem
            ? Html($"{problem.Status} {problem.Title}", $"<p>{Text(problem.Meaning)}</p><h2>What to do</h2><p>{Text(problem.WayOut)}</p><p><a href=\"/problems\">All problems</a></p>")
            : Problem.Result(ProblemType.NotFound, $"There is no problem '{slug}'.{Nearest.Question(slug, ProblemType.All.Select(p => p.Slug))} /problems lists them.")).ExcludeFromDescription();
    }

    static IResult Html(string title, string body) => TypedResults.Content($$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Text(title)}}</title>
        <link rel="alternate" type="application/atom+xml" title="Treaty events" href="/v1/events.atom">
        <style>
        body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
        a { color: #0b57a4; } code { background: #f1f3f5; padding: .1em .3em; border-radius: 3px; overflow-wrap: anywhere; }
        table { border-collapse: collapse; } td, th { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-top: 1px solid #ddd; }
        </style>
        </head>
        <body>
        <h1>{{Text(title)}}</h1>
        {{body}}
        </body>
        </html>
        """, "text/html; charset=utf-8");

    static string Text(string text) => WebUtility.HtmlEncode(text);

    const string Home = """
        <p>Who is bound by which treaty, on any day. Every figure is computed from the event history and can be proved from it.</p>
        <ul>
        <li><a href="/v1/treaties/untoc/counts?asOf=2017-06-30">How many parties had the Organized Crime Convention on 30 June 2017?</a></li>
        <li><a href="/v1/treaties/untoc/parties">Who is a party to it today?</a></li>
        <li><a href="/v1/treaties/untoc/parties?standing=signatory">Who signed and is not bound?</a></li>
        <li><a href="/v1/treaties/untoc/parties/PRK">Where does the Democratic People's Republic of Korea stand, and why?</a></li>
        <li><a href="/v1/treaties/untoc-trafficking">What is the Trafficking in Persons Protocol, and since when is it in force?</a></li>
        <li><a href="/v1/states/MNE/participations">Which treaties is Montenegro bound by?</a></li>
        <li><a href="/v1/counts?format=csv">All counts of today, as a table</a></li>
        <li><a href="/v1/treaties/uncac/events?from=2016-01-01&amp;to=2017-12-31">What happened under the Convention against Corruption in 2016 and 2017?</a></li>
        <li><a href="/v1/events?verification=unverified">Which events are unverified?</a></li>
        <li><a href="/v1/sources">Where do the facts come from?</a></li>
        </ul>
        <p><a href="/swagger">Try the API</a> · <a href="/openapi.yaml">OpenAPI document</a> · <a href="/docs/counts">What each count means</a> · <a href="/v1/version">Versions</a></p>
        """;

    const string Counts = """
        <p>A count is never one unnamed number. For a treaty, on the day <code>asOf</code>:</p>
        <table>
        <tr><th scope="col">Name</th><th scope="col">Counts the participants that</th></tr>
        <tr><td><code>parties</code></td><td>had deposited their consent to be bound on or before the day, and whose withdrawal, if any, had not taken effect. The depositary's headline figure: it includes regional organizations and States outside the United Nations, and those for whom the treaty is not yet in force.</td></tr>
        <tr><td><code>partiesInForce</code></td><td>are parties in the sense of VCLT art. 2(1)(g): the treaty is in force for them on the day, and a parent treaty's condition is met. A succession counts from its effect, even before its deposit.</td></tr>
        <tr><td><code>contractingNotInForce</code></td><td>are counted in <code>parties</code>, and the treaty is not in force for them.</td></tr>
        <tr><td><code>signatories</code></td><td>signed on or before the day, including those that later consented.</td></tr>
        <tr><td><code>signatoriesNotBound</code></td><td>signed and hold no consent in being. One that was a party and left is among them if it had signed.</td></tr>
        <tr><td><code>formerParties</code></td><td>were parties and left, by withdrawal or by operation of law. One that took back its consent is a signatory again and not among them.</td></tr>
        <tr><td><code>countedForEntryIntoForce</code></td><td>are counted in <code>parties</code> and whose instruments count towards the threshold of entry into force: regional organizations do not, unless the clause says so.</td></tr>
        </table>
        <p>The breakdowns by kind of participant, by kind of consent and by region each add up to <code>parties</code>. The kind of a participant is that of the day asked about: a State admitted to the United Nations later counts as another State before its admission.</p>
        <p>The termination of a treaty releases its parties (VCLT art. 70): from that day on it has none.</p>
        <p><code>record.completeThrough</code> is the last day on which the record is known to be complete. When <code>record.asOfIsBeyond</code> is true, events after it may be missing.</p>
        """;
}
