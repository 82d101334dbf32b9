using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>What can be wrong with who acts: States that come and go, and organizations.</summary>
static class ParticipantRules
{
    const string Group = "participants";

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            "participant-not-in-existence",
            Severity.Error,
            finds: "An act of a State that had ceased to exist.",
            rationale: "A former State's last day is known; after it nobody acts in its name. Information where a State acts while its predecessor is still in its place: the act may be the predecessor's.",
            ground: "VCLT art. 6",
            remedy: "Correct the participant (the successor or continuator) or the date.",
            good: "events/convention.csv: YUCS,accession,1982-03-02",
            bad: "events/convention.csv: YUCS,accession,1993-03-02",
            NotInExistence
        ),
        RuleFactory.Of(
            Group,
            "predecessor-still-counted",
            Severity.Error,
            finds: "A former State counted as a party beside a State that came after it.",
            rationale: "A predecessor that ceased is not counted with its successor: the count is one too high.",
            ground: "VCLT art. 73",
            remedy: "Record the former State's cessation on its last day.",
            good: """
            events/convention.csv: YUCS,accession,1982-03-02
            events/convention.csv: YUCS,cessation,1992-04-27
            events/convention.csv: HRV,succession,1993-05-03,1991-10-08
            """,
            bad: """
            events/convention.csv: YUCS,accession,1982-03-02
            events/convention.csv: HRV,succession,1993-05-03,1991-10-08
            """,
            r => CountedTwice(r, continuators: false)
        ),
        RuleFactory.Of(
            Group,
            "continuator-counted-twice",
            Severity.Error,
            finds: "One participant counted under its former name and its present one.",
            rationale: "A continuator is the same participant under a new name: names have periods, acts do not move.",
            ground: "VCLT art. 73",
            remedy: "Record its acts under the present code alone.",
            good: "events/convention.csv: SRB,accession,2001-03-12",
            bad: """
            events/convention.csv: CSXX,accession,2001-03-12
            events/convention.csv: SRB,accession,2001-03-12
            """,
            r => CountedTwice(r, continuators: true)
        ),
        RuleFactory.Of(
            Group,
            "succession-before-independence",
            Severity.Error,
            finds: "A succession deposited before its own effect, or with effect before the State's other successions.",
            rationale: "A successor State's notification has effect from its independence, which is the same day under every treaty, and none can be deposited before.",
            ground: "Vienna Convention on Succession of States in respect of Treaties art. 22, 23",
            remedy: "Correct the date or the day of effect.",
            good: "events/convention.csv: HRV,succession,1993-05-03,1991-10-08",
            bad: "events/convention.csv: HRV,succession,1991-05-03,1991-10-08",
            BeforeIndependence
        ),
        RuleFactory.Of(
            Group,
            "succession-without-predecessor-act",
            Severity.Warning,
            finds: "A succession to a former State that, in this record, had not joined the treaty.",
            rationale: "There is nothing to succeed to, or the record lacks the predecessor's row, as status tables drop it. Successions to States that administered a territory are not looked at: the record does not say which.",
            ground: "Vienna Convention on Succession of States in respect of Treaties art. 17, 34",
            remedy: "Add the former State's consent and cessation, or correct the kind of the act.",
            good: """
            events/convention.csv: YUCS,accession,1982-03-02
            events/convention.csv: YUCS,cessation,1992-04-27
            events/convention.csv: HRV,succession,1993-05-03,1991-10-08
            """,
            bad: "events/convention.csv: HRV,succession,1993-05-03,1991-10-08",
            WithoutPredecessor
        ),
        RuleFactory.Of(
            Group,
            "participant-not-eligible",
            Severity.Error,
            finds: "An organization that signed or joined a treaty open to States alone.",
            rationale: "The final clauses say who may become a party.",
            ground: "VCLT art. 83 and its like",
            remedy: "Correct the participant, or the clause: finalClauses.openTo.regionalOrganizations.",
            good: "events/convention.csv: FRA,accession,1982-03-02\nevents/convention.csv: EUU,accession,1982-05-03",
            bad: "treaties/convention.json: finalClauses.openTo = {\"states\": \"all\"}\nevents/convention.csv: FRA,accession,1982-03-02\nevents/convention.csv: EUU,accession,1982-05-03",
            NotEligible
        ),
        RuleFactory.Of(
            Group,
            "regional-organization-before-members",
            Severity.Error,
            finds: "An organization that signed or joined before any of its members.",
            rationale: "An organization may do so if at least one of its members has done likewise.",
            ground: "UNTOC art. 36(2)-(4) and its like",
            remedy: "Correct the date, or add the member's act or its membership.",
            good: "events/convention.csv: FRA,accession,1982-03-02\nevents/convention.csv: EUU,accession,1982-05-03",
            bad: "events/convention.csv: FRA,accession,1982-03-02\nevents/convention.csv: EUU,accession,1982-02-01",
            BeforeMembers
        ),
        RuleFactory.Of(
            Group,
            "regional-organization-after-members",
            Severity.Error,
            finds: "An organization that is still a party when all its members have left.",
            rationale: "It ceases to be a party when all its members have denounced the treaty.",
            ground: "UNTOC art. 40(2) and its like",
            remedy: "Record the organization's cessation, or let the clause say so: finalClauses.withdrawal.organizationsLeaveWithMembers.",
            good: """
            treaties/convention.json: finalClauses.withdrawal.organizationsLeaveWithMembers = true
            events/convention.csv: FRA,accession,1982-03-02
            events/convention.csv: EUU,accession,1982-05-03
            events/convention.csv: FRA,withdrawal,1990-03-01
            """,
            bad: """
            events/convention.csv: FRA,accession,1982-03-02
            events/convention.csv: EUU,accession,1982-05-03
            events/convention.csv: FRA,withdrawal,1990-03-01
            """,
            AfterMembers
        ),
        RuleFactory.Of(
            Group,
            SeedProblem.UnknownParticipant,
            Severity.Error,
            finds: "A code that no participant has.",
            rationale: "The row cannot be counted for anybody; it is left out of everything else.",
            ground: null,
            remedy: "Correct the code, or add the participant.",
            good: "events/convention.csv: FRA,accession,1982-03-02",
            bad: "events/convention.csv: FRX,accession,1982-03-02",
            r => r.Problems(SeedProblem.UnknownParticipant, "A code of participants.csv.")
        ),
    ];

    static IEnumerable<Violation> NotInExistence(CheckContext record)
    {
        var predecessors = Predecessors.Of(record);
        var continuators = Predecessors.Continuators(record);
        foreach (var (_, act) in record.Acts())
        {
            if (!record.Participants.TryGetValue(act.Participant, out var who))
                continue;
            // What ends a former State's participation is dated by its end.
            if (who.Kind is ParticipantKind.FormerState && act.Date > who.UnMemberUntil && act.Kind is not EventKind.Cessation)
                yield return record.Violation(
                    act,
                    $"{act.ToText()} is that of a State which had ceased to exist.",
                    $"Nothing after {who.UnMemberUntil!.Value.ToText()}, its last day."
                );
            else if (
                act.Date < who.UnMemberSince
                && predecessors[who.Code]
                    .FirstOrDefault(p =>
                        p.UnMemberSince <= act.Date && act.Date <= p.UnMemberUntil && !continuators.Contains((p.Code, who.Code))
                    )
                    is { } former
            )
                yield return record.Violation(
                    act,
                    $"{act.ToText()} was done while {former.Code} was in its place.",
                    "An act of the State itself; this one may be its predecessor's."
                ) with
                {
                    Severity = Severity.Information,
                };
        }
    }

    static IEnumerable<Violation> CountedTwice(CheckContext record, bool continuators)
    {
        var continued = Predecessors.Continuators(record);
        foreach (var status in record.Statuses())
        foreach (var former in status.Participations.Where(p => p.Participant.Kind is ParticipantKind.FormerState && p.Consents.Count > 0))
        foreach (var code in former.Participant.Successors.Where(s => continued.Contains((former.Participant.Code, s)) == continuators))
        {
            if (status.Of(code) is not { Consents.Count: > 0 } other)
                continue;
            // Two States that lived side by side may both be parties until the former one's last day; one under two names never.
            var since =
                continuators ? DateOnly.MinValue
                : former.Participant.UnMemberUntil is { } last && last < DateOnly.MaxValue ? last.AddDays(1)
                : (DateOnly?)null;
            var both =
                from a in former.Consents
                from b in other.Consents
                let range = new DayRange(a.From, a.Until).Intersect(new(b.From, b.Until))
                where range is not null && since is not null
                let day = range.Value.From > since ? range.Value.From : since!.Value
                where range.Value.Contains(day) && day <= record.AsOf
                select (A: a.Consent, B: b.Consent, Day: day);
            foreach (var (a, b, day) in both.Take(1))
                yield return record.Violation(
                    a,
                    $"{a.Participant} and {b.Participant} are both counted on {day.ToText()}.",
                    continuators ? "One participant, under its present code." : $"An end of {a.ToText()} by then."
                ) with
                {
                    Events = [a.Id, b.Id],
                    Day = day,
                };
        }
    }

    static IEnumerable<Violation> BeforeIndependence(CheckContext record)
    {
        foreach (
            var successions in record
                .Acts()
                .Select(x => x.Act)
                .Where(a => a is { Kind: EventKind.Succession, EffectiveOn: not null })
                .GroupBy(a => a.Participant)
        )
        {
            // The day that most of them name; of two named as often, the earlier.
            var independence = successions
                .GroupBy(a => a.EffectiveOn!.Value)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key)
                .First()
                .Key;
            foreach (var act in successions)
                if (act.Date < act.EffectiveOn)
                    yield return record.Violation(
                        act,
                        $"{act.ToText()} is earlier than its effect, {act.EffectiveOn.Value.ToText()}.",
                        "A deposit on or after independence."
                    );
                else if (act.EffectiveOn < independence)
                    yield return record.Violation(
                        act,
                        $"{act.ToText()} has effect from {act.EffectiveOn.Value.ToText()}.",
                        $"{independence.ToText()}, from which its other successions have effect."
                    );
        }
    }

    static IEnumerable<Violation> WithoutPredecessor(CheckContext record)
    {
        var predecessors = Predecessors.Of(record);
        return from status in record.Statuses()
            from lacking in Predecessors.Lacking(status, predecessors)
            select record.Violation(
                lacking.Succession,
                $"{lacking.Succession.ToText()} succeeds {lacking.Former.Code}, of which the record holds no consent.",
                $"A consent of {lacking.Former.Code} before it."
            );
    }

    static IEnumerable<(TreatyStatus Status, Participation Participation)> Organizations(CheckContext record) =>
        record.Participations().Where(x => x.Participation.Participant.Kind is ParticipantKind.RegionalOrganization);

    static IEnumerable<Violation> NotEligible(CheckContext record) =>
        from x in Organizations(record)
        where !x.Status.Treaty.FinalClauses.OpenTo.RegionalOrganizations
        from act in x.Participation.Events
        where act.Kind.IsSigning() || act.Kind.IsConsent()
        select record.Violation(act, $"{act.ToText()} is that of an organization.", "A State: the treaty is not open to organizations.");

    static IEnumerable<Violation> BeforeMembers(CheckContext record)
    {
        foreach (var (status, organization) in Organizations(record))
        {
            if (organization.Participant.Members.Count == 0)
                continue;
            bool AnyMember(DateOnly day, Func<Participation, bool> done) =>
                organization.Participant.Members.Any(m => m.On(day) && status.Of(m.Member) is { } member && done(member));
            if (organization.Signature is { } signature && !AnyMember(signature.Date, m => m.HasSigned(signature.Date)))
                yield return record.Violation(
                    signature,
                    $"{signature.ToText()} comes before that of any of its members.",
                    "At least one member that has signed."
                );
            foreach (
                var consent in organization
                    .Consents.Select(c => c.Consent)
                    .Where(c => !AnyMember(c.Date, m => m.Consents.Any(own => own.From <= c.Date)))
            )
                yield return record.Violation(
                    consent,
                    $"{consent.ToText()} comes before the consent of any of its members.",
                    "At least one member that has consented."
                );
        }
    }

    static IEnumerable<Violation> AfterMembers(CheckContext record)
    {
        foreach (var (status, organization) in Organizations(record))
        {
            if (organization.ConsentInEffect(record.AsOf) is not { } kept)
                continue;
            var members = organization
                .Participant.Members.Where(m => m.On(record.AsOf))
                .Select(m => status.Of(m.Member))
                .OfType<Participation>()
                .ToList();
            var last = members.SelectMany(m => m.Consents).Where(c => c.Until <= record.AsOf).Select(c => c.Until).Max();
            if (last is null || members.Exists(m => m.ConsentInEffect(record.AsOf) is not null))
                continue;
            yield return record.Violation(
                kept.Consent,
                $"{kept.Consent.ToText()} still stands, and all its members have left.",
                $"An end of it on {last.Value.ToText()}."
            ) with
            {
                Day = last,
            };
        }
    }
}
