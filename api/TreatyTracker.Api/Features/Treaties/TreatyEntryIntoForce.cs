using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A treaty's entry into force: published and computed.</summary>
public sealed record TreatyEntryIntoForce
{
    /// <summary>
    /// The day that stands: the published one, or the computed one where none was published; absent while there is neither.
    /// </summary>
    public DateOnly? On { get; init; }

    /// <summary>The depositary's day; absent where none was published.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>
    /// The day that the clause gives from the events of the record; absent while the threshold is not reached or the clause is not
    /// computable.
    /// </summary>
    public DateOnly? Computed { get; init; }

    /// <summary>Whether both are known and the same; absent where one is missing.</summary>
    public bool? Agrees { get; init; }

    /// <summary>Why they differ, or why nothing could be computed; absent where there is nothing to explain.</summary>
    public string? Remark { get; init; }

    /// <summary>The article.</summary>
    public string? Article { get; init; }

    /// <summary>How many instruments the clause asks for.</summary>
    public int? Instruments { get; init; }

    /// <summary>The event with which that number was reached; absent while it is not.</summary>
    public string? ReachedBy { get; init; }

    /// <summary>The day on which that number was reached.</summary>
    public DateOnly? ReachedOn { get; init; }

    internal static TreatyEntryIntoForce Of(TreatyStatus status)
    {
        var (entry, clause) = (status.EntryIntoForce, status.Treaty.FinalClauses.EntryIntoForce);
        return new()
        {
            On = entry.On,
            Published = entry.Published,
            Computed = entry.Computed,
            Agrees = entry.Published is null || entry.Computed is null ? null : entry.Agrees,
            Remark =
                entry.NotComputable is { } reason ? $"Not computable: {reason}."
                : entry is { Published: not null, Computed: not null, Agrees: false }
                    ? "The record lacks instruments that were counted at the time: status tables replace a predecessor State's row by its successors' rows and leave out participants that withdrew. The published day stands."
                : entry is { Published: not null, Computed: null }
                    ? "The record does not hold as many instruments as the clause asks for. The published day stands."
                : null,
            Article = clause.Article,
            Instruments = clause.Instruments,
            ReachedBy = entry.Reached?.Consent.Id,
            ReachedOn = entry.Reached?.Consent.Date,
        };
    }
}
