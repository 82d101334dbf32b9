namespace TreatyTracker.Api.Features.Between;

/// <summary>The treaties between two participants on a day.</summary>
public sealed record Relations
{
    /// <summary>The first participant.</summary>
    public required ParticipantReference A { get; init; }

    /// <summary>The other participant.</summary>
    public required ParticipantReference B { get; init; }

    /// <summary>The requested day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The state of the register used: only what it had recorded by this instant.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and <c>true</c> if <c>asOf</c> is in the future.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>The number of treaties in force between the two, whatever the filter <c>inForce</c> says.</summary>
    public required int InForce { get; init; }

    /// <summary>The total number of rows on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>The rows, ordered by treaty id.</summary>
    public required IReadOnlyList<TreatyRelationRow> Items { get; init; }

    /// <summary>The <c>cursor</c> of the next page; absent on the last page. Opaque.</summary>
    public string? Next { get; init; }

    /// <summary>The language of each <c>reason</c>: the requested one.</summary>
    public required string ReasonLanguage { get; init; }
}
