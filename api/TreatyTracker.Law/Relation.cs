namespace TreatyTracker.Law;

/// <summary>
/// Whether a treaty is in force between two participants on a day, since when and until when, and why (README.md of this project, section
/// 8).
/// </summary>
/// <param name="InForce">Whether it is in force between them.</param>
/// <param name="Since">First day, inclusive: the later of both; <c>null</c> where it is not in force between them.</param>
/// <param name="Until">First day on which it no longer is, exclusive: the earlier end; <c>null</c> where none is known.</param>
/// <param name="Periods">Every stretch in which it is in force between them, whatever the day, in order.</param>
/// <param name="Reasons">Each reason.</param>
public sealed record Relation(
    bool InForce,
    DateOnly? Since,
    DateOnly? Until,
    EquatableArray<DayRange> Periods,
    EquatableArray<RelationReason> Reasons
)
{
    /// <summary>The relation of two participants under a treaty on a day. Which of them comes first does not matter.</summary>
    public static Relation Between(TreatyStatus status, Participation one, Participation other, DateOnly day)
    {
        var clauses = status.Treaty.FinalClauses;
        // What was withdrawn on the day on which it was made holds no day, and stands between them on none.
        var bars = Bars(clauses, one, other).Concat(Bars(clauses, other, one)).ToList();
        var together = DayRange.Joined(one.InForce.SelectMany(r => other.InForce.Select(r.Intersect)).OfType<DayRange>());
        EquatableArray<DayRange> periods =
        [
            .. bars.Aggregate(together.AsEnumerable(), (left, bar) => left.SelectMany(r => r.Except(bar.Days))),
        ];
        if (periods.Where(r => r.Contains(day)).ToList() is not [var now])
            return new(false, null, null, periods, WhyNot());
        RelationReason both = new(
            RelationRule.InForceBetween,
            Sentence.Of(Wording.InForceBetween, ("day", now.From)),
            "VCLT art. 2(1)(g)",
            [.. new[] { one, other }.SelectMany(p => p.Consents.Where(c => c.IsInForce(day))).Select(c => c.Consent)]
        );
        return new(true, now.From, now.Until, periods, [both, .. Suspension(one, day), .. Suspension(other, day)]);

        EquatableArray<RelationReason> WhyNot()
        {
            if (one.IsInForce(day) && other.IsInForce(day))
                return [.. bars.Where(b => b.Days.Contains(day)).Select(b => b.Reason)];
            RelationReason[] nobody = [.. TreatyNotInForce(status, day)];
            return [.. nobody, .. NotInForce(status, one, day, nobody), .. NotInForce(status, other, day, nobody)];
        }
    }

    /// <summary>That the treaty itself is in force for nobody.</summary>
    static IEnumerable<RelationReason> TreatyNotInForce(TreatyStatus status, DateOnly day) =>
        status switch
        {
            { TerminatedOn: { } ended } when ended <= day =>
            [
                new(
                    RelationRule.TreatyTerminated,
                    Sentence.Of(Wording.InForceForNobodySince, ("day", ended)),
                    status.Fold.FellBelow ? status.Treaty.FinalClauses.EndsBelowArticle : "VCLT art. 70(1)",
                    [status.Terminated!]
                ),
            ],
            { EntryIntoForce.On: { } on } when on <= day => [],
            // An amendment may be in force between those that accept it before, or without, a day of its own.
            _ when status.Participations.Any(p => p.IsInForce(day)) => [],
            var early =>
            [
                new(
                    RelationRule.TreatyNotInForce,
                    early.EntryIntoForce.On is { } later
                        ? Sentence.Of(Wording.InForceForNobodyBefore, ("day", later))
                        : Sentence.Of(Wording.InForceForNobody),
                    status.Treaty.FinalClauses.EntryIntoForce.Article,
                    []
                ),
            ],
        };

    /// <summary>That the treaty is not in force for one of them, where more is to say than that it is in force for nobody.</summary>
    static IEnumerable<RelationReason> NotInForce(TreatyStatus status, Participation participation, DateOnly day, RelationReason[] nobody)
    {
        if (participation.IsInForce(day))
            return [];
        var why = Explanation.OfForce(status, participation, day);
        if (nobody.Length > 0 && why.Rule is ReasonRule.TreatyTerminated or ReasonRule.TreatyNotInForce or ReasonRule.NotYetInForce)
            return [];
        var (who, because) = (("participant", (object?)participation.Participant), ("why", (object?)why.Text));
        var past = DayRange.Joined(participation.InForce).LastOrDefault(r => r.Until <= day);
        return
        [
            new(
                past.Until is null ? RelationRule.NotInForceForOne : RelationRule.NoLongerInForceForOne,
                past.Until is { } until
                    ? Sentence.Of(Wording.NoLongerInForceForOne, who, ("from", past.From), ("until", until), because)
                    : Sentence.Of(Wording.NotInForceForOne, who, because),
                why.Article ?? "VCLT art. 2(1)(g)",
                why.Events,
                why.Rule
            ),
        ];
    }

    static IEnumerable<RelationReason> Suspension(Participation participation, DateOnly day) =>
        participation.IsSuspended(day)
            ?
            [
                new(
                    RelationRule.Suspended,
                    Sentence.Of(Wording.SuspendedForOne, ("participant", participation.Participant)),
                    "VCLT art. 72",
                    [.. participation.Events.Where(e => e.Kind is EventKind.Suspension && e.UndelayedEffect <= day)]
                ),
            ]
            : [];

    /// <summary>
    /// What stands between a participant and another that joined with a reservation, by accession or by succession; and when.
    /// </summary>
    static IEnumerable<(DayRange Days, RelationReason Reason)> Bars(FinalClauses clauses, Participation party, Participation joining) =>
        [
            .. joining.Consents.SelectMany(c => SuccessionNotNotified(joining, c)),
            .. joining.Consents.SelectMany(c => NotAccepted(clauses, party, joining, c)),
            .. party
                .Events.Where(e => e.Kind is EventKind.Objection && e.Counterpart == joining.Participant.Code)
                .SelectMany(objection => Objection(clauses, party, joining, objection)),
        ];

    static IEnumerable<(DayRange, RelationReason)> SuccessionNotNotified(Participation joining, ConsentPeriod consent) =>
        consent.Consent.Kind is EventKind.Succession && consent.Effect is { } effect
            ?
            [
                (
                    new(effect.On, consent.From),
                    new(
                        RelationRule.SuccessionNotNotified,
                        Sentence.Of(Wording.SuccessionNotNotified, ("participant", joining.Participant), ("day", consent.From)),
                        "VCSS art. 23(2)",
                        [consent.Consent]
                    )
                ),
            ]
            : [];

    static IEnumerable<(DayRange, RelationReason)> NotAccepted(
        FinalClauses clauses,
        Participation party,
        Participation joining,
        ConsentPeriod consent
    )
    {
        if (clauses.Accession is not { RequiresAcceptance: true } clause || consent.Consent.Kind is not EventKind.Accession)
            return [];
        var accepted = party
            .Events.Where(e => e.Kind is EventKind.Declaration && e.Counterpart == consent.Consent.Participant && e.Date >= consent.From)
            .Min(e => (DateOnly?)e.UndelayedEffect);
        return
        [
            (
                new(consent.From, Days.Earlier(accepted, consent.Until)),
                new(
                    RelationRule.AccessionNotAccepted,
                    Sentence.Of(Wording.AccessionNotAccepted, ("party", party.Participant), ("participant", joining.Participant)),
                    clause.Article,
                    [consent.Consent]
                )
            ),
        ];
    }

    static IEnumerable<(DayRange, RelationReason)> Objection(
        FinalClauses clauses,
        Participation party,
        Participation joining,
        TreatyEvent objection
    )
    {
        var withdrawn = EndOf(party.Events, EventKind.ObjectionWithdrawn, objection);
        var consent = joining.Consents.LastOrDefault(c => c.From <= objection.Date);
        if (
            clauses.Accession is { ObjectionWithin: { } within } clause
            && consent is { Consent.Kind: EventKind.Accession }
            && objection.Date <= within.After(consent.From)
        )
            yield return (
                new(objection.Date, Days.Earlier(withdrawn, consent.Until)),
                new(
                    RelationRule.ObjectionToAccession,
                    Sentence.Of(
                        Wording.ObjectionToAccession,
                        ("party", party.Participant),
                        ("participant", joining.Participant),
                        ("day", objection.Date)
                    ),
                    clause.Article,
                    [consent.Consent, objection]
                )
            );
        // Of reservations: the last that was made, and in time until twelve months after it or until its own consent (VCLT 20(5)). The day
        // of notification is not in the record, and that of the reservation stands for it.
        if (!objection.OpposesEntryIntoForce)
            yield break;
        var reservation = joining.Events.LastOrDefault(e => e.Kind is EventKind.Reservation && e.Date <= objection.Date);
        if (reservation is null || !IsInTime(party, reservation, objection))
            yield break;
        yield return (
            new(objection.Date, Days.Earlier(withdrawn, EndOf(joining.Events, EventKind.ReservationWithdrawn, reservation))),
            new(
                RelationRule.ObjectionToReservation,
                Sentence.Of(
                    Wording.ObjectionToReservation,
                    ("party", party.Participant),
                    ("participant", joining.Participant),
                    ("day", objection.Date)
                ),
                "VCLT art. 20(4)(b)",
                [reservation, objection]
            )
        );
    }

    static bool IsInTime(Participation party, TreatyEvent reservation, TreatyEvent objection) =>
        objection.Date <= reservation.Date.AddYears(1) || party.Consents.All(c => c.From >= objection.Date);

    static DateOnly? EndOf(EquatableArray<TreatyEvent> events, EventKind kind, TreatyEvent begun) =>
        events
            .Where(e => e.Kind == kind && e.Date >= begun.Date && (e.Counterpart is null || e.Counterpart == begun.Counterpart))
            .Min(e => (DateOnly?)e.UndelayedEffect);
}
