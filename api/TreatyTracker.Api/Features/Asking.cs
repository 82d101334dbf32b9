using FastEndpoints;
using Microsoft.Net.Http.Headers;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>A question to what the register knew at an instant, to be answered in a language.</summary>
public abstract class KnownRequest
{
    /// <summary>
    /// The register's own past: only what it had recorded at or before this instant counts. All that it knows if not given; the answer then
    /// echoes the instant of its latest entry. Events and corrections alone are remembered so: clauses, published days and names are always those of now.
    /// </summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>
    /// The language of titles and names; wins over the header Accept-Language. English if neither is given, and where there is no title in it:
    /// <c>titleLanguage</c> tells.
    /// </summary>
    public Language? Lang { get; init; }
}

/// <summary>The two clocks of a question.</summary>
public abstract class TimedRequest : KnownRequest
{
    /// <summary>The day asked about: legal effect on that calendar day. Today (UTC) if not given; a day to come is allowed.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>A question about time that is answered with a list.</summary>
public abstract class TimedListRequest : TimedRequest, IListRequest
{
    /// <summary>How many rows at the most, from 1 to 500. In JSON 100 if not given; CSV and NDJSON carry all rows if not given.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: the <c>next</c> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>The representation; wins over the header Accept. <c>excel</c> is CSV as a file that Excel opens rightly.</summary>
    public Format? Format { get; init; }
}

/// <summary>The effective two clocks of an answer, and the register as they see it.</summary>
/// <param name="Register">The snapshot from which the whole answer comes.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Today">The current day, UTC.</param>
/// <param name="KnownAt">The instant echoed.</param>
/// <param name="View">The register as known then.</param>
/// <param name="Language">The language of titles and names.</param>
public sealed record Clocks(Register Register, DateOnly AsOf, DateOnly Today, DateTimeOffset KnownAt, RegisterView View, string Language)
{
    /// <summary><c>true</c> for a day to come; else <c>null</c>, which is left out of answers.</summary>
    public bool? LooksAhead => AsOf > Today ? true : null;

    /// <summary>The status of a treaty.</summary>
    public TreatyStatus StatusOf(Treaty treaty) => View.StatusOf(treaty);
}

/// <summary>What every endpoint asks of the request in front of it.</summary>
static class Asking
{
    /// <summary>The snapshot that the whole request is answered from, whatever is loaded meanwhile.</summary>
    public static Register Register(this HttpContext http) => MomentOf(http).Register;

    /// <summary>The clocks of a request.</summary>
    public static Clocks Clocks(this HttpContext http, KnownRequest request)
    {
        var moment = MomentOf(http);
        var register = moment.Register;
        return new(register, (request as TimedRequest)?.AsOf ?? moment.Today, moment.Today, request.KnownAt ?? register.LastRecordedAt ?? moment.Now, register.KnownAt(request.KnownAt), LanguageOf(http, request.Lang));
    }

    static Moment MomentOf(HttpContext http) => Moment.Of(http) ?? throw new InvalidOperationException("no register is loaded");

    /// <summary>The language of the answer, which the answer's headers tell.</summary>
    static string LanguageOf(HttpContext http, Language? asked)
    {
        var language = Tongues.Of(http, asked?.Word());
        http.Response.Headers.ContentLanguage = language;
        return language;
    }

    /// <summary>Says where the canonical address is, when another one was used.</summary>
    public static void Canonical(this HttpContext http, string path)
    {
        if (string.Equals(http.Request.Path.Value, path, StringComparison.Ordinal)) return;
        http.Response.Headers.Append(HeaderNames.Link, $"<{http.Request.PathBase}{path}{http.Request.QueryString}>; rel=\"canonical\"");
        http.Features.Set(new CanonicalPath(path));
    }

    /// <summary>404 with the closest treaties.</summary>
    public static IResult UnknownTreaty(Register register, string asked, string where = "the register") => Problem.Result(ProblemType.NotFound,
        $"There is no treaty '{asked}' in {where}.{Nearest.Question(asked, register.Facts.Treaties.SelectMany(t => new[] { t.Id, t.Mtdsg }))} Treaties go by id (untoc) or MTDSG number (XVIII-12); /v1/treaties lists them.");

    /// <summary>404 with the closest participants.</summary>
    public static IResult UnknownState(Register register, string asked) => Problem.Result(ProblemType.NotFound,
        $"There is no State or organization '{asked}' in the register.{NearestStates(register, asked)} States go by ISO alpha-3 (PRK), alpha-2 (KP) or M49 (408); /v1/states lists them.");

    /// <summary>" Did you mean PRK (…)?", by codes and English names.</summary>
    public static string NearestStates(Register register, string asked) =>
        Nearest.Question(asked, register.Facts.Participants.SelectMany(p => new[] { p.Code, p.NameIn(Languages.English) }));

    /// <summary>Names a participant filter that is none, with the closest.</summary>
    public static IResult BadState(Register register, string parameter, string asked) =>
        Problem.BadParameter(parameter, $"'{asked}' is not the code of a State or organization.{NearestStates(register, asked)}");

    /// <summary>Names a treaty filter that is none, with the closest.</summary>
    public static IResult BadTreaty(Register register, string parameter, string asked) =>
        Problem.BadParameter(parameter, $"'{asked}' is not the id or MTDSG number of a treaty.{Nearest.Question(asked, register.Facts.Treaties.SelectMany(t => new[] { t.Id, t.Mtdsg }))}");

    /// <summary>Names a filter whose value the register has nowhere, with those it has; <c>null</c> when it is one of them or not given.</summary>
    public static IResult? NotOneOf(string parameter, string? asked, IEnumerable<string?> known)
    {
        if (asked is null) return null;
        var words = known.OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return words.Contains(asked) ? null : Problem.BadParameter(parameter, Nearest.NotOneOf(asked, words));
    }

    /// <summary>Describes an operation: its group, its one-line summary, its text and the request whose real answer is its example.</summary>
    public static void Describe(this BaseEndpoint endpoint, string tag, string summary, string description, string example)
    {
        endpoint.Definition.AllowAnonymous();
        endpoint.Definition.Description(b => b.WithTags(tag).WithMetadata(new OpenApi.Example(example)));
        endpoint.Definition.Summary(s =>
        {
            s.Summary = summary;
            s.Description = description;
        });
    }
}

/// <summary>The groups of operations, by the question they answer.</summary>
static class Topics
{
    public const string Treaties = "Treaties";
    public const string Counts = "How many parties, and why";
    public const string Parties = "Who is bound";
    public const string States = "States and organizations";
    public const string Events = "Event history";
    public const string Consistency = "Consistency of the record";
    public const string Sources = "Sources";
    public const string Exports = "The whole record";
    public const string Service = "Service";

    /// <summary>All groups in the order in which a reader wants them, each with what it is for.</summary>
    public static IReadOnlyList<(string Name, string About)> All { get; } =
    [
        (Counts, "The named counts of treaties on any day. What each means: [/docs/counts](/docs/counts)."),
        (Parties, "Status tables and single participations: standing, dates, and the rule and article behind each."),
        (Treaties, "Conventions and protocols: titles, final clauses, entry into force as published and as computed."),
        (States, "States, regional organizations and former States, and where each stands."),
        (Events, "The append-only history from which everything else is computed."),
        (Consistency, "The rules that the record is held against, what they find, and a gate for CI."),
        (Sources, "Where the facts come from."),
        (Exports, "Everything that the register holds, as files: to keep, to load elsewhere, to ask with SQL."),
        (Service, "What is running, and how it is."),
    ];
}
