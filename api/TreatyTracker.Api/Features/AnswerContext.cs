using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>The effective two context of an answer, and the register as they see it.</summary>
/// <param name="Register">The snapshot from which the whole answer comes.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Today">The current day, UTC.</param>
/// <param name="KnownAt">The instant echoed.</param>
/// <param name="View">The register as known then.</param>
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
    /// <summary><c>true</c> for a day to come; else <c>null</c>, which is left out of answers.</summary>
    public bool? LooksAhead => AsOf > Today ? true : null;

    /// <summary>The status of a treaty.</summary>
    public TreatyStatus StatusOf(Treaty treaty) => View.StatusOf(treaty);

    /// <summary>The context of a request's answer.</summary>
    /// <param name="http">The request. The answer's header <c>Content-Language</c> is set.</param>
    /// <param name="request">Its parameters.</param>
    public static AnswerContext Of(HttpContext http, KnownRequest request)
    {
        var snapshot = RequestSnapshot.Required(http);
        var register = snapshot.Register;
        var language = LanguageNegotiation.Of(http, request.Lang?.WireName());
        http.Response.Headers.ContentLanguage = language;
        return new(
            register,
            (request as TimedRequest)?.AsOf ?? snapshot.Today,
            snapshot.Today,
            request.KnownAt ?? register.LastRecordedAt ?? snapshot.Now,
            register.KnownAt(request.KnownAt),
            language
        );
    }
}
