using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A treaty's entry into force: published and computed.</summary>
public sealed record TreatyEntryIntoForce
{
    /// <summary>
    /// The date of entry into force: the published date, or the computed date if none was published; absent if there is neither.
    /// </summary>
    public DateOnly? On { get; init; }

    /// <summary>The date published by the depositary; absent if none was published.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>
    /// The date computed from the clause and the recorded events; absent while the threshold is not reached, or if the clause is not
    /// computable.
    /// </summary>
    public DateOnly? Computed { get; init; }

    /// <summary>Whether the published and the computed date are equal; absent if one of them is missing.</summary>
    public bool? Agrees { get; init; }

    /// <summary>Why the dates differ, or why no date could be computed; absent otherwise.</summary>
    public string? Remark { get; init; }

    /// <summary>The article on entry into force.</summary>
    public string? Article { get; init; }

    /// <summary>The number of instruments that the clause requires.</summary>
    public int? Instruments { get; init; }

    /// <summary>The id of the event that reached that number; absent while it is not reached.</summary>
    public string? ReachedBy { get; init; }

    /// <summary>The date on which that number was reached.</summary>
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
                entry.NotComputable is { } reason ? $"Not computable: {reason.TrimEnd('.')}."
                : entry is { Published: not null, Computed: not null, Agrees: false }
                    ? "The record lacks instruments that were counted at the time: status tables replace a predecessor State's row with "
                        + "its successors' rows and omit participants that withdrew. The published date applies."
                : entry is { Published: not null, Computed: null }
                    ? "The record has fewer instruments than the clause requires. The published date applies."
                : null,
            Article = clause.Article,
            Instruments = clause.Instruments,
            ReachedBy = entry.Reached?.Consent.Id,
            ReachedOn = entry.Reached?.Consent.Date,
        };
    }
}
