namespace TreatyTracker.Law;

/// <summary>A treaty's entry into force: what was published, what the final clauses give, and which of both stands.</summary>
public sealed record EntryIntoForce
{
    /// <summary>
    /// The day that stands: the published one where there is one, else the computed one; <c>null</c> while there is neither.
    /// </summary>
    public DateOnly? On => Published ?? Computed;

    /// <summary>The depositary's day.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The day that the clause gives from the events: the check of the published one.</summary>
    public DateOnly? Computed { get; init; }

    /// <summary>The instrument that reached the threshold; <c>null</c> while none did.</summary>
    public ThresholdInstrument? Reached { get; init; }

    /// <summary>Why the clause gives no day that can be computed; <c>null</c> where it can be.</summary>
    public string? NotComputable { get; init; }

    /// <summary>Whether both days are known and the same.</summary>
    public bool Agrees => Published is not null && Published == Computed;

    /// <summary>
    /// From the clause and the consents: the first day on which the threshold is reached by instruments in being that stay so until the
    /// day of entry into force ("not withdrawn before entry into force"), plus the delay, and not before the day of another treaty where
    /// the clause says so. Falling below the threshold later ends nothing (VCLT 55).
    /// </summary>
    /// <param name="clause">The clause.</param>
    /// <param name="published">The depositary's day.</param>
    /// <param name="consents">Every consent of every participant; those of organizations are left out here where the clause does not count
    /// them.</param>
    /// <param name="notBefore">Entry into force of the treaty that the clause waits for; only read where it waits for one.</param>
    public static EntryIntoForce Of(
        EntryIntoForceClause clause,
        DateOnly? published,
        IEnumerable<(Participant Participant, ConsentPeriod Consent)> consents,
        EntryIntoForce? notBefore
    )
    {
        if (!clause.Computable || clause.Instruments is not { } threshold || clause.Delay is not { } delay)
            return new()
            {
                Published = published,
                NotComputable = clause.Reason ?? "the final clauses give no number of instruments and delay",
            };

        var counted = consents
            .Where(c => Counts(clause, c.Participant))
            .Select(c => c.Consent)
            .OrderBy(c => c.From)
            .ThenBy(c => c.Consent.Participant, StringComparer.Ordinal)
            .ToArray();

        if (clause.NotBefore is not null && notBefore?.On is null)
            return new() { Published = published };

        foreach (var day in counted.Select(c => c.From).Distinct())
        {
            var entry = delay.After(day);
            if (clause.NotBefore is not null && notBefore!.On > entry)
                entry = notBefore.On.Value;
            // Leavers between this day and entry into force take their instrument with them; later arrivals make their own candidate day.
            // A participant that consented again upon a pending withdrawal has two instruments in being, and counts once.
            var staying = counted.Where(c => c.InEffect(day) && c.InEffect(entry)).DistinctBy(c => c.Consent.Participant).ToArray();
            if (staying.Length < threshold)
                continue;
            return new()
            {
                Published = published,
                Computed = entry,
                Reached = new(threshold, staying[threshold - 1].Consent),
            };
        }
        return new() { Published = published };
    }

    /// <summary>Whether a participant's instrument counts towards the threshold.</summary>
    public static bool Counts(EntryIntoForceClause clause, Participant participant) =>
        clause.CountsRegionalOrganizations || !participant.IsOrganization;
}
