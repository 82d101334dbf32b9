using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>
/// Compares a status table with a treaty's record. It reads no file and no clock, and changes nothing: the result is a plan.
/// </summary>
static class Merge
{
    /// <summary>Compares, and proves the result by the counts of the table's own header.</summary>
    public static MergePlan Plan(MergeRequest request)
    {
        var status = StatusOf(request, request.Treaty, request.Events);
        var draft = new MergeDraft();
        var (acts, unresolved) = Resolved(request, draft);
        var inBeing = status.Participations.Where(p => p.ConsentInEffect(request.AsAt) is not null).Select(p => p.Participant.Code);
        foreach (var code in acts.Keys.Union(inBeing).Order(StringComparer.Ordinal))
            new ParticipantMerge(request, status, draft, code).Compare(acts.GetValueOrDefault(code));

        var (added, corrections) = WithoutNeedlessEffects(request, draft);
        var replaced = corrections.ToDictionary(c => c.Before.Id);
        var events = request
            .Events.Select(e => replaced.TryGetValue(e.Id, out var correction) ? correction.After : e)
            .OfType<TreatyEvent>()
            .Concat(added)
            .Order(TreatyEvent.HistoricalOrder)
            .ToList();
        var after = StatusOf(request, request.Treaty, events);
        var proof = Proofs.Of(request, after, acts, unresolved);
        var moves = proof.Agrees && draft.Conflicts.Count == 0 && unresolved.Count == 0 && request.AsAt > request.Treaty.CompleteThrough;
        var plan = new MergePlan
        {
            Treaty = moves ? Proved(request.Treaty, proof) : request.Treaty,
            Before = request.Treaty,
            IsNew = request.IsNew,
            Source = request.Source,
            Events = events,
            New = added,
            Corrections = corrections,
            Conflicts = draft.Conflicts,
            Applied = draft.Applied,
            Unchanged = draft.Unchanged,
            Unresolved = unresolved,
            Unused = [.. request.Table.Unused.Concat(draft.Unused).OrderBy(u => u.Line)],
            Notes = draft.Notes,
            Proof = proof,
            // An import refuses seeds whose events contradict a published count; whoever decides the conflict settles that.
            Published = draft.Conflicts.Count == 0 && unresolved.Count == 0 ? [.. Published(request, proof)] : [],
            Waivers = draft.Waivers,
        };
        return plan;
    }

    static TreatyStatus StatusOf(MergeRequest request, Treaty treaty, IReadOnlyList<TreatyEvent> events) =>
        TreatyStatus.Of(treaty, events, request.Participants, request.Parent);

    /// <summary>The acts of each participant with a row, and the rows that lead to nobody.</summary>
    static (Dictionary<string, List<StatusTableAct>> Acts, List<UnresolvedName> Unresolved) Resolved(MergeRequest request, MergeDraft draft)
    {
        var acts = new Dictionary<string, List<StatusTableAct>>(StringComparer.Ordinal);
        var unresolved = new List<UnresolvedName>();
        foreach (var row in request.Table.Rows)
        {
            var day = row.Acts.Count > 0 ? row.Acts.Min(a => a.Date.Last) : request.AsAt;
            var name = request.Resolve(row, day);
            if (name.Code is null || !request.Participants.ContainsKey(name.Code))
            {
                unresolved.Add(new(row, name.Problem ?? $"Unknown participant '{name.Code}'."));
                continue;
            }
            if (!acts.TryGetValue(name.Code, out var own))
                acts.Add(name.Code, own = []);
            foreach (var act in row.Acts)
                if (act.Date.First <= request.AsAt)
                    own.Add(act);
                else
                    draft.Unused.Add(
                        new(act.Line, act.Kind.WireName(), act.Printed, $"It is later than the table's day, {Instant.Text(request.AsAt)}.")
                    );
        }
        return (acts, unresolved);
    }

    /// <summary>
    /// What is new or corrected, without stated days of effect that the final clauses give anyway: seeds state only those that differ, and
    /// those that would be assumed otherwise. No succession has effect before the treaty's own entry into force.
    /// </summary>
    static (List<TreatyEvent> New, List<MergeCorrection> Corrections) WithoutNeedlessEffects(MergeRequest request, MergeDraft draft)
    {
        var changed = draft.New.Concat(draft.Corrections.Select(c => c.After).OfType<TreatyEvent>()).ToList();
        if (changed.TrueForAll(e => e.EffectiveOn is null))
            return (draft.New, draft.Corrections);
        var replaced = draft.Corrections.Select(c => c.Before.Id).ToHashSet();
        var status = StatusOf(request, request.Treaty, [.. request.Events.Where(e => !replaced.Contains(e.Id)), .. changed]);
        return (
            [.. draft.New.Select(Plain)],
            [.. draft.Corrections.Select(c => c.After is { } after ? c with { After = Plain(after) } : c)]
        );

        TreatyEvent Plain(TreatyEvent act)
        {
            if (act.EffectiveOn is not { } stated || act.EffectOnly || act.Earliest is not null)
                return act;
            var byClause = act.Kind.IsConsent()
                ? status.EffectByClause(act, request.Participants[act.Participant]) is { } effect
                && (!effect.Rule.IsAssumed() || (act.Kind is EventKind.Succession && effect.On == status.EntryIntoForce.On))
                    ? effect.On
                    : (DateOnly?)null
                : act.Kind is EventKind.Withdrawal
                    ? status.WithdrawalByClause(act)
                    : null;
            return byClause == stated ? act with { EffectiveOn = null } : act;
        }
    }

    static Treaty Proved(Treaty treaty, MergeProof proof) =>
        treaty with
        {
            CompleteThrough = proof.AsAt,
            Coverage = Coverage.Proved,
            RecordNote =
                $"The status table of {Instant.Text(proof.AsAt)} states {proof.Parties} parties, as this record does on that day. "
                + "Later acts "
                + "may be missing.",
        };

    static IEnumerable<PublishedCount> Published(MergeRequest request, MergeProof proof) =>
        new[] { (PublishedMetric.Parties, proof.Parties), (PublishedMetric.Signatories, proof.Signatories) }
            .Where(f => f.Item2 is not null)
            .Select(f => new PublishedCount(request.Treaty.Id, proof.AsAt, f.Item1, f.Item2!.Value, request.Source, null));
}
