using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>For each named count, whether it includes the participant.</summary>
/// <param name="Parties">Whether <c>parties</c> includes it.</param>
/// <param name="PartiesInForce">Whether <c>partiesInForce</c> includes it.</param>
/// <param name="ContractingNotInForce">Whether <c>contractingNotInForce</c> includes it.</param>
/// <param name="Signatories">Whether <c>signatories</c> includes it.</param>
/// <param name="SignatoriesNotBound">Whether <c>signatoriesNotBound</c> includes it.</param>
/// <param name="FormerParties">Whether <c>formerParties</c> includes it.</param>
/// <param name="CountedForEntryIntoForce">Whether <c>countedForEntryIntoForce</c> includes it.</param>
/// <param name="EverSigned">Whether <c>everSigned</c> includes it.</param>
/// <param name="ProvisionallyApplying">Whether <c>provisionallyApplying</c> includes it.</param>
public sealed record CountedIn(
    bool Parties,
    bool PartiesInForce,
    bool ContractingNotInForce,
    bool Signatories,
    bool SignatoriesNotBound,
    bool FormerParties,
    bool CountedForEntryIntoForce,
    bool EverSigned,
    bool ProvisionallyApplying
)
{
    internal static CountedIn Of(Contribution c) =>
        new(
            c.Party,
            c.InForce,
            c.ContractingNotInForce,
            c.Signatory,
            c.SignatoryNotBound,
            c.FormerParty,
            c.ForEntryIntoForce,
            c.EverSigned,
            c.ProvisionallyApplying
        );
}
