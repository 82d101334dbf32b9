using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>Why a treaty's counts are what they are: every participant ever concerned, in or out, and the sums.</summary>
public sealed record CountsExplanation
{
    /// <summary>The treaty.</summary>
    public required TreatyReference Treaty { get; init; }

    /// <summary>The day that it speaks of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The instant as of whose knowledge it was computed.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and true when the day is still to come.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>How far the treaty's record goes.</summary>
    public required RecordCoverage Record { get; init; }

    /// <summary>The sums over all participants ever concerned, whatever page is shown.</summary>
    public required IReadOnlyList<CountProof> Proofs { get; init; }

    /// <summary>The language of each <c>reason</c>: English, whatever language is asked for.</summary>
    public string ReasonLanguage { get; init; } = Languages.English;

    /// <summary>How many participants the whole list has.</summary>
    public required int Total { get; init; }

    /// <summary>The participants, in order of code.</summary>
    public required IReadOnlyList<ExplainedParticipant> Items { get; init; }

    /// <summary>Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</summary>
    public string? Next { get; init; }
}
