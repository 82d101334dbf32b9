using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.States;

/// <summary>The number of treaties under which a participant has each standing.</summary>
/// <param name="PartyInForce">Number of treaties in force for it.</param>
/// <param name="Contracting">Number of treaties to which it consented and that are not in force for it.</param>
/// <param name="Signatory">Number of treaties that it signed but is not bound by.</param>
/// <param name="FormerParty">Number of treaties that it left.</param>
/// <param name="ProvisionallyApplying">Number of treaties that it applies provisionally, besides its standing under them.</param>
public sealed record ParticipationSummary(int PartyInForce, int Contracting, int Signatory, int FormerParty, int ProvisionallyApplying)
{
    internal static ParticipationSummary Of(string code, AnswerContext context)
    {
        var participations = context.View.Treaties.Select(t => context.StatusOf(t).Of(code)).OfType<Participation>().ToList();
        var standings = participations.ConvertAll(p => p.StandingOn(context.AsOf));
        return new(
            standings.Count(s => s is Standing.PartyInForce),
            standings.Count(s => s is Standing.Contracting),
            standings.Count(s => s is Standing.Signatory),
            standings.Count(s => s is Standing.FormerParty),
            participations.Count(p => p.AppliesProvisionally(context.AsOf))
        );
    }
}
