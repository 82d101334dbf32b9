namespace TreatyTracker.Law;

/// <summary>
/// The parties of a treaty on a day, sorted three ways. Each breakdown adds up to <see cref="Counts.Parties"/>; empty classes are left out.
/// </summary>
/// <param name="ByParticipantKind">By kind of participant on that day.</param>
/// <param name="ByConsent">By kind of the consent in being.</param>
/// <param name="ByRegion">By M49 region; organizations under <see cref="NoRegion"/>.</param>
public sealed record Breakdown(
    IReadOnlyDictionary<ParticipantKind, int> ByParticipantKind,
    IReadOnlyDictionary<EventKind, int> ByConsent,
    IReadOnlyDictionary<string, int> ByRegion
)
{
    /// <summary>The class of parties without an M49 region: organizations.</summary>
    public const string NoRegion = "None";
}
