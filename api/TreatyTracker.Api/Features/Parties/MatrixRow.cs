using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>One participant across treaties.</summary>
/// <param name="Participant">The participant's code.</param>
/// <param name="Name">Its name today, in the language asked for.</param>
/// <param name="Kind">Its kind on the day.</param>
/// <param name="Region">M49 region; absent for an organization.</param>
/// <param name="Standings">Its standing under each treaty, by treaty id, <c>none</c> where it has none.</param>
/// <param name="KindLabel">What people call its kind, in the language asked for.</param>
/// <param name="RegionLabel">What people call its region, in the language asked for.</param>
public sealed record MatrixRow(
    string Participant,
    string Name,
    ParticipantKind Kind,
    string? Region,
    IReadOnlyDictionary<string, Standing> Standings,
    string KindLabel,
    string? RegionLabel
);
