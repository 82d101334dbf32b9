namespace TreatyTracker.Api.StatusTables;

/// <summary>How tables are merged into seeds.</summary>
sealed record MergeOptions
{
    /// <summary>The treaty's id, or number; <c>null</c>: every treaty that a document names.</summary>
    public string? Treaty { get; init; }

    /// <summary>Whether a treaty that the seeds lack is started from the table's header.</summary>
    public bool New { get; init; }

    /// <summary>The day for which those tables are stated whose documents do not say it; <c>null</c>: they are refused.</summary>
    public DateOnly? AsAt { get; init; }

    /// <summary>Id of the source that events cite; <c>null</c>: one made of the treaty and the day.</summary>
    public string? Source { get; init; }

    /// <summary>The number of parties, for a table without a header.</summary>
    public int? Parties { get; init; }

    /// <summary>The number of signatories, for a table without a header.</summary>
    public int? Signatories { get; init; }

    /// <inheritdoc cref="MergeRequest.AcceptLeft"/>
    public bool AcceptLeft { get; init; }

    /// <summary>What is wrong with the seeds of a treaty, by its id: nothing is merged into those.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc cref="MergeRequest.Now"/>
    public required DateTimeOffset Now { get; init; }
}
