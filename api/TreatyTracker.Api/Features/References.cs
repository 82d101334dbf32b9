using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>Another treaty, named.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Mtdsg">Its MTDSG number.</param>
/// <param name="Title">Its title, in the language asked for where there is one.</param>
/// <param name="TitleLanguage">The language that the title is in.</param>
public sealed record TreatyReference(string Id, string Mtdsg, string Title, string TitleLanguage)
{
    internal static TreatyReference Of(Treaty treaty, AnswerContext context)
    {
        var (title, language) = treaty.TitleIn(context.Language);
        return new(treaty.Id, treaty.Mtdsg, title, language);
    }
}
