using TreatyTracker.Api.Features.Treaties;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The explanation of a treaty's counts: a reason for every participant, and the sums.</summary>
public sealed record CountsExplanation
{
    /// <summary>The treaty.</summary>
    public required TreatyReference Treaty { get; init; }

    /// <summary>The requested day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The state of the register used: only what it had recorded by this instant.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and <c>true</c> if <c>asOf</c> is in the future.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>The coverage of the treaty's record.</summary>
    public required RecordCoverage Record { get; init; }

    /// <summary>The sums over all participants, regardless of the page shown.</summary>
    public required IReadOnlyList<CountProof> Proofs { get; init; }

    /// <summary>What each condition of entry into force still needs on the requested day.</summary>
    public required EntryIntoForceOutlookAnswer Outlook { get; init; }

    /// <summary>The language of each <c>reason</c>: the requested one. Texts of the record in it stay as recorded.</summary>
    public required string ReasonLanguage { get; init; }

    /// <summary>The total number of participants on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>The participants, ordered by code.</summary>
    public required IReadOnlyList<ExplainedParticipant> Items { get; init; }

    /// <summary>The <c>cursor</c> of the next page; absent on the last page. Opaque.</summary>
    public string? Next { get; init; }
}
