using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>What <see cref="NameResolver.Resolve"/> found: a participant, or the reason why there is none.</summary>
/// <param name="Asked">The name as it was asked.</param>
/// <param name="On">The day of the act; <c>null</c> where none was given.</param>
public sealed record NameMatch(string Asked, DateOnly? On)
{
    /// <summary>The participant; <c>null</c> when none was found, or several.</summary>
    public ParticipantEntry? Participant { get; init; }

    /// <summary>The name or code that matched, as the register has it; <c>null</c> when nothing was found.</summary>
    public string? Name { get; init; }

    /// <summary>What <see cref="Name"/> is to the participant; <c>null</c> when nothing was found.</summary>
    public NameKind? Kind { get; init; }

    /// <summary>The language of <see cref="Name"/>, one of <see cref="Languages.All"/>; <c>null</c> for a code.</summary>
    public string? Language { get; init; }

    /// <summary>Why nothing was found; <c>null</c> when a participant was.</summary>
    public UnresolvedReason? Reason { get; init; }

    /// <summary>A sentence that explains <see cref="Reason"/> and says what to do; <c>null</c> when a participant was found.</summary>
    public string? Detail { get; init; }

    /// <summary>The participants that may be meant, the likeliest first; empty when one was found.</summary>
    public EquatableArray<ParticipantEntry> Candidates { get; init; } = [];
}
