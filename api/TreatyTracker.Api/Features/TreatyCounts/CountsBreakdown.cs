using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>Three breakdowns of the parties. Each adds up to <c>parties</c>. Classes without a party are omitted.</summary>
/// <param name="ByParticipantKind">By kind of participant on the requested day, such as <c>unMember</c> or <c>regionalOrganization</c>.
/// </param>
/// <param name="ByConsent">By kind of the consent to be bound, such as <c>ratification</c> or <c>accession</c>.</param>
/// <param name="ByRegion">By M49 region: <c>Africa Americas Asia Europe Oceania</c>, and <c>None</c> for organizations.</param>
public sealed record CountsBreakdown(
    [property: Words(typeof(ParticipantKind), AsMemberNames = true)] IReadOnlyDictionary<string, int> ByParticipantKind,
    [property: Words(typeof(ConsentKind), AsMemberNames = true)] IReadOnlyDictionary<string, int> ByConsent,
    [property: Words(typeof(Region))] IReadOnlyDictionary<string, int> ByRegion
)
{
    internal static CountsBreakdown Of(Breakdown breakdown) =>
        new(Named(breakdown.ByParticipantKind), Named(breakdown.ByConsent), breakdown.ByRegion.ToDictionary());

    static Dictionary<string, int> Named<T>(IReadOnlyList<KeyValuePair<T, int>> counts)
        where T : struct, Enum => counts.ToDictionary(c => c.Key.MemberName(), c => c.Value);
}
