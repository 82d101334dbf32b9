using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The named counts, without breakdowns.</summary>
/// <param name="Parties"><inheritdoc cref="Counts.Parties" path="/summary/node()"/></param>
/// <param name="PartiesInForce"><inheritdoc cref="Counts.PartiesInForce" path="/summary/node()"/></param>
/// <param name="ContractingNotInForce">Parties for whom the treaty is not in force.</param>
/// <param name="Signatories"><inheritdoc cref="Counts.Signatories" path="/summary/node()"/></param>
/// <param name="SignatoriesNotBound">Signatories without a consent in effect.</param>
/// <param name="FormerParties"><inheritdoc cref="Counts.FormerParties" path="/summary/node()"/></param>
/// <param name="CountedForEntryIntoForce">Parties whose instruments count towards the threshold for entry into force.</param>
public sealed record NamedCounts(
    int Parties,
    int PartiesInForce,
    int ContractingNotInForce,
    int Signatories,
    int SignatoriesNotBound,
    int FormerParties,
    int CountedForEntryIntoForce
)
{
    internal static NamedCounts Of(Counts c) =>
        new(
            c.Parties,
            c.PartiesInForce,
            c.ContractingNotInForce,
            c.Signatories,
            c.SignatoriesNotBound,
            c.FormerParties,
            c.CountedForEntryIntoForce
        );

    /// <summary>The columns of the counts, for tables of any row type.</summary>
    internal static IEnumerable<Column<T>> ColumnsOf<T>(Func<T, NamedCounts> counts) =>
        [
            new("parties", r => counts(r).Parties),
            new("partiesInForce", r => counts(r).PartiesInForce),
            new("contractingNotInForce", r => counts(r).ContractingNotInForce),
            new("signatories", r => counts(r).Signatories),
            new("signatoriesNotBound", r => counts(r).SignatoriesNotBound),
            new("formerParties", r => counts(r).FormerParties),
            new("countedForEntryIntoForce", r => counts(r).CountedForEntryIntoForce),
        ];
}
