using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>
/// Compares the rows of one participant with its recorded acts. A status table is a snapshot: what it leaves out says little.
/// </summary>
/// <param name="request">The table and the record.</param>
/// <param name="status">The treaty's status before the merge.</param>
/// <param name="draft">Where the result goes.</param>
/// <param name="code">The participant.</param>
sealed class ParticipantMerge(MergeRequest request, TreatyStatus status, MergeDraft draft, string code)
{
    readonly List<TreatyEvent> _recorded = [.. request.Events.Where(e => e.Participant == code).Order(TreatyEvent.HistoricalOrder)];

    readonly HashSet<string> _matched = [];

    List<StatusTableAct> _stated = [];

    TreatyEvent? InEffect => status.Of(code)?.ConsentInEffect(request.AsAt)?.Consent;

    /// <summary>Compares.</summary>
    /// <param name="acts">The acts of all rows of the participant; <c>null</c> where it has no row.</param>
    public void Compare(IReadOnlyList<StatusTableAct>? acts)
    {
        var (before, stated) = (acts ?? []).ToLookup(IsBeforeAdoption) switch
        {
            var split => (split[true].ToList(), split[false].ToList()),
        };
        _stated = stated;
        foreach (var act in before)
            Unused(act, $"it is earlier than the treaty's adoption, {Instant.Text(request.Treaty.Adopted.On)}");
        foreach (var act in stated.Where(a => a.Kind is EventKind.Correction or EventKind.Terminated))
            Unused(act, "it is no act of a participant");
        Signings([.. stated.Where(a => a.Kind is EventKind.Signature or EventKind.SuccessionToSignature)]);
        Leavings([.. stated.Where(a => a.Kind.IsLeaving())]);
        Consents([.. stated.Where(a => a.Kind.IsConsent()).OrderBy(a => a.Date.Last)]);
        Others([.. stated.Where(a => !a.Kind.IsSigning() && !a.Kind.IsConsent() && !a.Kind.IsLeaving())]);
        if (InEffect is { } missing && !_matched.Contains(missing.Id))
            Absent(missing, acts is not null);
    }

    bool IsBeforeAdoption(StatusTableAct act) => act.Date.Last < request.Treaty.Adopted.On && Same(_recorded, act) is null;

    void Signings(List<StatusTableAct> stated)
    {
        var recorded = _recorded.Where(e => e.Kind.IsSigning()).ToList();
        var signed = false;
        foreach (var act in stated.Where(a => !a.IsBracketed))
        {
            if (Same(recorded, act) is { } same)
                Matches(same);
            else if (recorded.Find(e => !_matched.Contains(e.Id) && e.Kind is not EventKind.DefinitiveSignature) is { } other)
                Change(other, act);
            else if ((signed || recorded.Count > 0) && DepositaryOf(act) is null)
                Unused(act, "it is a second signature of the same participant");
            else
                Add(act);
            signed = true;
        }
        foreach (var act in stated.Where(a => a.IsBracketed))
        {
            var same = Same(recorded, act);
            if (same is not null && _recorded.Exists(e => e.Kind is EventKind.SignatureWithdrawn))
            {
                Matches(same);
                continue;
            }
            Decide(
                new(
                    ConflictKind.Bracketed,
                    code,
                    $"{Words(act)} stands in square brackets",
                    "The signature has been taken back.",
                    [DecisionWord.Left, DecisionWord.Keep],
                    act.Line
                ),
                request.AcceptLeft,
                (_, day, effect, sources) =>
                {
                    if (same is null)
                        Add(act);
                    Undo(
                        EventKind.SignatureWithdrawn,
                        same is null ? act.Date.Last : LastKnown(same.DatePeriod.Last, request.AsAt),
                        request.AsAt,
                        day,
                        effect,
                        sources
                    );
                },
                same?.DatePeriod.First ?? act.Date.First,
                request.AsAt
            );
            if (same is not null)
                _matched.Add(same.Id);
        }
    }

    void Leavings(List<StatusTableAct> stated)
    {
        var recorded = _recorded.Where(e => e.Kind.IsLeaving()).ToList();
        // Those that are recorded first, so that none of them is taken for another.
        foreach (var act in stated.OrderBy(a => Same(recorded, a) is null))
        {
            var others = recorded.FindAll(e => !_matched.Contains(e.Id) && !IsParted(e, act));
            if (act.IsBracketed)
                Unused(act, "an act of leaving in square brackets is not understood");
            else if (Same(recorded, act) is { } same)
            {
                if (same.Kind != act.Kind)
                    draft.Notes.Add($"{Words(same)}: the table has {Words(act)}.");
                Matches(same);
            }
            else if ((others.Find(e => IsMoreExact(act, e)) ?? others.FirstOrDefault()) is { } other)
                Change(other, act, isCertain: false);
            else
                Add(act);
        }
    }

    /// <summary>Whether a consent or a revocation lies between two acts of leaving: neither is then the other with another day.</summary>
    bool IsParted(TreatyEvent recorded, StatusTableAct act)
    {
        var (first, last) = recorded.Date <= act.Date.Last ? (recorded.Date, act.Date.Last) : (act.Date.Last, recorded.Date);
        return Days(k => k.IsConsent() || k is EventKind.WithdrawalRevoked).Any(d => first < d && d <= last);
    }

    /// <summary>The days of acts of some kinds, in the record and in the table.</summary>
    IEnumerable<DateOnly> Days(Func<EventKind, bool> which) =>
        _recorded.Where(e => which(e.Kind)).Select(e => e.Date).Concat(_stated.Where(a => which(a.Kind)).Select(a => a.Date.Last));

    void Others(List<StatusTableAct> stated)
    {
        foreach (var act in stated.Where(a => a.Kind is not (EventKind.Correction or EventKind.Terminated)))
        {
            var recorded = _recorded.Where(e => e.Kind == act.Kind).ToList();
            if (act.IsBracketed)
                Unused(act, "it stands in square brackets: it has ended, on a day that the cell does not state");
            else if (Same(recorded, act) is { } same)
                Matches(same);
            else if (
                act.Kind is EventKind.ProvisionalApplication
                && recorded.Find(e => !_matched.Contains(e.Id) && !HasEnded(e)) is { } other
            )
                Change(other, act);
            else
                Add(act);
        }

        bool HasEnded(TreatyEvent provisional) =>
            _recorded.Exists(e => e.Kind is EventKind.ProvisionalApplicationEnded && e.Date >= provisional.Date);
    }

    void Consents(List<StatusTableAct> stated)
    {
        var recorded = _recorded.Where(e => e.Kind.IsConsent()).ToList();
        var open = stated.Where(a => !a.IsBracketed).ToList();
        // Those of the same kind first: several deposits of one day may differ in kind.
        foreach (var sameKind in new[] { true, false })
        foreach (var act in open.ToList())
            if (Same(recorded.FindAll(e => e.Kind == act.Kind == sameKind), act) is { } same)
            {
                if (sameKind)
                    Matches(same, act);
                else
                    Change(same, act);
                open.Remove(act);
            }
        foreach (var act in open.ToList())
            if (recorded.Find(e => !_matched.Contains(e.Id) && IsMoreExact(act, e)) is { } vague)
            {
                Change(vague, act);
                open.Remove(act);
            }
        foreach (var act in stated.Where(a => a.IsBracketed))
            Bracketed(act, recorded, open);
        foreach (var act in open)
            Consent(act, recorded);
    }

    void Consent(StatusTableAct act, List<TreatyEvent> recorded)
    {
        var current = InEffect;
        if (current is null)
        {
            if (recorded.Find(e => !_matched.Contains(e.Id) && e.DatePeriod.First > request.AsAt) is { } later)
                Older(act, later);
            // The bracket of who left may be lost: the day of the consent that ended is the one that differs.
            else if (status.Of(code)?.Consents.LastOrDefault(c => !_matched.Contains(c.Consent.Id) && act.Date.Last < c.Until) is { } ended)
                Differs(ended.Consent, act);
            else if (Added(e => e.Kind.IsConsent()) is { } first && !HasLeftBetween(first.Date, act.Date.Last))
                Second(act, first, isRecorded: false);
            else
                Add(act);
        }
        else if (HasLeftBetween(current.Date, act.Date.Last) || IsAnotherDeposit(act, current, recorded))
            Add(act);
        else if (_matched.Contains(current.Id))
            Second(act, current, isRecorded: true);
        else
            Differs(current, act);
    }

    void Differs(TreatyEvent consent, StatusTableAct act)
    {
        if (!act.EffectOnly && act.Date.First > consent.Date)
            Moved(act, consent);
        else
            Change(consent, act);
    }

    void Bracketed(StatusTableAct act, List<TreatyEvent> recorded, List<StatusTableAct> open)
    {
        var consent =
            Same(recorded, act)
            ?? recorded.Find(e => !_matched.Contains(e.Id) && IsMoreExact(act, e))
            ?? recorded.Find(e => !_matched.Contains(e.Id) && e.Date <= request.AsAt);
        if (consent is not null)
        {
            _matched.Add(consent.Id);
            if (!consent.DatePeriod.Contains(act.Date.Last))
                draft.Notes.Add($"{Words(consent)}: the table has {Words(act)}, in square brackets.");
            if (
                _recorded.Exists(e => e.Kind.IsLeaving() && e.Date >= consent.DatePeriod.First && !IsRevoked(e))
                || Added(e => e.Kind.IsLeaving() && !IsRevoked(e)) is not null
            )
            {
                draft.Unchanged++;
                return;
            }
        }
        // A row may show both the consent that ended and the one that followed.
        var since = consent?.DatePeriod.Last ?? act.Date.Last;
        var back = open.FirstOrDefault(a => a.Date.First > since);
        if (back is not null)
            open.Remove(back);
        Decide(
            new(
                ConflictKind.Bracketed,
                code,
                $"{(consent is null ? Words(act) : Words(consent))} stands in square brackets",
                back is null ? "It left." : $"It left, and came back with {Words(back)}.",
                [DecisionWord.Left, DecisionWord.Keep],
                act.Line
            ),
            request.AcceptLeft,
            (_, day, effect, sources) =>
            {
                if (consent is null)
                    Add(act);
                var by = back?.Date.Last ?? request.AsAt;
                Undo(EventKind.Withdrawal, consent is null ? since : LastKnown(since, by), by, day, effect, sources);
                if (back is not null)
                    Add(back);
            },
            consent?.DatePeriod.First ?? act.Date.First,
            back?.Date.Last ?? request.AsAt
        );
    }

    void Moved(StatusTableAct act, TreatyEvent current)
    {
        _matched.Add(current.Id);
        var effect = EffectOf(current);
        var past = effect <= act.Date.Last;
        Decide(
            new(
                ConflictKind.MovedPastEffect,
                code,
                $"{Words(current)} is {Words(act)} in the table",
                effect is null ? "It is not known when the treaty was in force for it."
                    : past ? $"The treaty was in force for it from {Instant.Text(effect.Value)}."
                    : $"The treaty would have been in force for it from {Instant.Text(effect.Value)}, after that.",
                [DecisionWord.Left, DecisionWord.Correction, DecisionWord.Keep],
                act.Line
            ),
            accepted: false,
            (decision, day, stated, sources) =>
            {
                if (decision is DecisionWord.Correction)
                {
                    Correct(current, act, sources);
                    if (past)
                        draft.Waivers.Add(
                            new(
                                Waiver.OfMovedConsent,
                                request.Treaty.Id,
                                code,
                                null,
                                act.Date.Last,
                                $"Decided: {Words(current)} was recorded in error; the act is {Words(act)}.",
                                sources[^1],
                                null
                            )
                        );
                    return;
                }
                Undo(EventKind.Withdrawal, LastKnown(current.DatePeriod.Last, act.Date.Last), act.Date.Last, day, stated, sources);
                Add(act);
            },
            current.DatePeriod.First,
            act.Date.Last
        );
    }

    void Older(StatusTableAct act, TreatyEvent later)
    {
        _matched.Add(later.Id);
        Decide(
            new(
                ConflictKind.OlderTable,
                code,
                $"{Words(later)} is {Words(act)} in an older table",
                $"The table is that of {Instant.Text(request.AsAt)}.",
                [DecisionWord.Left, DecisionWord.Correction, DecisionWord.Keep],
                act.Line
            ),
            accepted: false,
            (decision, day, effect, sources) =>
            {
                if (decision is DecisionWord.Correction)
                {
                    Correct(later, act, sources);
                    return;
                }
                Add(act);
                Undo(EventKind.Withdrawal, request.AsAt, later.Date, day, effect, sources);
            },
            act.Date.First,
            later.Date
        );
    }

    void Second(StatusTableAct act, TreatyEvent first, bool isRecorded) =>
        Decide(
            new(
                ConflictKind.SecondConsent,
                code,
                $"{Words(act)} follows {Words(first)}",
                $"The table has both, and {(isRecorded ? "no act of leaving is recorded" : "says nothing of leaving")} between them.",
                [DecisionWord.Left, DecisionWord.Keep],
                act.Line
            ),
            accepted: false,
            (_, day, effect, sources) =>
            {
                var since = isRecorded ? LastKnown(first.DatePeriod.Last, act.Date.Last) : first.DatePeriod.Last;
                Undo(EventKind.Withdrawal, since, act.Date.Last, day, effect, sources);
                Add(act);
            },
            first.DatePeriod.First,
            act.Date.Last
        );

    void Absent(TreatyEvent missing, bool hasRow)
    {
        _matched.Add(missing.Id);
        Decide(
            new(
                ConflictKind.Absent,
                code,
                $"{Words(missing)} is not in the table",
                hasRow ? "Its row has no consent." : "It has no row.",
                [DecisionWord.Left, DecisionWord.Ceased, DecisionWord.Retract, DecisionWord.Keep]
            ),
            accepted: false,
            (decision, day, effect, sources) =>
            {
                if (decision is DecisionWord.Retract)
                    draft.Corrections.Add(new(missing, null));
                else
                    Undo(
                        decision is DecisionWord.Ceased ? EventKind.Cessation : EventKind.Withdrawal,
                        LastKnown(missing.DatePeriod.Last, request.AsAt),
                        request.AsAt,
                        day,
                        effect,
                        sources
                    );
            },
            missing.DatePeriod.First,
            request.AsAt
        );
    }

    /// <summary>Applies the decision about a conflict, or leaves the conflict open.</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="accepted">Whether it is decided as <see cref="DecisionWord.Left"/> where nobody decided otherwise.</param>
    /// <param name="apply">What a decision other than <see cref="DecisionWord.Keep"/> does.</param>
    /// <param name="since">The day after which a decision may place an act of leaving: that of the consent.</param>
    /// <param name="by">The last day on which it may.</param>
    void Decide(
        MergeConflict conflict,
        bool accepted,
        Action<DecisionWord, DayPeriod?, DateOnly?, EquatableArray<string>> apply,
        DateOnly since,
        DateOnly by
    )
    {
        var row = request.Decisions.FirstOrDefault(d => d.Participant == code && d.What == conflict.What && d.Text.Length > 0);
        if (row is null && !accepted)
        {
            draft.Conflicts.Add(conflict);
            return;
        }
        var (word, day, effect, problem) = row?.Parse(conflict.Choices) ?? (DecisionWord.Left, null, null, null);
        if ((problem ?? Misplaced(day, effect, since, by)) is { } wrong)
        {
            draft.Conflicts.Add(conflict with { DecisionProblem = $"{SeedFormat.Decisions(request.Treaty.Id)}:{row?.Line}: {wrong}" });
            return;
        }
        if (row is not null)
            draft.Applied.Add(row);
        if (word is not DecisionWord.Keep)
            apply(word, day, effect, row?.Source is { } source && source != request.Source ? [request.Source, source] : [request.Source]);
    }

    static string? Misplaced(DayPeriod? day, DateOnly? effect, DateOnly since, DateOnly by) =>
        day is { } early && early.Last <= since
            ? $"'{early}' is not after {Instant.Text(since)}, the day of what it ends; write a later day or period."
        : day is { } late && late.Last > by
            ? $"'{late}' ends after {Instant.Text(by)}, by which it had left; write a day or period that ends by then."
        : effect <= since || effect < day?.First
            ? $"the effect {Instant.Text(effect.Value)} is before the notice; write the first day on which it was no longer bound."
        : null;

    /// <summary>Records that a participant left or took something back.</summary>
    /// <param name="kind">The act that is recorded.</param>
    /// <param name="since">The last day on which what is undone is known to have been in being.</param>
    /// <param name="by">The day by which it was undone.</param>
    /// <param name="day">The day of the notice; <c>null</c> where it is not known.</param>
    /// <param name="effect">The first day on which the participant was no longer bound; <c>null</c> where the clause gives it.</param>
    /// <param name="sources">The sources.</param>
    void Undo(EventKind kind, DateOnly since, DateOnly by, DayPeriod? day, DateOnly? effect, EquatableArray<string> sources)
    {
        var period = day ?? new(since <= by ? since : by, by);
        draft.New.Add(
            Of(kind, period) with
            {
                // Nothing says when the notice was received, so that the clause cannot give the day of effect; but it has come.
                EffectiveOn = effect ?? (day is null && kind is not EventKind.SignatureWithdrawn ? by : null),
                Sources = sources,
                Verification =
                    day is not { IsOneDay: true } ? Verification.Unverified
                    : sources.Count > 1 ? Verification.Corroborated
                    : Verification.Table,
                Note = day is null
                    ? $"The day is not known. By {Instant.Text(by)} it had taken effect, as the table of {Instant.Text(request.AsAt)} shows"
                    : null,
            }
        );
    }

    /// <summary>
    /// The last day before another on which a recorded act is known to have been in being: the record would have the act that undid it by
    /// the day through which it is complete.
    /// </summary>
    DateOnly LastKnown(DateOnly recorded, DateOnly by) =>
        request.Treaty.CompleteThrough is var known && recorded <= known && known < by ? known : recorded;

    bool IsAnotherDeposit(StatusTableAct act, TreatyEvent current, List<TreatyEvent> recorded) =>
        _matched.Contains(current.Id) && DepositaryOf(act) is { } place && !recorded.Exists(e => e.Depositary == place);

    bool HasLeftBetween(DateOnly from, DateOnly to) =>
        _recorded
            .Concat(draft.New.Where(e => e.Participant == code))
            .Any(e => e.Kind.IsLeaving() && from <= e.Date && e.DatePeriod.First <= to && !IsRevoked(e));

    /// <summary>Whether a notice was revoked: it ended nothing. A revocation after a later consent is that of a later notice.</summary>
    bool IsRevoked(TreatyEvent notice) =>
        notice.Kind is EventKind.Withdrawal
        && Days(k => k is EventKind.WithdrawalRevoked)
            .Any(d => notice.Date <= d && !Days(k => k.IsConsent()).Any(c => notice.Date < c && c <= d));

    TreatyEvent? Added(Func<TreatyEvent, bool> which) => draft.New.LastOrDefault(e => e.Participant == code && which(e));

    TreatyEvent? Same(List<TreatyEvent> recorded, StatusTableAct act) =>
        recorded.Find(e =>
            !_matched.Contains(e.Id)
            && (act.EffectOnly ? EffectOf(e) == act.EffectiveOn : Includes(act, e))
            && (DepositaryOf(act) is not { } place || e.Depositary is null || e.Depositary == place)
        );

    static bool IsMoreExact(StatusTableAct act, TreatyEvent recorded) =>
        !act.EffectOnly
        && (
            recorded.EffectOnly
                ? act.Date.Last <= recorded.Date
                : recorded.DatePeriod.First <= act.Date.First && act.Date.Last <= recorded.DatePeriod.Last
        );

    void Matches(TreatyEvent same, StatusTableAct? act = null)
    {
        _matched.Add(same.Id);
        draft.Unchanged++;
        if (act?.EffectiveOn is { } stated && EffectOf(same) is { } recorded && recorded != stated)
            draft.Notes.Add(
                $"{Words(same)}: the table states effect from {Instant.Text(stated)}, the record gives {Instant.Text(recorded)}."
            );
    }

    DateOnly? EffectOf(TreatyEvent act) =>
        status.Of(code)?.Consents.FirstOrDefault(c => c.Consent.Id == act.Id)?.Effect?.On
        ?? act.EffectiveOn
        ?? (act.Kind is EventKind.Withdrawal ? status.WithdrawalByClause(act) : null);

    /// <summary>
    /// Replaces a recorded act by the table's, or leaves it to a person: an older table may be the one that is wrong, and a less exact day
    /// that excludes the recorded one contradicts it without a better one.
    /// </summary>
    /// <param name="recorded">The recorded act.</param>
    /// <param name="act">The table's.</param>
    /// <param name="isCertain">Whether both must be the same act.</param>
    void Change(TreatyEvent recorded, StatusTableAct act, bool isCertain = true)
    {
        var isOlder = request.AsAt < request.Treaty.CompleteThrough;
        var refines = act.Kind == recorded.Kind && IsMoreExact(act, recorded);
        if (
            refines
            || (isCertain && !isOlder && !act.EffectOnly && (Includes(act, recorded) || Length(act.Date) <= Length(recorded.DatePeriod)))
        )
        {
            Correct(recorded, act);
            return;
        }
        _matched.Add(recorded.Id);
        Decide(
            new(
                isOlder ? ConflictKind.OlderTable : ConflictKind.AnotherDay,
                code,
                $"{Words(recorded)} is {Words(act)} in {(isOlder ? "an older" : "the")} table",
                isOlder
                    ? $"The table is that of {Instant.Text(request.AsAt)}, the record complete through "
                        + $"{Instant.Text(request.Treaty.CompleteThrough)}."
                    : "Nothing says that the table is right.",
                [DecisionWord.Correction, DecisionWord.Keep],
                act.Line
            ),
            accepted: false,
            (_, _, _, sources) => Correct(recorded, act, sources),
            recorded.DatePeriod.First,
            request.AsAt
        );

        static int Length(DayPeriod period) => period.Last.DayNumber - period.First.DayNumber;
    }

    static bool Includes(StatusTableAct act, TreatyEvent recorded) =>
        !recorded.EffectOnly && act.Date.First <= recorded.DatePeriod.First && recorded.DatePeriod.Last <= act.Date.Last;

    void Correct(TreatyEvent before, StatusTableAct act, EquatableArray<string>? sources = null)
    {
        _matched.Add(before.Id);
        // A month or year that includes the recorded day does not make it wrong.
        if (Includes(act, before) && act.Date != before.DatePeriod)
            act = act with { Date = before.DatePeriod, Verification = before.Verification };
        var kept = before.EffectiveOn >= act.Date.Last || act.Kind is EventKind.Succession ? before.EffectiveOn : null;
        draft.Corrections.Add(
            new(
                before,
                before with
                {
                    Kind = act.Kind,
                    Date = act.Date.Last,
                    Earliest = act.Date.IsOneDay ? null : act.Date.First,
                    EffectOnly = act.EffectOnly,
                    EffectiveOn = act.EffectiveOn ?? kept,
                    Depositary = DepositaryOf(act) ?? before.Depositary,
                    Sources = sources ?? SourcesOf(act),
                    Verification = VerificationOf(act),
                    Note = act.Note ?? before.Note,
                }
            )
        );
    }

    void Add(StatusTableAct act) =>
        draft.New.Add(
            Of(act.Kind, act.Date) with
            {
                EffectOnly = act.EffectOnly,
                EffectiveOn = act.EffectiveOn,
                Depositary = DepositaryOf(act),
                Sources = SourcesOf(act),
                Verification = VerificationOf(act),
                Note = act.Note,
            }
        );

    /// <summary>The sources that the row names, or the document itself.</summary>
    EquatableArray<string> SourcesOf(StatusTableAct act) => act.Sources.Count > 0 ? [.. act.Sources] : [request.Source];

    // A period is never verified, whatever the row says.
    static Verification VerificationOf(StatusTableAct act) =>
        act.Date.IsOneDay ? act.Verification ?? Verification.Table : Verification.Unverified;

    TreatyEvent Of(EventKind kind, DayPeriod day) =>
        new()
        {
            Id = EventIds.Free(
                EventIds.Of(request.Treaty.Id, code, kind, day.Last),
                id => request.Events.Any(e => e.Id == id) || draft.New.Exists(e => e.Id == id)
            ),
            Treaty = request.Treaty.Id,
            Participant = code,
            Kind = kind,
            Date = day.Last,
            Earliest = day.IsOneDay ? null : day.First,
            RecordedAt = request.IsNew ? request.Treaty.RecordedAt : request.Now,
            Verification = day.IsOneDay ? Verification.Table : Verification.Unverified,
            Sources = [request.Source],
        };

    /// <summary>The depositary that the cell names, if the treaty has several and it is one of them.</summary>
    string? DepositaryOf(StatusTableAct act) =>
        act.Depositary is { } place
            ? request.Treaty.Depositaries.FirstOrDefault(d => d.Contains(place, StringComparison.OrdinalIgnoreCase))
            : null;

    void Unused(StatusTableAct act, string reason) =>
        draft.Unused.Add(new(act.Line, act.Kind.WireName(), act.Printed, $"{char.ToUpperInvariant(reason[0])}{reason[1..]}."));

    static string Words(TreatyEvent act) =>
        act.EffectOnly ? $"{act.Kind.WireName()} in force from {Instant.Text(act.Date)}" : $"{act.Kind.WireName()} {act.DatePeriod}";

    static string Words(StatusTableAct act) =>
        act.EffectOnly ? $"{act.Kind.WireName()} in force from {act.Date}" : $"{act.Kind.WireName()} {act.Date}";
}
