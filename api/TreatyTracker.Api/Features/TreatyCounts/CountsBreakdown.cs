using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>Three breakdowns of the parties. Each adds up to <c>parties</c>. Classes without a party are omitted.</summary>
/// <param name="ByParticipantKind">By kind of participant on the requested day, such as <c>unMember</c> or <c>regionalOrganization</c>.
/// </param>
/// <param name="ByConsent">By kind of the consent to be bound, such as <c>ratification</c> or <c>accession</c>.</param>
/// <param name="ByRegion">By M49 region: <c>Africa Americas Asia Europe Oceania</c>, and <c>None</c> for organizations.</param>
public sealed record CountsBreakdown(
    IReadOnlyDictionary<string, int> ByParticipantKind,
    IReadOnlyDictionary<string, int> ByConsent,
    IReadOnlyDictionary<string, int> ByRegion
)
{
    internal static CountsBreakdown Of(Breakdown breakdown) =>
        new(Named(breakdown.ByParticipantKind), Named(breakdown.ByConsent), breakdown.ByRegion.ToDictionary());

    static Dictionary<string, int> Named<T>(IReadOnlyDictionary<T, int> counts)
        where T : struct, Enum =>
        counts.ToDictionary(c => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(c.Key.ToString()), c => c.Value);
}
