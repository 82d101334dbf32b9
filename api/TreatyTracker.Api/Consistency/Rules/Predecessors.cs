using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Predecessor States and continuators.</summary>
static class Predecessors
{
    /// <summary>The former States that each State succeeded, by the successor's code.</summary>
    public static ILookup<string, Participant> Of(CheckContext context) =>
        context
            .Facts.Participants.Where(p => p.Participant.Kind is ParticipantKind.FormerState)
            .SelectMany(p => p.Participant.Successors.Select(s => (Successor: s, p.Participant)))
            .ToLookup(x => x.Successor, x => x.Participant);

    /// <summary>
    /// Pairs of a former State and the State that is the same participant under a new name. The record marks a continuator by listing the
    /// former State's name among its own past names.
    /// </summary>
    public static HashSet<(string Former, string Continuator)> Continuators(CheckContext context)
    {
        var entries = context.Facts.Participants.ToDictionary(p => p.Code);
        return
        [
            .. from former in context.Facts.Participants
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
    /// Whether the record has the consent that a succession refers to: that of the former State itself, or that of another successor given
    /// on or before the date of effect, because status tables list a continuator's acts under its new name.
    /// </summary>
    public static bool HasAct(TreatyStatus status, Participant former, TreatyEvent succession) =>
        status.Of(former.Code) is { Consents.Count: > 0 }
        || former.Successors.Any(s =>
            s != succession.Participant && status.Of(s) is { } other && other.Consents.Any(c => c.From <= succession.UndelayedEffect)
        );

    /// <summary>The successions under a treaty for which the record lacks the predecessor's act.</summary>
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
