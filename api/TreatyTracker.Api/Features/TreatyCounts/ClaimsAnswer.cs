namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>Claimed figures of a treaty, compared with the register.</summary>
public sealed record ClaimsAnswer
{
    /// <summary>The treaty.</summary>
    public required TreatyReference Treaty { get; init; }

    /// <summary>The requested day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The state of the register used: only what it had recorded by this instant.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and <c>true</c> if <c>asOf</c> is in the future.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>Whether all claims agree with the register.</summary>
    public required bool Agrees { get; init; }

    /// <summary>Each claim.</summary>
    public required IReadOnlyList<ClaimedCount> Claims { get; init; }

    /// <summary>The coverage of the treaty's record: a claim that does not agree may count acts that are missing from it.</summary>
    public required RecordCoverage Record { get; init; }

    /// <summary>The address of the definitions.</summary>
    public string Definitions { get; init; } = "/docs/counts";

    /// <summary>A path that always returns this answer: canonical id, with fixed <c>asOf</c> and <c>knownAt</c>.</summary>
    public required string Permalink { get; init; }
}
