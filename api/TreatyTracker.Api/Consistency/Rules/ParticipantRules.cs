using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Rules on participants: former States, successors and organizations.</summary>
static class ParticipantRules
{
    const string Group = "participants";

    public static IReadOnlyList<Rule> All { get; } =
    [
        RuleFactory.Of(
            Group,
            "participant-not-in-existence",
            Severity.Error,
            finds: "An act of a State after it ceased to exist.",
            rationale: "The last day of a former State is known, and no one acts in its name after that day. The finding is informational "
                + "if a State acts while its predecessor still exists: the act may be the predecessor's.",
            basis: "VCLT art. 6",
            remedy: "Correct the participant (to the successor or continuator) or the date.",
            good: "events/convention.csv: CSXX,accession,2005-03-02",
            bad: "events/convention.csv: CSXX,accession,2007-03-02",
            NotInExistence
        ),
        RuleFactory.Of(
            Group,
            "predecessor-still-counted",
            Severity.Error,
            finds: "A former State counted as a party together with a State that succeeded it.",
            rationale: "A former State that ceased to exist is not counted together with its successor. The count is one too high. "
                + "Yugoslavia is accepted until 2000-10-31: the Secretary-General's lists named it until then, and counted it for the "
                + "entry into force of treaties.",
            basis: "VCLT art. 73",
            remedy: "Record the former State's cessation on its last day.",
            good: """
            events/convention.csv: YUCS,accession,1982-03-02
            events/convention.csv: YUCS,cessation,1992-04-27
            events/convention.csv: HRV,succession,1993-05-03,1991-10-08
            """,
            bad: """
            events/convention.csv: CSXX,accession,2001-03-12
            events/convention.csv: MNE,succession,2006-10-23,2006-06-03
            """,
            r => CountedTwice(r, continuators: false)
        ),
        RuleFactory.Of(
            Group,
            "continuator-counted-twice",
            Severity.Error,
            finds: "One participant counted under both its former and its present code.",
            rationale: "A continuator is the same participant under a new name. Names have periods; acts stay with the participant.",
            basis: "VCLT art. 73",
            remedy: "Record all its acts under the present code.",
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
            Severity.Warning,
            finds: "A succession deposited before its own date of effect, or with an earlier date of effect than the State's day of "
                + "succession.",
            rationale: "A successor State's notification normally takes effect from its independence, which is the same day for every "
                + "treaty. If the record does not have that day, the rule takes the date of effect of most of the State's successions. "
                + "States have notified their succession in advance, and depositaries have recorded other days.",
            basis: "Vienna Convention on Succession of States in respect of Treaties art. 22, 23",
            remedy: "Correct the date or the date of effect.",
            good: "events/convention.csv: HRV,succession,1993-05-03,1991-10-08",
            bad: "events/convention.csv: HRV,succession,1991-05-03,1991-10-08",
            BeforeIndependence
        ),
        RuleFactory.Of(
            Group,
            "succession-without-predecessor-act",
            Severity.Warning,
            finds: "A succession to a former State that, according to the record, did not join the treaty.",
            rationale: "Either there is nothing to succeed to, or the record lacks the predecessor's row because status tables omit it. "
                + "The rule does not check successions to States that administered a territory, because the record does not say which "
                + "State that was.",
            basis: "Vienna Convention on Succession of States in respect of Treaties art. 17, 34",
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
            finds: "An organization that signed or joined a treaty that is open only to States.",
            rationale: "The final clauses say who may become a party.",
            basis: "VCLT art. 83 and similar clauses",
            remedy: "Correct the participant, or the clause (finalClauses.openTo.regionalOrganizations).",
            good: "events/convention.csv: FRA,accession,1982-03-02\nevents/convention.csv: EUU,accession,1982-05-03",
            bad: "treaties/convention.json: finalClauses.openTo = {\"states\": \"all\"}"
                + "\nevents/convention.csv: FRA,accession,1982-03-02\nevents/convention.csv: EUU,accession,1982-05-03",
            NotEligible
        ),
        RuleFactory.Of(
            Group,
            "regional-organization-before-members",
            Severity.Error,
            finds: "An organization that signed or joined before any of its members did, although the clause requires a member first.",
            rationale: "Where the clause says so (finalClauses.openTo.requiresMemberFirst), an organization may sign or join only if at "
                + "least one of its members has done so. Other treaties have an organization as their only party.",
            basis: "UNTOC art. 36(2)-(4) and similar clauses",
            remedy: "Correct the date or the clause, or add the member's act or its membership.",
            good: """
            treaties/convention.json: finalClauses.openTo.requiresMemberFirst = true
            events/convention.csv: FRA,accession,1982-03-02
            events/convention.csv: EUU,accession,1982-05-03
            """,
            bad: """
            treaties/convention.json: finalClauses.openTo.requiresMemberFirst = true
            events/convention.csv: FRA,accession,1982-03-02
            events/convention.csv: EUU,accession,1982-02-01
            """,
            BeforeMembers
        ),
        RuleFactory.Of(
            Group,
            "regional-organization-after-members",
            Severity.Error,
            finds: "An organization that is still a party although all its members have left, where the clause says that it leaves with "
                + "them.",
            rationale: "Where the clause says so (finalClauses.withdrawal.organizationsLeaveWithMembers), an organization ceases to be a "
                + "party when all its members have denounced the treaty. The register computes that from the members' notices, but not "
                + "from other ways of leaving.",
            basis: "UNTOC art. 40(2) and similar clauses",
            remedy: "Record the organization's cessation, or correct the acts of the members or the clause.",
            good: """
            treaties/convention.json: finalClauses.withdrawal.organizationsLeaveWithMembers = true
            events/convention.csv: FRA,accession,1982-03-02
            events/convention.csv: EUU,accession,1982-05-03
            events/convention.csv: FRA,withdrawal,1990-03-01
            """,
            bad: """
            treaties/convention.json: finalClauses.withdrawal.organizationsLeaveWithMembers = true
            events/convention.csv: FRA,accession,1982-03-02
            events/convention.csv: EUU,accession,1982-05-03
            events/convention.csv: FRA,cessation,1990-03-01
            """,
            AfterMembers
        ),
        RuleFactory.Of(
            Group,
            SeedProblem.UnknownParticipant,
            Severity.Error,
            finds: "A participant code that is not in the record.",
            rationale: "The row cannot be counted for any participant. All other rules ignore it.",
            basis: null,
            remedy: "Correct the code, or add the participant.",
            good: "events/convention.csv: FRA,accession,1982-03-02",
            bad: "events/convention.csv: FRX,accession,1982-03-02",
            r => r.Problems(SeedProblem.UnknownParticipant, "A code of participants.csv.")
        ),
    ];

    /// <summary>
    /// The last day on which the depositary took acts of a former State and counted them: its last day, except that the Secretary-General's
    /// lists named Yugoslavia until its successor was admitted to the United Nations on 2000-11-01.
    /// </summary>
    static DateOnly? LastDay(Participant participant) =>
        participant is { Kind: ParticipantKind.FormerState, Code: "YUCS" } ? new DateOnly(2000, 10, 31) : participant.LastDay;

    static IEnumerable<Violation> NotInExistence(CheckContext context)
    {
        var predecessors = Predecessors.Of(context);
        var continuators = Predecessors.Continuators(context);
        foreach (var (_, act) in context.Acts())
        {
            if (!context.Participants.TryGetValue(act.Participant, out var who))
                continue;
            // A cessation ends a former State's participation, so it may be dated after the State's last day.
            if (act.DatePeriod.First > LastDay(who) && act.Kind is not EventKind.Cessation)
                yield return context.Violation(
                    act,
                    $"The State had ceased to exist at the time of {act.ToText()}.",
                    $"No event after {LastDay(who)!.Value.ToText()}, the State's last day."
                );
            else if (
                act.Date < who.UnMemberSince
                && predecessors[who.Code]
                    .FirstOrDefault(p =>
                        p.UnMemberSince <= act.Date && act.Date <= p.UnMemberUntil && !continuators.Contains((p.Code, who.Code))
                    )
                    is { } former
            )
                yield return context.Violation(
                    act,
                    $"{act.ToText()} is dated while its predecessor {former.Code} still existed.",
                    "An act of the State itself. This one may be an act of the predecessor."
                ) with
                {
                    Severity = Severity.Information,
                };
        }
    }

    static IEnumerable<Violation> CountedTwice(CheckContext context, bool continuators)
    {
        var continued = Predecessors.Continuators(context);
        foreach (var status in context.Statuses())
        foreach (var former in status.Participations.Where(p => p.Participant.Kind is ParticipantKind.FormerState && p.Consents.Count > 0))
        foreach (var code in former.Participant.Successors.Where(s => continued.Contains((former.Participant.Code, s)) == continuators))
        {
            if (status.Of(code) is not { Consents.Count: > 0 } other)
                continue;
            // Two States that existed side by side may both be parties until the former State's last day. A participant and its continuator
            // are one participant and are never counted twice.
            var since =
                continuators ? DateOnly.MinValue
                : LastDay(former.Participant) is { } last && last < DateOnly.MaxValue ? last.AddDays(1)
                : (DateOnly?)null;
            var both =
                from a in former.Consents
                from b in other.Consents
                let range = new DayRange(a.From, a.Until).Intersect(new(b.From, b.Until))
                where range is not null && since is not null
                let day = range.Value.From > since ? range.Value.From : since!.Value
                where range.Value.Contains(day) && day <= context.AsOf
                select (A: a.Consent, B: b.Consent, Day: day);
            foreach (var (a, b, day) in both.Take(1))
                yield return context.Violation(
                    a,
                    $"{a.Participant} and {b.Participant} are both counted on {day.ToText()}.",
                    continuators ? "One participant, under its present code." : $"{a.ToText()} ends on or before that day."
                ) with
                {
                    Events = [a.Id, b.Id],
                    Day = day,
                };
        }
    }

    /// <summary>The successions with a date of effect, which tell when their State became independent.</summary>
    static IEnumerable<TreatyEvent> Successions(CheckContext context) =>
        context.Acts().Select(x => x.Act).Where(a => a is { Kind: EventKind.Succession, EffectiveOn: not null });

    /// <summary>The successions with a date of effect in the whole record, by participant.</summary>
    public static ILookup<string, TreatyEvent> AllSuccessions(CheckContext context) =>
        context.View.Remember(nameof(AllSuccessions), () => Successions(context.Whole).ToLookup(a => a.Participant));

    static IEnumerable<Violation> BeforeIndependence(CheckContext context)
    {
        foreach (var successions in Successions(context).GroupBy(a => a.Participant))
        {
            // Without a day of succession, the date that most successions state, to whatever treaty; if two dates are equally frequent, the
            // earlier one.
            var independence =
                context.Participants.GetValueOrDefault(successions.Key)?.StatehoodSince
                ?? AllSuccessions(context)[successions.Key]
                    .GroupBy(a => a.EffectiveOn!.Value)
                    .OrderByDescending(g => g.Count())
                    .ThenBy(g => g.Key)
                    .First()
                    .Key;
            foreach (var act in successions)
                if (act.Date < act.EffectiveOn)
                    yield return context.Violation(
                        act,
                        $"{act.ToText()} is dated before its date of effect, {act.EffectiveOn.Value.ToText()}.",
                        "A deposit on or after independence."
                    );
                else if (act.EffectiveOn < independence)
                    yield return context.Violation(
                        act,
                        $"{act.ToText()} takes effect on {act.EffectiveOn.Value.ToText()}.",
                        $"{independence.ToText()}, the State's day of succession."
                    );
        }
    }

    static IEnumerable<Violation> WithoutPredecessor(CheckContext context)
    {
        var predecessors = Predecessors.Of(context);
        return from status in context.Statuses()
            from lacking in Predecessors.Lacking(status, predecessors)
            select context.Violation(
                lacking.Succession,
                $"{lacking.Succession.ToText()} succeeds {lacking.Former.Code}, but the record has no consent of {lacking.Former.Code}.",
                $"An earlier consent of {lacking.Former.Code}."
            );
    }

    static IEnumerable<(TreatyStatus Status, Participation Participation)> Organizations(CheckContext context) =>
        context.Participations().Where(x => x.Participation.Participant.IsOrganization);

    static IEnumerable<Violation> NotEligible(CheckContext context) =>
        from x in Organizations(context)
        where !x.Status.Treaty.FinalClauses.OpenTo.RegionalOrganizations
        from act in x.Participation.Events
        where act.Kind.IsSigning() || act.Kind.IsConsent()
        select context.Violation(
            act,
            $"{act.ToText()} is an act of an organization.",
            "An act of a State: the treaty is not open to organizations."
        );

    static IEnumerable<Violation> BeforeMembers(CheckContext context)
    {
        foreach (var (status, organization) in Organizations(context))
        {
            if (organization.Participant.Members.Count == 0 || !status.Treaty.FinalClauses.OpenTo.RequiresMemberFirst)
                continue;
            bool AnyMember(DateOnly day, Func<Participation, bool> done) =>
                organization.Participant.Members.Any(m => m.On(day) && status.Of(m.Member) is { } member && done(member));
            if (organization.Signature is { } signature && !AnyMember(signature.Date, m => m.Signature?.DatePeriod.First <= signature.Date))
                yield return context.Violation(
                    signature,
                    $"{signature.ToText()} comes before the signature of any of its members.",
                    "At least one member has already signed."
                );
            foreach (
                var consent in organization
                    .Consents.Select(c => c.Consent)
                    .Where(c => !AnyMember(c.Date, m => m.Consents.Any(own => own.EarliestFrom <= c.Date)))
            )
                yield return context.Violation(
                    consent,
                    $"{consent.ToText()} comes before the consent of any of its members.",
                    "At least one member has already consented."
                );
        }
    }

    static IEnumerable<Violation> AfterMembers(CheckContext context)
    {
        foreach (var (status, organization) in Organizations(context))
        {
            if (
                status.Treaty.FinalClauses.Withdrawal is not { OrganizationsLeaveWithMembers: true }
                || organization.ConsentInEffect(context.AsOf) is not { } kept
            )
                continue;
            var members = organization
                .Participant.Members.Where(m => m.On(context.AsOf))
                .Select(m => status.Of(m.Member))
                .OfType<Participation>()
                .ToList();
            var last = members.SelectMany(m => m.Consents).Where(c => c.Until <= context.AsOf).Select(c => c.Until).Max();
            if (last is null || members.Exists(m => m.ConsentInEffect(context.AsOf) is not null))
                continue;
            yield return context.Violation(
                kept.Consent,
                $"{kept.Consent.ToText()} is still in effect, but all members of the organization have left.",
                $"The consent ends on {last.Value.ToText()}."
            ) with
            {
                Day = last,
            };
        }
    }
}
