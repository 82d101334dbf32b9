using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>The filters that all lists of participants share.</summary>
public interface IParticipantFilters
{
    /// <inheritdoc cref="ParticipantListRequest.Region"/>
    Region? Region { get; }

    /// <inheritdoc cref="ParticipantListRequest.Group"/>
    RegionalGroup? Group { get; }

    /// <inheritdoc cref="ParticipantListRequest.Kind"/>
    ParticipantKind? Kind { get; }

    /// <inheritdoc cref="ParticipantListRequest.MemberOf"/>
    string? MemberOf { get; }

    /// <inheritdoc cref="ParticipantListRequest.Q"/>
    string? Q { get; }
}
