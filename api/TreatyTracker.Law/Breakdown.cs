namespace TreatyTracker.Law;

/// <summary>
/// The parties of a treaty on a day, sorted three ways. Each breakdown adds up to <see cref="Counts.Parties"/>; empty classes are left out,
/// the others stand in the order of declaration, regions in that of the alphabet.
/// </summary>
/// <param name="ByParticipantKind">By kind of participant on that day.</param>
/// <param name="ByConsent">By kind of the consent in being.</param>
/// <param name="ByRegion">By M49 region; organizations under <see cref="NoRegion"/>.</param>
public sealed record Breakdown(
    IReadOnlyList<KeyValuePair<ParticipantKind, int>> ByParticipantKind,
    IReadOnlyList<KeyValuePair<EventKind, int>> ByConsent,
    IReadOnlyList<KeyValuePair<string, int>> ByRegion
)
{
    /// <summary>The class of parties without an M49 region: organizations.</summary>
    public const string NoRegion = "None";
}
