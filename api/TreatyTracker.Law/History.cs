namespace TreatyTracker.Law;

/// <summary>Reads an append-only log of events as it was known at an instant: the register's second clock.</summary>
public static class History
{
    /// <summary>
    /// The acts that the register held to be true at <paramref name="knownAt"/> (inclusive): events recorded by then, each with the
    /// values of its latest correction recorded by then, and without those retracted. A corrected act keeps its own id. The order of
    /// <paramref name="recorded"/> does not matter.
    /// </summary>
    public static IEnumerable<TreatyEvent> KnownAt(IEnumerable<TreatyEvent> recorded, DateTimeOffset knownAt)
    {
        var known = recorded.Where(e => e.RecordedAt <= knownAt).ToList();
        var corrections = known
            .Where(e => e.Kind is EventKind.Correction)
            .OrderByDescending(e => e.RecordedAt)
            .ThenByDescending(e => e.Id, StringComparer.Ordinal)
            .ToLookup(e => e.Corrects);
        return known
            .Where(e => e.Kind is not EventKind.Correction)
            .Select(e => Corrected(e, Standing(e, corrections)))
            .OfType<TreatyEvent>();
    }

    /// <summary>The act with the values of the correction that stands; <c>null</c> when that retracts it.</summary>
    static TreatyEvent? Corrected(TreatyEvent act, TreatyEvent standing) =>
        standing == act ? act
        : standing.CorrectedKind is not { } kind ? null
        : act with
        {
            Kind = kind,
            Participant = standing.Participant,
            Date = standing.Date,
            Earliest = standing.Earliest,
            EffectOnly = standing.EffectOnly,
            EffectiveOn = standing.EffectiveOn,
            Depositary = standing.Depositary,
            Counterpart = standing.Counterpart,
            OpposesEntryIntoForce = standing.OpposesEntryIntoForce,
            Verification = standing.Verification,
            Sources = standing.Sources,
            Note = standing.Note,
        };

    /// <summary>The newest correction that has not been retracted, itself as it was corrected; the event where there is none.</summary>
    static TreatyEvent Standing(TreatyEvent target, ILookup<string?, TreatyEvent> corrections) =>
        Newest(target, corrections) is { } correction ? Standing(correction, corrections) : target;

    // A retraction of a correction makes that correction as if never made: the next older one stands.
    static TreatyEvent? Newest(TreatyEvent target, ILookup<string?, TreatyEvent> corrections) =>
        corrections[target.Id].FirstOrDefault(c => Newest(c, corrections) is not { CorrectedKind: null });
}
