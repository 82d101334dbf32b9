using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Who came before whom (law.md section 7).</summary>
static class Predecessors
{
    /// <summary>The former States that a State came after, by its code.</summary>
    public static ILookup<string, Participant> Of(CheckContext record) =>
        record
            .Facts.Participants.Where(p => p.Participant.Kind is ParticipantKind.FormerState)
            .SelectMany(p => p.Participant.Successors.Select(s => (Successor: s, p.Participant)))
            .ToLookup(x => x.Successor, x => x.Participant);

    /// <summary>
    /// The pairs of a former State and the State that is the same participant under a new name: its names hold the former State's.
    /// </summary>
    public static HashSet<(string Former, string Continuator)> Continuators(CheckContext record)
    {
        var entries = record.Facts.Participants.ToDictionary(p => p.Code);
        return
        [
            .. from former in record.Facts.Participants
            where former.Participant.Kind is ParticipantKind.FormerState
            from successor in former.Participant.Successors
            where
                entries.ContainsKey(successor)
                && entries[successor]
                    .Names.Any(n => n.Until is not null && former.Names.Any(f => f.Language == n.Language && f.Name == n.Name))
            select (former.Code, successor),
        ];
    }

    /// <summary>
    /// Whether the record holds what a succession succeeds to: the former State's consent, or one that another State which came after it
    /// gave by the day of effect, since the tables carry a continuator's acts under its new name.
    /// </summary>
    public static bool HasAct(TreatyStatus status, Participant former, TreatyEvent succession) =>
        status.Of(former.Code) is { Consents.Count: > 0 }
        || former.Successors.Any(s =>
            s != succession.Participant && status.Of(s) is { } other && other.Consents.Any(c => c.From <= succession.UndelayedEffect)
        );

    /// <summary>The successions under a treaty of which the record lacks the predecessor's own act.</summary>
    public static IEnumerable<(TreatyEvent Succession, Participant Former)> Lacking(
        TreatyStatus status,
        ILookup<string, Participant> predecessors
    ) =>
        from participation in status.Participations
        from consent in participation.Consents
        where consent.Consent.Kind is EventKind.Succession
        let formers = predecessors[participation.Participant.Code].ToList()
        where formers.Count > 0 && !formers.Any(f => HasAct(status, f, consent.Consent))
        select (consent.Consent, formers[0]);
}
