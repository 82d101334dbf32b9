using TreatyTracker.Api.Consistency.Rules;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>Which treaties a change of events concerns, so that a write checks those and not the whole record.</summary>
public static class AffectedTreaties
{
    /// <summary>
    /// The treaties about which a check can find something else after events are recorded: those of the events, those whose status follows
    /// from theirs, and those whose successions are judged by theirs. Their ancestors are among them, so that
    /// <see cref="CheckOptions.Treaties"/> with them gives each finding with its causes.
    /// </summary>
    /// <param name="before">The record before, as known now.</param>
    /// <param name="after">The record after, with the same reference data.</param>
    /// <param name="events">The events that are recorded.</param>
    public static IReadOnlySet<string> Of(CheckContext before, CheckContext after, IEnumerable<TreatyEvent> events)
    {
        var concerned = events.Select(e => e.Treaty).ToHashSet(StringComparer.Ordinal);
        // Without a day of succession on record, the successions to all treaties tell it together.
        var told = concerned
            .SelectMany(id => Successions(before, id).Concat(Successions(after, id)))
            .Where(code => before.Participants.GetValueOrDefault(code)?.StatehoodSince is null)
            .ToHashSet(StringComparer.Ordinal);
        if (told.Count > 0)
            concerned.UnionWith(told.SelectMany(code => ParticipantRules.AllSuccessions(before)[code]).Select(a => a.Treaty));
        var affected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var treaty in after.Facts.Treaties)
            if (Ancestors(treaty, after).Any(t => concerned.Contains(t.Id)))
                affected.UnionWith(Ancestors(treaty, after).Select(t => t.Id));
        return affected;
    }

    static IEnumerable<string> Successions(CheckContext context, string treaty) =>
        context.Treaties.TryGetValue(treaty, out var known)
            ? context.View.ActsOf(known).Where(a => a is { Kind: EventKind.Succession, EffectiveOn: not null }).Select(a => a.Participant)
            : [];

    /// <summary>A treaty, its parent, and so on.</summary>
    static IEnumerable<Treaty> Ancestors(Treaty treaty, CheckContext context)
    {
        for (var at = treaty; at is not null; at = at.Parent is { } parent ? context.Treaties.GetValueOrDefault(parent) : null)
            yield return at;
    }
}
