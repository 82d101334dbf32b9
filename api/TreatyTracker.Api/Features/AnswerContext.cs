using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Caching;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>The context of an answer: the register, the effective <c>asOf</c> and <c>knownAt</c>, and the language.</summary>
/// <param name="Register">The snapshot that the whole answer uses, with the reference data of that instant.</param>
/// <param name="AsOf">The requested day, or today.</param>
/// <param name="Today">The current day, UTC.</param>
/// <param name="KnownAt">The instant that the answer echoes as <c>knownAt</c>.</param>
/// <param name="View">The register as known at that instant.</param>
/// <param name="Language">The language of titles and names.</param>
public sealed record AnswerContext(
    Register Register,
    DateOnly AsOf,
    DateOnly Today,
    DateTimeOffset KnownAt,
    RegisterView View,
    string Language
)
{
    /// <summary><c>true</c> if the day is in the future; otherwise <c>null</c>, which answers omit.</summary>
    public bool? LooksAhead => AsOf > Today ? true : null;

    /// <summary>The snapshot with the newest reference data: only for saying that something came later.</summary>
    public required Register Newest { get; init; }

    /// <summary>
    /// Whether texts hold marks instead of the day, so that the answer can be sent for other days too (<see cref="DayTemplate"/>).
    /// </summary>
    public bool MarksDay { get; init; }

    /// <summary>The day in a text, as <c>2017-06-30</c>.</summary>
    public string AsOfText => MarksDay ? DayTemplate.IsoMark : Instant.Text(AsOf);

    /// <summary>The day in a sentence of the answer's language.</summary>
    public string AsOfProse => MarksDay ? DayTemplate.ProseMark : Prose.Day(AsOf, Language);

    /// <summary>The status of a treaty.</summary>
    public TreatyStatus StatusOf(Treaty treaty) => View.StatusOf(treaty);

    /// <summary>The participation of a participant in a treaty; one without acts where it never acted.</summary>
    public Participation ParticipationOf(Treaty treaty, string code) =>
        StatusOf(treaty).Of(code) ?? new Participation(treaty.Id, Register.Participant(code).Participant);

    /// <summary>The texts by which something is found, folded once for each snapshot.</summary>
    /// <param name="id">Whose texts they are: a treaty's id or a participant's code.</param>
    /// <param name="texts">The texts.</param>
    public string[] Folded(string id, Func<IEnumerable<string>> texts) =>
        View.Remember((nameof(Folded), id), () => texts().Select(SearchText.Fold).ToArray());

    /// <summary>The context of an answer about today and all that a register knows, without a request for it.</summary>
    public static AnswerContext OfToday(Register register, DateTimeOffset now, string language)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return new(register, today, today, register.LastRecordedAt ?? now, register.KnownAt(null), language) { Newest = register };
    }

    /// <summary>The texts in which a search for a treaty looks: id, numbers, titles and short titles, folded.</summary>
    public string[] SearchedOf(Treaty treaty) =>
        Folded(treaty.Id, () => [treaty.Id, treaty.Mtdsg, treaty.Number ?? "", .. treaty.Titles.Values, .. treaty.ShortTitles.Values]);

    /// <summary>Creates the context for a request and sets the <c>Content-Language</c> header of its answer.</summary>
    /// <param name="http">The HTTP context.</param>
    /// <param name="request">The parameters of the request.</param>
    public static AnswerContext Of(HttpContext http, KnownRequest request)
    {
        var snapshot = RequestSnapshot.Required(http);
        // With the reference data of the instant, so that an answer about the past stays the same whatever is recorded later.
        var knownAt = snapshot.KnownAt(request);
        var register = snapshot.Register.At(knownAt);
        var language = LanguageNegotiation.Of(http, request.Lang?.WireName());
        http.Response.Headers.ContentLanguage = language;
        return new(
            register,
            (request as TimedRequest)?.AsOf ?? snapshot.Today,
            snapshot.Today,
            knownAt ?? register.LastRecordedAt ?? snapshot.Now,
            register.KnownAt(knownAt),
            language
        )
        {
            Newest = snapshot.Register,
        };
    }
}
