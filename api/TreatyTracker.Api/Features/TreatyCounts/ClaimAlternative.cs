using System.Globalization;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>What a claim may have counted.</summary>
/// <param name="Counts">The counts whose sum is the figure, by their JSON names: mostly one.</param>
/// <param name="Among">The participants that were counted.</param>
/// <param name="Description">What was counted, as a phrase in English.</param>
public sealed record ClaimAlternative(IReadOnlyList<NamedCount> Counts, ClaimedAmong Among, string Description)
{
    // A status table without a filter has a row for each party and each signatory.
    static readonly IReadOnlyList<NamedCount>[] s_counted =
    [
        .. Enum.GetValues<NamedCount>().Select(c => new[] { c }),
        [NamedCount.Parties, NamedCount.SignatoriesNotBound],
        [NamedCount.Parties, NamedCount.FormerParties],
    ];

    /// <summary>Everything but the claim itself that gives the figure on a day.</summary>
    internal static IEnumerable<ClaimAlternative> Of(NamedCount claim, int claimed, TreatyStatus status, DateOnly day)
    {
        // Zero is the figure of too many counts to say anything.
        if (claimed == 0)
            return [];
        var contributions = status
            .Participations.Select(p => (Kind: p.Participant.KindOn(day), Of: status.ContributionOf(p, day)))
            .ToList();
        return from counted in s_counted
            from among in Enum.GetValues<ClaimedAmong>()
            where !(among is ClaimedAmong.All && counted is [var one] && one == claim)
            let figures = Law.Counts.Of(contributions.Where(c => IsAmong(c.Kind, among)).Select(c => c.Of))
            // A sum with nothing in one part is the other part.
            where counted.Sum(figures.Figure) == claimed && counted.All(c => figures.Figure(c) > 0)
            // The figure of a part that is the whole says nothing that the whole does not say.
            where among is ClaimedAmong.All || counted.Sum(status.Timeline.On(day).Figure) != claimed
            orderby counted.Contains(claim) descending
            select new ClaimAlternative(counted, among, Describe(counted, among));
    }

    static bool IsAmong(ParticipantKind kind, ClaimedAmong among) =>
        among switch
        {
            ClaimedAmong.UnMembers => kind is ParticipantKind.UnMember,
            ClaimedAmong.UnMembersAndObservers => kind is ParticipantKind.UnMember or ParticipantKind.UnObserver,
            ClaimedAmong.States => kind is not (ParticipantKind.RegionalOrganization or ParticipantKind.InternationalOrganization),
            _ => true,
        };

    static string Describe(IReadOnlyList<NamedCount> counted, ClaimedAmong among) =>
        string.Join(" and ", counted.Select(c => Labels.Of(c, Data.Languages.English).ToLower(CultureInfo.InvariantCulture)))
        + among switch
        {
            ClaimedAmong.States => ", without organizations",
            ClaimedAmong.UnMembers => ", United Nations Members only",
            ClaimedAmong.UnMembersAndObservers => ", United Nations Members and observers only",
            _ => "",
        };
}
