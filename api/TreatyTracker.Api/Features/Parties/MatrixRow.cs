using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>One participant and its standing under each treaty.</summary>
/// <param name="Participant">The participant's code.</param>
/// <param name="Name">Its current name, in the requested language.</param>
/// <param name="Kind">Its kind on the requested day.</param>
/// <param name="Region">M49 region; absent for organizations.</param>
/// <param name="Standings">Its standing under each treaty, by treaty id; <c>none</c> without a standing.</param>
/// <param name="KindLabel">The label of its kind, in the requested language.</param>
/// <param name="RegionLabel">The label of its region, in the requested language.</param>
public sealed record MatrixRow(
    string Participant,
    string Name,
    ParticipantKind Kind,
    [property: Words(typeof(Region))] string? Region,
    IReadOnlyDictionary<string, Standing> Standings,
    string KindLabel,
    string? RegionLabel
);
