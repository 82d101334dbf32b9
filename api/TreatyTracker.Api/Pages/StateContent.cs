using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Features.States;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>What the page of a State shows.</summary>
/// <param name="State">The State or organization.</param>
/// <param name="Profile">The API's answer about it.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Rows">The treaties that are shown, in order.</param>
/// <param name="Totals">How many treaties each choice shows.</param>
public sealed record StateContent(
    ParticipantEntry State,
    ParticipantProfile Profile,
    StatePage.Request Request,
    IReadOnlyList<(Treaty Treaty, StatusRow Status)> Rows,
    IReadOnlyDictionary<StateTreaties, int> Totals
)
{
    internal static StateContent Of(ParticipantEntry state, StatePage.Request request, PageContext page)
    {
        var context = page.Answer;
        var all = context.View.Treaties.Select(t => (Treaty: t, Participation: context.ParticipationOf(t, state.Code))).ToList();
        var show = request.Show ?? StateTreaties.Any;
        return new(
            state,
            ParticipantProfile.Of(state, context),
            request,
            [
                .. all.Where(x => Shows(show, x.Participation, context.AsOf))
                    .Select(x => (x.Treaty, Status: StatusRow.Of(x.Participation, context)))
                    .By(
                        request.Sort ?? StatusSort.Name,
                        request.Descending is true,
                        r => r.Status,
                        r => SearchText.Fold(page.ShortTitleOf(r.Treaty).Title)
                    ),
            ],
            Enum.GetValues<StateTreaties>().ToDictionary(s => s, s => all.Count(x => Shows(s, x.Participation, context.AsOf)))
        );
    }

    /// <summary>Whether a participant has no standing under a treaty.</summary>
    internal static bool IsNone(Treaty treaty, string code, AnswerContext context) =>
        Shows(StateTreaties.None, context.ParticipationOf(treaty, code), context.AsOf);

    static bool Shows(StateTreaties show, Participation participation, DateOnly asOf) =>
        participation.StandingOn(asOf) is var standing
        && show switch
        {
            StateTreaties.Party => standing is Standing.PartyInForce or Standing.Contracting,
            StateTreaties.Signatory => standing is Standing.Signatory,
            StateTreaties.FormerParty => standing is Standing.FormerParty,
            StateTreaties.None => standing is Standing.None,
            _ => standing is not Standing.None,
        };
}
