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
        var corrections = known.Where(e => e.Kind is EventKind.Correction)
            .OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id, StringComparer.Ordinal)
            .ToLookup(e => e.Corrects);
        return known.Where(e => e.Kind is not EventKind.Correction)
            .Select(e => Corrected(e, e, corrections)).OfType<TreatyEvent>();
    }

    /// <summary>The act as its newest standing correction has it; <c>null</c> when that retracts it.</summary>
    static TreatyEvent? Corrected(TreatyEvent act, TreatyEvent target, ILookup<string?, TreatyEvent> corrections)
    {
        foreach (var correction in corrections[target.Id])
        {
            // A retraction of a correction makes that correction as if never made: the next older one stands.
            if (IsRetracted(correction, corrections)) continue;
            if (correction.CorrectedKind is not { } kind) return null;
            return Corrected(act with
            {
                Kind = kind,
                Participant = correction.Participant,
                Date = correction.Date,
                EffectiveOn = correction.EffectiveOn,
                Verification = correction.Verification,
                Sources = correction.Sources,
                Note = correction.Note,
            }, correction, corrections);
        }
        return act;
    }

    static bool IsRetracted(TreatyEvent correction, ILookup<string?, TreatyEvent> corrections) =>
        corrections[correction.Id].FirstOrDefault() is { CorrectedKind: null };
}
