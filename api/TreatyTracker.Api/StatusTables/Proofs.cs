using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Compares the counts of a table's header with those of the record, and names who may be the cause of a difference.</summary>
static class Proofs
{
    /// <param name="request">The table.</param>
    /// <param name="status">The treaty's status after the merge.</param>
    /// <param name="acts">The table's acts by participant.</param>
    /// <param name="unresolved">Rows that lead to nobody.</param>
    public static MergeProof Of(
        MergeRequest request,
        TreatyStatus status,
        IReadOnlyDictionary<string, List<StatusTableAct>> acts,
        IReadOnlyList<UnresolvedName> unresolved
    )
    {
        var counts = status.Timeline.On(request.AsAt);
        var (parties, signatories) = (request.Table.Parties, request.Table.Signatories);
        var partiesAgree =
            parties is null
            || ((counts.PartiesAtLeast ?? counts.Parties) <= parties && parties <= (counts.PartiesAtMost ?? counts.Parties));
        var signatoriesAgree = signatories is null || signatories == counts.Signatories;
        var suspects = new List<string>();
        if (!partiesAgree)
            suspects.AddRange(
                Suspects(
                    request,
                    [.. status.Participations.Where(p => p.ConsentInEffect(request.AsAt) is not null).Select(p => p.Participant.Code)],
                    Having(acts, a => a.Kind.IsConsent()),
                    "consent",
                    counts.Parties,
                    parties!.Value
                )
            );
        if (!signatoriesAgree)
            suspects.AddRange(
                Suspects(
                    request,
                    [.. status.Participations.Where(p => status.ContributionOf(p, request.AsAt).Signatory).Select(p => p.Participant.Code)],
                    Having(acts, a => a.Kind.IsSigning()),
                    "signature",
                    counts.Signatories,
                    signatories!.Value
                )
            );
        if (suspects.Count > 0 || !partiesAgree || !signatoriesAgree)
            suspects.AddRange(unresolved.Select(u => $"'{u.Row.Name}' (line {u.Row.Line}) is nobody, and is not counted"));
        return new(
            request.AsAt,
            parties,
            counts.Parties,
            signatories,
            counts.Signatories,
            parties is not null && partiesAgree && signatoriesAgree,
            [.. suspects]
        );
    }

    static HashSet<string> Having(IReadOnlyDictionary<string, List<StatusTableAct>> acts, Func<StatusTableAct, bool> which) =>
        [.. acts.Where(a => a.Value.Exists(act => which(act) && !act.IsBracketed)).Select(a => a.Key)];

    static IEnumerable<string> Suspects(
        MergeRequest request,
        HashSet<string> counted,
        HashSet<string> stated,
        string act,
        int computed,
        int published
    )
    {
        foreach (var code in counted.Except(stated).Order(StringComparer.Ordinal))
            yield return $"{code} is counted; the table has no {act} of it outside square brackets";
        foreach (var code in stated.Except(counted).Order(StringComparer.Ordinal))
            yield return $"{code} has a {act} in the table; it is not counted";
        var unverified = request
            .Events.Where(e =>
                e.Verification is Verification.Unverified
                && (e.Kind.IsLeaving() || (act == "consent" ? e.Kind.IsConsent() : e.Kind.IsSigning()))
            )
            .ToList();
        foreach (var unsure in unverified)
            yield return $"{unsure.Participant}'s {unsure.Kind.WireName()} of {unsure.DatePeriod} is unverified";
        if (stated.Count != published)
            yield return $"the table's own rows have {stated.Count} with a {act}, its header {published}"
                + (stated.Count == computed ? ": the header may count otherwise, or be of another day" : "");
    }
}
