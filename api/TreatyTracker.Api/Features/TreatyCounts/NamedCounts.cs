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
/// <param name="EverSigned"><inheritdoc cref="Counts.EverSigned" path="/summary/node()"/></param>
/// <param name="ProvisionallyApplying"><inheritdoc cref="Counts.ProvisionallyApplying" path="/summary/node()"/></param>
/// <param name="RetroactiveSuccessions">Of the parties in force, the successions in force before their notification.</param>
/// <param name="BoundWithoutConsent">Of the parties in force, those that an amendment binds without their own consent.</param>
/// <param name="PartiesAtLeast">
/// The fewest parties that the events allow whose day is known only as a period; absent if it is the same as <c>parties</c>.
/// </param>
/// <param name="PartiesAtMost">
/// The most parties that the events allow whose day is known only as a period; absent if it is the same as <c>parties</c>.
/// </param>
public sealed record NamedCounts(
    int Parties,
    int PartiesInForce,
    int ContractingNotInForce,
    int Signatories,
    int SignatoriesNotBound,
    int FormerParties,
    int CountedForEntryIntoForce,
    int EverSigned,
    int ProvisionallyApplying,
    int RetroactiveSuccessions,
    int BoundWithoutConsent,
    int? PartiesAtLeast,
    int? PartiesAtMost
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
            c.CountedForEntryIntoForce,
            c.EverSigned,
            c.ProvisionallyApplying,
            c.RetroactiveSuccessions,
            c.BoundWithoutConsent,
            c.PartiesAtLeast,
            c.PartiesAtMost
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

    /// <summary>
    /// The columns of the counts that came later. They stand last in tables, so that programs that read by position keep working.
    /// </summary>
    internal static IEnumerable<Column<T>> LaterColumnsOf<T>(Func<T, NamedCounts> counts) =>
        [
            new("everSigned", r => counts(r).EverSigned),
            new("provisionallyApplying", r => counts(r).ProvisionallyApplying),
            new("retroactiveSuccessions", r => counts(r).RetroactiveSuccessions),
            new("boundWithoutConsent", r => counts(r).BoundWithoutConsent),
            new("partiesAtLeast", r => counts(r).PartiesAtLeast),
            new("partiesAtMost", r => counts(r).PartiesAtMost),
        ];
}
