using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>A treaty's id, number and title.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Mtdsg">Its MTDSG number.</param>
/// <param name="Title">Its title, in the requested language if available, otherwise in English.</param>
/// <param name="TitleLanguage">The language of the title.</param>
public sealed record TreatyReference(string Id, string Mtdsg, string Title, string TitleLanguage)
{
    internal static TreatyReference Of(Treaty treaty, AnswerContext context)
    {
        var (title, language) = treaty.TitleIn(context.Language);
        return new(treaty.Id, treaty.Mtdsg, title, language);
    }
}
