using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>In which named counts a participant is counted.</summary>
/// <param name="Parties">In <c>parties</c>.</param>
/// <param name="PartiesInForce">In <c>partiesInForce</c>.</param>
/// <param name="ContractingNotInForce">In <c>contractingNotInForce</c>.</param>
/// <param name="Signatories">In <c>signatories</c>.</param>
/// <param name="SignatoriesNotBound">In <c>signatoriesNotBound</c>.</param>
/// <param name="FormerParties">In <c>formerParties</c>.</param>
/// <param name="CountedForEntryIntoForce">In <c>countedForEntryIntoForce</c>.</param>
public sealed record CountedIn(
    bool Parties,
    bool PartiesInForce,
    bool ContractingNotInForce,
    bool Signatories,
    bool SignatoriesNotBound,
    bool FormerParties,
    bool CountedForEntryIntoForce
)
{
    internal static CountedIn Of(Contribution c) =>
        new(c.Party, c.InForce, c.ContractingNotInForce, c.Signatory, c.SignatoryNotBound, c.FormerParty, c.ForEntryIntoForce);
}
