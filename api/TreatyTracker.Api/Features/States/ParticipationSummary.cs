using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.States;

/// <summary>How many treaties a participant stands under, by standing.</summary>
/// <param name="PartyInForce">Treaties in force for it.</param>
/// <param name="Contracting">Treaties that it consented to and that are not in force for it.</param>
/// <param name="Signatory">Treaties that it signed and is not bound by.</param>
/// <param name="FormerParty">Treaties that it left.</param>
public sealed record ParticipationSummary(int PartyInForce, int Contracting, int Signatory, int FormerParty)
{
    internal static ParticipationSummary Of(string code, AnswerContext context)
    {
        var standings = context.View.Treaties.Select(t => context.StatusOf(t).Of(code)?.StandingOn(context.AsOf)).ToList();
        return new(
            standings.Count(s => s is Standing.PartyInForce),
            standings.Count(s => s is Standing.Contracting),
            standings.Count(s => s is Standing.Signatory),
            standings.Count(s => s is Standing.FormerParty)
        );
    }
}
