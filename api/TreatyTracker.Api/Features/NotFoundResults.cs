using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features;

/// <summary>Problems for addresses and filters that name something unknown, with suggestions.</summary>
static class NotFoundResults
{
    /// <summary>404 for an unknown treaty, with the closest ids.</summary>
    public static IResult UnknownTreaty(Register register, string asked) =>
        Problem.Result(
            ProblemType.NotFound,
            $"Unknown treaty '{asked}'.{NearestTreaties(register, asked)} Use an id (untoc) or an MTDSG number (XVIII-12). "
                + "/v1/treaties lists all treaties."
        );

    /// <summary>404 for an unknown participant, with the closest codes.</summary>
    public static IResult UnknownState(Register register, string asked) =>
        Problem.Result(
            ProblemType.NotFound,
            $"Unknown State or organization '{asked}'.{NearestStates(register, asked)} "
                + "Use an ISO alpha-3 (PRK), alpha-2 (KP) or M49 code (408). /v1/states lists all codes."
        );

    /// <summary>404 for an unknown event, with the closest ids.</summary>
    public static IResult UnknownEvent(Register register, string asked) =>
        Problem.Result(
            ProblemType.NotFound,
            $"Unknown event '{asked}'.{Suggestions.SuggestionText(asked, AlikeFrom(register, asked))} /v1/events lists all events."
        );

    // To compare with the ids of all events takes a second: those of a treaty whose id begins alike are enough.
    static IEnumerable<string> AlikeFrom(Register register, string asked)
    {
        var start = asked[..Math.Min(4, asked.Length)];
        return register.Facts.Events.Select(e => e.Id).Where(id => id.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>400 for a filter by an unknown participant, with the closest codes.</summary>
    public static IResult BadState(Register register, string parameter, string asked) =>
        Problem.BadParameter(parameter, NoState(register, asked));

    /// <summary>What is wrong with the code of a participant that there is not.</summary>
    public static string NoState(Register register, string asked) =>
        $"'{asked}' is not the code of a State or organization.{NearestStates(register, asked)}";

    /// <summary>400 for a filter by an unknown treaty, with the closest ids.</summary>
    public static IResult BadTreaty(Register register, string parameter, string asked) =>
        Problem.BadParameter(parameter, NoTreaty(register, asked));

    /// <summary>What is wrong with the id of a treaty that there is not.</summary>
    public static string NoTreaty(Register register, string asked) =>
        $"'{asked}' is not the id or MTDSG number of a treaty.{NearestTreaties(register, asked)}";

    /// <summary>
    /// 400 for a filter whose value does not occur in the register, with the values that do; <c>null</c> if the value occurs or is absent.
    /// </summary>
    public static IResult? NotOneOf(string parameter, string? asked, IEnumerable<string?> known)
    {
        if (asked is null)
            return null;
        var words = known.OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return words.Contains(asked) ? null : Problem.BadParameter(parameter, Suggestions.NotOneOf(asked, words));
    }

    static string NearestTreaties(Register register, string asked) => TreatyNames.SuggestionText(register.Facts.Treaties, asked);

    /// <summary>
    /// For example " Did you mean JPN (Japan)?". Codes and all names are searched, but a suggestion always begins with the code, because
    /// only codes work in addresses.
    /// </summary>
    static string NearestStates(Register register, string asked)
    {
        // A name may belong to several participants, for example to a former State and its continuator.
        var participants = register
            .Facts.Participants.SelectMany(
                p => p.Names.Select(n => n.Name).Concat(p.OtherNames.Select(n => n.Name)).Append(p.Code).Distinct(),
                (p, text) => (p, text)
            )
            .ToLookup(x => x.text, x => x.p);
        var exact = participants.Select(g => g.Key).Where(text => text.Equals(asked, StringComparison.OrdinalIgnoreCase)).ToList();
        var suggestions = (exact.Count > 0 ? exact : Suggestions.To(asked, participants.Select(g => g.Key)))
            .SelectMany(text => participants[text])
            .Select(p => $"{p.Code} ({p.NameIn(Languages.English)})")
            .Distinct()
            .Take(3)
            .ToList();
        return suggestions switch
        {
            [] => "",
            [var only] => $" Did you mean {only}?",
            [.. var others, var last] => $" Did you mean {string.Join(", ", others)} or {last}?",
        };
    }
}
