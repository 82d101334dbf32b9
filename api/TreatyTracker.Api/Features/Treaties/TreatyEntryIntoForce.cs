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

    /// <summary>
    /// Why the dates differ, or why no date could be computed, in the requested language; absent otherwise. The reason of the record in it
    /// is in English.
    /// </summary>
    public string? Remark { get; init; }

    /// <summary>The article on entry into force.</summary>
    public string? Article { get; init; }

    /// <summary>The number of instruments that the clause requires.</summary>
    public int? Instruments { get; init; }

    /// <summary>The id of the event that reached that number; absent while it is not reached.</summary>
    public string? ReachedBy { get; init; }

    /// <summary>The date on which that number was reached.</summary>
    public DateOnly? ReachedOn { get; init; }

    internal static TreatyEntryIntoForce Of(TreatyStatus status, string language)
    {
        var (entry, clause) = (status.EntryIntoForce, status.Treaty.FinalClauses.EntryIntoForce);
        return new()
        {
            On = entry.On,
            Published = entry.Published,
            Computed = entry.Computed,
            Agrees = entry.Published is null || entry.Computed is null ? null : entry.Agrees,
            Remark =
                entry.NotComputable is { } reason ? Labels.Phrase("date-not-computable", language, ("reason", reason.TrimEnd('.')))
                : entry is { Published: not null, Computed: not null, Agrees: false } ? Labels.Phrase("instruments-lacking", language)
                : entry is { Published: not null, Computed: null } ? Labels.Phrase("instruments-too-few", language)
                : null,
            Article = clause.Article,
            Instruments = clause.Instruments,
            ReachedBy = entry.Reached?.Consent.Id,
            ReachedOn = entry.Reached?.Consent.Date,
        };
    }
}
