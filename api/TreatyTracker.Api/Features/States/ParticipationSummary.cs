using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.States;

/// <summary>The number of treaties under which a participant has each standing.</summary>
/// <param name="PartyInForce">Number of treaties in force for it.</param>
/// <param name="Contracting">Number of treaties to which it consented and that are not in force for it.</param>
/// <param name="Signatory">Number of treaties that it signed but is not bound by.</param>
/// <param name="FormerParty">Number of treaties that it left.</param>
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
