using System.Globalization;

namespace TreatyTracker.Law;

/// <summary>Tells, for one participation, why each named count counts it or does not.</summary>
public static class Explanation
{
    /// <summary>The reasons, one for each named count.</summary>
    /// <param name="status">The treaty's status.</param>
    /// <param name="participation">One of its participations.</param>
    /// <param name="day">The day.</param>
    public static EquatableArray<Reason> Of(TreatyStatus status, Participation participation, DateOnly day)
    {
        var counted = status.ContributionOf(participation, day);
        var bound = OfConsent(status, participation, day);
        var inForce = OfForce(status, participation, day, bound);
        var signed = OfSignature(participation, day);
        var left = counted.FormerParty ? bound : signed;
        return
        [
            bound.For(NamedCount.Parties, counted.Party),
            inForce.For(NamedCount.PartiesInForce, counted.InForce),
            (counted.Party ? inForce : bound).For(NamedCount.ContractingNotInForce, counted.ContractingNotInForce),
            left.For(NamedCount.Signatories, counted.Signatory),
            OfEverSigned(participation, day, signed).For(NamedCount.EverSigned, counted.EverSigned),
            (counted.Signatory ? bound : left).For(NamedCount.SignatoriesNotBound, counted.SignatoryNotBound),
            OfProvisionalApplication(participation, day, inForce).For(NamedCount.ProvisionallyApplying, counted.ProvisionallyApplying),
            OfFormerParty(participation, day, bound).For(NamedCount.FormerParties, counted.FormerParty),
            (
                !counted.Party ? bound
                : counted.ForEntryIntoForce ? OfConditions(status, participation, day, bound)
                : OfThreshold(status, participation, day, bound)
            ).For(NamedCount.CountedForEntryIntoForce, counted.ForEntryIntoForce),
        ];
    }

    sealed record LegalBasis(ReasonRule Rule, string Text, string? Article, EquatableArray<TreatyEvent> Events)
    {
        public Reason For(NamedCount count, bool counted) => new(count, counted, Rule, Text, Article, Events);
    }

    static LegalBasis OfConsent(TreatyStatus status, Participation participation, DateOnly day)
    {
        if (participation.ConsentInEffect(day) is { } consent)
        {
            if (consent.EndedBy is { } end && end.Date <= day)
                return new(
                    ReasonRule.ConsentInBeing,
                    $"{Named(consent.Consent)}; {Pending(status, end, consent.Until!.Value.Iso())}.",
                    "VCLT art. 2(1)(f)",
                    [consent.Consent, end]
                );
            // A notice that ends nothing is told, so that nobody takes it for overlooked.
            var (notice, article) = NoticeWithoutEffect(status, participation, consent, day);
            return notice is null
                ? new(ReasonRule.ConsentInBeing, $"{Named(consent.Consent)}.", "VCLT art. 2(1)(f)", [consent.Consent])
                : new(
                    ReasonRule.ConsentInBeing,
                    $"{Named(consent.Consent)}; notice of withdrawal received {When(notice.Event)}, "
                        + $"{WhyWithoutEffect(status, notice)}.",
                    article,
                    [consent.Consent, notice.Event]
                );
        }
        if (participation.Consents.LastOrDefault(c => c.Until <= day) is { } ended)
            return OfEnd(status, ended);
        return participation.Consents is [var later, ..]
            ? new(ReasonRule.NotYetDeposited, $"{Named(later.Consent)}, after the day asked about.", null, [later.Consent])
            : new(ReasonRule.NoConsent, "No consent to be bound is recorded.", null, []);
    }

    static (Notice? Notice, string? Article) NoticeWithoutEffect(
        TreatyStatus status,
        Participation participation,
        ConsentPeriod consent,
        DateOnly day
    )
    {
        var notice = participation.Notices.LastOrDefault(n =>
            n.Outcome is NoticeOutcome.Contested or NoticeOutcome.EffectNotKnown or NoticeOutcome.TooEarly
            && consent.From <= n.Event.Date
            && n.Event.Date <= day
        );
        return (notice, status.Treaty.FinalClauses.Withdrawal is { } clause ? clause.Article : "VCLT art. 56(1)");
    }

    static string WhyWithoutEffect(TreatyStatus status, Notice notice) =>
        notice.Outcome switch
        {
            NoticeOutcome.Contested => "pending or contested: the treaty has no clause on withdrawal, and the depositary records no effect",
            NoticeOutcome.TooEarly => "earlier than the clause permits one, and without effect",
            _ => $"the day of its effect is not known: {status.Treaty.FinalClauses.Withdrawal!.Reason ?? "the clause gives none"}",
        };

    static LegalBasis OfEnd(TreatyStatus status, ConsentPeriod ended)
    {
        var (end, from, clauses) = (ended.EndedBy!, Day(ended.Until!.Value), status.Treaty.FinalClauses);
        EquatableArray<TreatyEvent> events = [ended.Consent, end];
        return end.Kind switch
        {
            EventKind.ConsentWithdrawn => new(
                ReasonRule.ConsentTakenBack,
                $"{Named(ended.Consent)}; consent taken back with effect from {from}.",
                null,
                events
            ),
            EventKind.Terminated when status.Fold.FellBelow => new(
                ReasonRule.TreatyTerminated,
                $"{Named(ended.Consent)}; the treaty itself ended on {from}, when it had fewer than {clauses.EndsBelow} parties.",
                clauses.EndsBelowArticle,
                events
            ),
            EventKind.Terminated => new(
                ReasonRule.TreatyTerminated,
                $"{Named(ended.Consent)}; the treaty itself ended on {from}, which releases its parties.",
                "VCLT art. 70(1)",
                events
            ),
            EventKind.Cessation when !IsOwn(status, ended) => new(
                ReasonRule.MembersLeft,
                $"{Named(ended.Consent)}; from {from} none of its members is a party.",
                clauses.Withdrawal!.OrganizationsLeaveWithMembersArticle,
                events
            ),
            EventKind.Cessation => new(
                ReasonRule.Ceased,
                $"{Named(ended.Consent)}; it ceased to be a party by operation of law with effect from {from}.",
                null,
                events
            ),
            _ when end.Treaty != status.Treaty.Id => new(
                ReasonRule.ParentDenounced,
                $"{Named(ended.Consent)}; its denunciation of {end.Treaty}, received {When(end)}, entails that of this "
                    + $"treaty with effect from {from}.",
                status.Parent!.Treaty.FinalClauses.Withdrawal!.EntailsProtocolsArticle,
                events
            ),
            _ => new(
                ReasonRule.Withdrawn,
                $"{Named(ended.Consent)}; notice of withdrawal "
                    + $"{(end.EffectOnly ? "of a day that is not known" : $"received {When(end)}")}, with effect from "
                    + $"{from}{WhyThen(status, ended)}.",
                clauses.Withdrawal is { } clause ? clause.Article : "VCLT art. 54(b)",
                events
            ),
        };
    }

    /// <summary>How the day of effect of a notice was found, where that is not the clause's plain delay.</summary>
    static string WhyThen(TreatyStatus status, ConsentPeriod ended)
    {
        var (end, clause) = (ended.EndedBy!, status.Treaty.FinalClauses.Withdrawal);
        return end.EffectiveOn is not null
            ? clause is null
                ? ", as the depositary records"
                : ""
            : !(status.EntryIntoForce.On <= end.Date)
                ? ", at once, since the treaty was not in force"
                : clause switch
                {
                    { Terms: not null } => ", the end of the running term",
                    { ReceivedBy: { } by } => $", the first {clause.EffectOn ?? "01-01"} after {by}",
                    _ => "",
                };
    }

    /// <summary>An end already announced and still to come.</summary>
    static string Pending(TreatyStatus status, TreatyEvent end, string until) =>
        end.Kind switch
        {
            EventKind.ConsentWithdrawn => $"consent taken back on {Day(end.Date)}, with effect only from {until}",
            EventKind.Terminated => $"the treaty itself ends only on {until}",
            EventKind.Cessation => $"it ceases to be a party by operation of law only from {until}",
            _ when end.Treaty != status.Treaty.Id =>
                $"its denunciation of {end.Treaty}, received {When(end)}, entails that of this treaty only from {until}",
            _ => $"notice of withdrawal received {When(end)}, with effect only from {until}",
        };

    // A cessation that follows from the members carries the id of a member's notice: it is no event of the organization's own.
    static bool IsOwn(TreatyStatus status, ConsentPeriod ended) =>
        status.Of(ended.Consent.Participant)!.Events.Any(e => e.Id == ended.EndedBy!.Id);

    static LegalBasis OfForce(TreatyStatus status, Participation participation, DateOnly day, LegalBasis bound)
    {
        if (participation.Consents.FirstOrDefault(c => c.IsInForce(day)) is { } forced)
        {
            var effect = forced.Effect!;
            return forced.From <= day
                ? new(
                    ReasonRule.InForce,
                    $"{Named(forced.Consent)}; in force for it from {Day(effect.On)}: "
                        + $"{How(effect, status)}{Suspended(participation, day)}.",
                    effect.Article,
                    [forced.Consent]
                )
                : new(
                    ReasonRule.SuccessionInEffect,
                    $"{Named(forced.Consent)}, with effect from {Day(effect.On)}, before its deposit.",
                    effect.Article,
                    [forced.Consent]
                );
        }
        if (participation.BoundByAmendment.FirstOrDefault(r => r.Contains(day)) is { } amended && amended.From != default)
            return new(
                ReasonRule.BoundByAmendment,
                $"A party to {status.Parent!.Treaty.Id}, all of whose parties the amendment binds; "
                    + $"in force for it from {Day(amended.From)}.",
                status.Treaty.FinalClauses.BindsAllPartiesOfArticle,
                bound.Events
            );
        // Only a notice that came in time keeps the amendment from binding it, and the first was in time if any was.
        if (
            status.Treaty.FinalClauses.BindsAllPartiesOf is not null
            && status.IsInForce(day)
            && status.Parent?.Of(participation.Participant.Code)?.IsInForce(day) is true
            && participation.Notices.FirstOrDefault(n => n.Outcome is not NoticeOutcome.Revoked && n.Event.Date <= day) is { } notice
        )
            return new(
                ReasonRule.OptedOut,
                $"It opted out on {Day(notice.Event.Date)} of the amendment, which binds all other parties to {status.Parent.Treaty.Id}.",
                status.Treaty.FinalClauses.BindsAllPartiesOfArticle,
                [notice.Event]
            );
        if (participation.ConsentInEffect(day) is not { } consent)
            return bound;
        EquatableArray<TreatyEvent> events = [consent.Consent];
        if (consent.Effect is not { } own)
            return new(
                ReasonRule.TreatyNotInForce,
                $"{Named(consent.Consent)}; the treaty itself is not in force.",
                status.Treaty.FinalClauses.EntryIntoForce.Article,
                events
            );
        return day < own.On
            ? new(
                ReasonRule.NotYetInForce,
                $"{Named(consent.Consent)}; "
                    + $"{(consent.Until <= own.On ? "not in force for it before" : "in force for it only from")} {Day(own.On)}: "
                    + $"{How(own, status)}.",
                own.Article,
                events
            )
            : new(
                ReasonRule.ParentConditionUnmet,
                $"{Named(consent.Consent)}; it must be a party to {status.Treaty.FinalClauses.OpenTo.RequiresPartyTo}, which is "
                    + "not in force for it.",
                status.Treaty.FinalClauses.OpenTo.RequiresPartyToArticle,
                events
            );
    }

    static string Suspended(Participation participation, DateOnly day) =>
        participation.IsSuspended(day)
            ? $"; its operation is suspended for it from {Day(participation.Suspensions.Last(r => r.Contains(day)).From)} (VCLT art. 57)"
            : "";

    /// <summary>The conditions towards which an instrument counts, where the clause has more than a plain number of instruments.</summary>
    static LegalBasis OfConditions(TreatyStatus status, Participation participation, DateOnly day, LegalBasis bound) =>
        status.Treaty.FinalClauses.EntryIntoForce.Conditions.Count > 0
            ? bound with
            {
                Text =
                    $"{bound.Text} Its instrument counts towards "
                    + $"{string.Join("; ", status.Threshold.ConditionsOf(participation.Participant, day).Select(c => c.ToText()))}.",
                Article = status.Treaty.FinalClauses.EntryIntoForce.Article,
            }
            : bound;

    static LegalBasis OfThreshold(TreatyStatus status, Participation participation, DateOnly day, LegalBasis bound)
    {
        var (clauses, rule) = (status.Treaty.FinalClauses, status.Threshold.WhyNot(participation.Participant, day));
        return rule switch
        {
            ReasonRule.OrganizationNotCounted => new(
                rule,
                "The clause does not count the instruments of organizations towards the threshold.",
                clauses.EntryIntoForce.Article,
                bound.Events
            ),
            ReasonRule.ParentConditionUnmet => new(
                rule,
                $"Its instrument does not count towards the threshold while it is not a party to {clauses.OpenTo.RequiresPartyTo}.",
                clauses.OpenTo.RequiresPartyToArticle,
                bound.Events
            ),
            _ => new(
                rule,
                "Its instrument counts towards no condition of entry into force: "
                    + $"{string.Join("; ", status.Threshold.Conditions.Select(c => c.ToText()))}.",
                clauses.EntryIntoForce.Article,
                bound.Events
            ),
        };
    }

    static LegalBasis OfProvisionalApplication(Participation participation, DateOnly day, LegalBasis inForce) =>
        participation.ProvisionalApplication.LastOrDefault(r => r.From <= day) is { From: var from, Until: var until } && from != default
            ? participation.AppliesProvisionally(day)
                ? new(
                    ReasonRule.AppliedProvisionally,
                    $"Applies the treaty provisionally from {Day(from)}.",
                    "VCLT art. 25",
                    Acts(participation)
                )
                : until <= day
                    ? new(
                        ReasonRule.NotAppliedProvisionally,
                        $"Its provisional application ended on {Day(until.Value)}.",
                        "VCLT art. 25(2)",
                        Acts(participation)
                    )
                    : new(
                        ReasonRule.NotAppliedProvisionally,
                        $"Its provisional application from {Day(from)} is over: {inForce.Text}",
                        "VCLT art. 25(1)",
                        Acts(participation)
                    )
            : new(ReasonRule.NotAppliedProvisionally, "No provisional application is recorded.", null, []);

    static EquatableArray<TreatyEvent> Acts(Participation participation) =>
        [.. participation.Events.Where(e => e.Kind is EventKind.ProvisionalApplication or EventKind.ProvisionalApplicationEnded)];

    static LegalBasis OfFormerParty(Participation participation, DateOnly day, LegalBasis bound) =>
        participation.ConsentInEffect(day) is null
        && bound.Rule is not (ReasonRule.NoConsent or ReasonRule.NotYetDeposited)
        && !participation.WasInForceBy(day)
            ? bound with
            {
                Rule = ReasonRule.NeverInForce,
                Text = $"{bound.Text} The treaty was never in force for it.",
            }
            : bound;

    static LegalBasis OfEverSigned(Participation participation, DateOnly day, LegalBasis signed) =>
        participation.Signature is { } signature && signature.Date <= day
            ? new(ReasonRule.Signed, $"{Named(signature)}.", null, [signature])
            : signed;

    static LegalBasis OfSignature(Participation participation, DateOnly day) =>
        participation.Signature switch
        {
            null => new(ReasonRule.NotSigned, "No signature is recorded.", null, []),
            var s when s.Date <= day && !participation.HasSigned(day) => new(
                ReasonRule.Ceased,
                $"{Named(s)}; the State ceased to be, and its signature with it, with effect from {Day(participation.CeasedOn!.Value)}.",
                null,
                [s, participation.Ceased!]
            ),
            var s when s.Date <= day => new(ReasonRule.Signed, $"{Named(s)}.", null, [s]),
            var s => new(ReasonRule.NotYetSigned, $"{Named(s)}, after the day asked about.", null, [s]),
        };

    /// <summary>How the day of effect was found, as the end of a sentence.</summary>
    static string How(Effect effect, TreatyStatus status) =>
        effect.Rule switch
        {
            EffectRule.WithTheTreaty => "its instrument is among those that brought the treaty into force",
            EffectRule.OwnDeposit => status.Treaty.FinalClauses.LaterParticipants is { Delay: { } delay }
                ? $"{Delay(delay)} its deposit"
                : "the day of its deposit",
            EffectRule.NotBeforeTreaty => "not before the treaty itself enters into force",
            EffectRule.BeforeEntryIntoForce => "deposited before the treaty entered into force, whose own day it takes",
            EffectRule.DayOfSuccession => "the day of succession, which is assumed, since the succession states no effect",
            EffectRule.SuccessionNotified => "its notification, since the day of succession is not known",
            EffectRule.ClauseNotKnown => "its deposit, which is assumed, since the clause for later participants is not known",
            EffectRule.StatedNotBeforeTreaty => "not before the treaty itself enters into force, although the event names an earlier day",
            _ => "the day that the event names",
        };

    static string Delay(Delay delay)
    {
        var time = string.Join(" and ", new[] { Number(delay.Months, "month"), Number(delay.Days, "day") }.OfType<string>());
        var end = time.Length == 0 ? "the day of" : $"{time} after";
        return delay.ThenFirstOfFollowingMonth ? $"the first day of the month following {end}" : end;
    }

    static string? Number(int number, string unit) =>
        number == 0 ? null : $"{number.ToString(CultureInfo.InvariantCulture)} {unit}{(number == 1 ? "" : "s")}";

    static string Named(TreatyEvent e)
    {
        var kind = e.Kind.WireName().Replace('-', ' ');
        var deposited = e.Kind.IsConsent() && e.Kind is not (EventKind.DefinitiveSignature or EventKind.Participation);
        return $"{char.ToUpperInvariant(kind[0])}{kind[1..]} {(deposited ? "deposited " : "")}{When(e)}";
    }

    static string When(TreatyEvent e) => e.DateKnown is DateKnown.Period ? $"on a day within {e.DatePeriod}" : $"on {Day(e.Date)}";

    static string Day(DateOnly day) => day.Iso();
}
