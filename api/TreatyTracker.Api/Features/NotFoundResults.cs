using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features;

/// <summary>Answers to addresses and filters that name nothing in the register, with the closest names.</summary>
static class NotFoundResults
{
    /// <summary>404 with the closest treaties.</summary>
    public static IResult UnknownTreaty(Register register, string asked, string where = "the register") =>
        Problem.Result(
            ProblemType.NotFound,
            $"There is no treaty '{asked}' in {where}.{Suggestions.SuggestionText(asked, register.Facts.Treaties.SelectMany(t => new[] { t.Id, t.Mtdsg }))} Treaties go by id (untoc) or MTDSG number (XVIII-12); /v1/treaties lists them."
        );

    /// <summary>404 with the closest participants.</summary>
    public static IResult UnknownState(Register register, string asked) =>
        Problem.Result(
            ProblemType.NotFound,
            $"There is no State or organization '{asked}' in the register.{NearestStates(register, asked)} States go by ISO alpha-3 (PRK), alpha-2 (KP) or M49 (408); /v1/states lists them."
        );

    /// <summary>" Did you mean PRK (…)?", by codes and English names.</summary>
    public static string NearestStates(Register register, string asked) =>
        Suggestions.SuggestionText(asked, register.Facts.Participants.SelectMany(p => new[] { p.Code, p.NameIn(Languages.English) }));

    /// <summary>Names a participant filter that is none, with the closest.</summary>
    public static IResult BadState(Register register, string parameter, string asked) =>
        Problem.BadParameter(parameter, $"'{asked}' is not the code of a State or organization.{NearestStates(register, asked)}");

    /// <summary>Names a treaty filter that is none, with the closest.</summary>
    public static IResult BadTreaty(Register register, string parameter, string asked) =>
        Problem.BadParameter(
            parameter,
            $"'{asked}' is not the id or MTDSG number of a treaty.{Suggestions.SuggestionText(asked, register.Facts.Treaties.SelectMany(t => new[] { t.Id, t.Mtdsg }))}"
        );

    /// <summary>
    /// Names a filter whose value the register has nowhere, with those it has; <c>null</c> when it is one of them or not given.
    /// </summary>
    public static IResult? NotOneOf(string parameter, string? asked, IEnumerable<string?> known)
    {
        if (asked is null)
            return null;
        var words = known.OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return words.Contains(asked) ? null : Problem.BadParameter(parameter, Suggestions.NotOneOf(asked, words));
    }
}
