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
        return
        [
            bound.For(NamedCount.Parties, counted.Party),
            inForce.For(NamedCount.PartiesInForce, counted.InForce),
            (counted.Party ? inForce : bound).For(NamedCount.ContractingNotInForce, counted.ContractingNotInForce),
            signed.For(NamedCount.Signatories, counted.Signatory),
            signed.For(NamedCount.EverSigned, counted.EverSigned),
            (counted.Signatory ? bound : signed).For(NamedCount.SignatoriesNotBound, counted.SignatoryNotBound),
            new LegalBasis(ReasonRule.NotAppliedProvisionally, "No provisional application is recorded.", null, []).For(
                NamedCount.ProvisionallyApplying,
                counted.ProvisionallyApplying
            ),
            bound.For(NamedCount.FormerParties, counted.FormerParty),
            (
                counted.Party && !counted.ForEntryIntoForce
                    ? new LegalBasis(
                        ReasonRule.OrganizationNotCounted,
                        "The clause does not count the instruments of organizations towards the threshold.",
                        status.Treaty.FinalClauses.EntryIntoForce.Article,
                        bound.Events
                    )
                    : bound
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
            return consent.EndedBy is { } end && end.Date <= day
                ? new(
                    ReasonRule.ConsentInBeing,
                    $"{Named(consent.Consent)}; {Pending(status, end, Day(consent.Until!.Value))}.",
                    "VCLT art. 2(1)(f)",
                    [consent.Consent, end]
                )
                : new(ReasonRule.ConsentInBeing, $"{Named(consent.Consent)}.", "VCLT art. 2(1)(f)", [consent.Consent]);
        if (participation.Consents.LastOrDefault(c => c.Until <= day) is { } ended)
            return OfEnd(status, ended);
        return participation.Consents is [var later, ..]
            ? new(ReasonRule.NotYetDeposited, $"{Named(later.Consent)}, after the day asked about.", null, [later.Consent])
            : new(ReasonRule.NoConsent, "No consent to be bound is recorded.", null, []);
    }

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
                $"{Named(ended.Consent)}; its denunciation of {end.Treaty}, received on {Day(end.Date)}, entails that of this treaty with effect from {from}.",
                status.Parent!.Treaty.FinalClauses.Withdrawal!.EntailsProtocolsArticle,
                events
            ),
            _ => new(
                ReasonRule.Withdrawn,
                $"{Named(ended.Consent)}; notice of withdrawal received on {Day(end.Date)}, with effect from {from}.",
                clauses.WithdrawalThatHolds().Article,
                events
            ),
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
                $"its denunciation of {end.Treaty}, received on {Day(end.Date)}, entails that of this treaty only from {until}",
            _ => $"notice of withdrawal received on {Day(end.Date)}, with effect only from {until}",
        };

    // A cessation that follows from the members carries the id of a member's notice: it is no event of the organization's own.
    static bool IsOwn(TreatyStatus status, ConsentPeriod ended) =>
        status.Of(ended.Consent.Participant)!.Events.Any(e => e.Id == ended.EndedBy!.Id);

    static LegalBasis OfForce(TreatyStatus status, Participation participation, DateOnly day, LegalBasis bound)
    {
        if (participation.Consents.FirstOrDefault(c => c.InForce.Any(r => r.Contains(day))) is { } forced)
        {
            var effect = forced.Effect!;
            return forced.From <= day
                ? new(
                    ReasonRule.InForce,
                    $"{Named(forced.Consent)}; in force for it from {Day(effect.On)}: {How(effect, status)}.",
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
                $"{Named(consent.Consent)}; {(consent.Until <= own.On ? "not in force for it before" : "in force for it only from")} {Day(own.On)}: {How(own, status)}.",
                own.Article,
                events
            )
            : new(
                ReasonRule.ParentConditionUnmet,
                $"{Named(consent.Consent)}; it must be a party to {status.Treaty.FinalClauses.OpenTo.RequiresPartyTo}, which is not in force for it.",
                status.Treaty.FinalClauses.OpenTo.RequiresPartyToArticle,
                events
            );
    }

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
        return $"{char.ToUpperInvariant(kind[0])}{kind[1..]} {(e.Kind.IsConsent() && e.Kind is not (EventKind.DefinitiveSignature or EventKind.Participation) ? "deposited " : "")}on {Day(e.Date)}";
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
