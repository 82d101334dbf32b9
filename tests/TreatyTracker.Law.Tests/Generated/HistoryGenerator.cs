using FsCheck;
using FsCheck.Fluent;

namespace TreatyTracker.Law.Tests.Generated;

/// <summary>Draws histories, and shrinks one to the few acts that matter.</summary>
public static class HistoryGenerator
{
    // Two organizations, one with members, a later Member of the United Nations, a former State, an observer and another State.
    static readonly string[] Codes = ["EUU", "IAEA", "AUT", "BEL", "MNE", "CSHH", "VAT", "NIU"];

    static readonly Gen<EventKind> Kinds = Gen.Frequency(
        (4, Gen.Elements(Enum.GetValues<EventKind>().Where(k => k.IsConsent()))),
        (
            3,
            Gen.Elements(
                EventKind.Withdrawal,
                EventKind.Withdrawal,
                EventKind.WithdrawalRevoked,
                EventKind.ConsentWithdrawn,
                EventKind.Cessation
            )
        ),
        (2, Gen.Elements(Enum.GetValues<EventKind>().Where(k => k is not (EventKind.Terminated or EventKind.Correction))))
    );

    // Often on the same few days: what is hard happens on one.
    static readonly Gen<DateOnly> DayGen =
        from month in Gen.Choose(0, 12 * 30)
        from day in Gen.Elements(1, 1, 2, 15, 31)
        select new DateOnly(1990, 1, 1).AddMonths(month).AddDays(day - 1);

    static readonly Gen<Delay> Delays =
        from text in Gen.Elements("0 days", "30 days", "90 days", "12 months", "1 months", "60 days, then first of month")
        from stays in Rarely
        select Iso.Delay(text) with
        {
            EndOfMonthStays = stays,
        };

    static Gen<bool> Rarely => Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)));

    static readonly Gen<EntryIntoForceCondition> Conditions = Gen.Elements(
        new EntryIntoForceCondition { Instruments = 1, Among = "annex" },
        new EntryIntoForceCondition { Share = 0.4m, Of = "shares" },
        new EntryIntoForceCondition
        {
            Fraction = "1/2",
            OfPartiesTo = "parent",
            PartiesOn = EntryIntoForceCondition.EachDeposit,
        },
        new EntryIntoForceCondition
        {
            Fraction = "2/3",
            OfPartiesTo = "parent",
            PartiesOn = EntryIntoForceCondition.Adoption,
        }
    );

    static readonly Gen<EntryIntoForceClause> EntryClauses =
        from instruments in Gen.Choose(0, 4)
        from conditions in Gen.Frequency(
            (3, Gen.Constant(Array.Empty<EntryIntoForceCondition>())),
            (1, Conditions.Select(c => new[] { c }))
        )
        from delay in Delays
        from organizations in Gen.Elements(true, false)
        from waits in Gen.Elements(true, false)
        from known in Rarely
        from floor in Rarely
        select new EntryIntoForceClause
        {
            Instruments = instruments is 0 ? null : instruments,
            Conditions = [.. conditions],
            Delay = delay,
            CountsRegionalOrganizations = organizations,
            NotBefore = waits ? "parent" : null,
            NotEarlierThan = floor ? new(2000, 1, 1) : null,
            Reason = known ? "named States" : null,
        };

    static readonly Gen<LaterParticipantsClause?> LaterClauses =
        from silent in Rarely
        from delay in Delays
        from onlyAfter in Rarely
        from unknown in Rarely
        select silent
            ? null
            : new LaterParticipantsClause
            {
                Delay = unknown ? null : delay,
                OnlyAfterEntryIntoForce = onlyAfter,
                Reason = unknown ? "not read" : null,
            };

    static readonly Gen<WithdrawalClause?> WithdrawalClauses =
        from silent in Rarely
        from shape in Gen.Choose(0, 5)
        from delay in Delays
        from lockIn in Gen.Elements<LockIn?>(
            null,
            null,
            null,
            new() { Months = 36, From = LockInStart.Party },
            new() { Days = 400, From = LockInStart.Treaty }
        )
        from protocols in Gen.Elements(true, false)
        from members in Gen.Elements(true, false)
        select silent
            ? null
            : new WithdrawalClause
            {
                EffectAfterReceipt = delay,
                ReceivedBy = shape is 3 ? "07-01" : null,
                EffectOn = shape is 3 && members ? "06-30" : null,
                Terms = shape is 4
                    ? new()
                    {
                        FirstYears = 10,
                        ThenYears = 5,
                        NoticeMonths = 6,
                    }
                    : null,
                Reason = shape is 5 ? "until the end of a conflict" : null,
                NotWithin = lockIn,
                EntailsProtocols = protocols,
                OrganizationsLeaveWithMembers = members,
            };

    static Gen<TreatyEvent> EventsOf(string treaty) =>
        from code in Gen.Elements(Codes)
        from other in Gen.Elements(Codes)
        from kind in Kinds
        from treatyItself in Gen.Frequency((40, Gen.Constant(false)), (1, Gen.Constant(true)))
        from day in DayGen
        from offset in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(-400, 800)))
        from before in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 700)))
        from recorded in Gen.Choose(0, 1000)
        select new TreatyEvent
        {
            Id = "",
            Treaty = treaty,
            Participant = treatyItself ? "" : code,
            Kind = treatyItself ? EventKind.Terminated : kind,
            Date = day,
            Earliest = before is 0 || treatyItself ? null : day.AddDays(-before),
            EffectiveOn = offset is 0 ? null : day.AddDays(offset),
            Counterpart = kind is EventKind.Objection or EventKind.ObjectionWithdrawn or EventKind.Declaration ? other : null,
            OpposesEntryIntoForce = kind is EventKind.Objection && offset is 0,
            RecordedAt = Iso.Instant("2020-01-01").AddDays(recorded),
            Verification = Verification.Table,
        };

    static Gen<Scenario> Treaties(string id, Scenario? parent) =>
        from entry in EntryClauses
        from later in LaterClauses
        from withdrawal in WithdrawalClauses
        from closed in Gen.Elements(true, false)
        from bindsAll in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from endsBelow in Gen.Frequency<int?>((9, Gen.Constant<int?>(null)), (1, Gen.Constant<int?>(2)))
        from acceptance in Rarely
        from published in Gen.Frequency((3, Gen.Constant((DateOnly?)null)), (1, DayGen.Select(d => (DateOnly?)d)))
        from count in Gen.Choose(0, 14)
        from events in EventsOf(id).ListOf(count)
        select new Scenario
        {
            Parent = parent,
            Events = [.. events.Select((e, at) => e with { Id = $"{id}-{at:00}" })],
            Instrument = Scenario.Treaty(id).Instrument with
            {
                Adopted = new() { On = new(1995, 1, 1) },
                Parent = parent?.Instrument.Id,
                EntryIntoForcePublished = published,
                Lists =
                [
                    new("annex", "AUT", null, null),
                    new("annex", "VAT", null, null),
                    new("shares", "BEL", 3, null),
                    new("shares", "NIU", 2, null),
                    new("shares", "MNE", 1.5m, null),
                ],
                FinalClauses = new()
                {
                    EntryIntoForce = entry,
                    LaterParticipants = later,
                    Withdrawal = withdrawal,
                    OpenTo = new() { States = "all", RequiresPartyTo = closed ? "parent" : null },
                    Accession = new() { RequiresAcceptance = acceptance, ObjectionWithin = acceptance ? null : new() { Months = 6 } },
                    EndsBelow = endsBelow,
                    BindsAllPartiesOf = bindsAll ? "parent" : null,
                },
            },
        };

    static readonly Gen<GeneratedHistory> All =
        from alone in Gen.Elements(true, false)
        from parent in Treaties("parent", null)
        from treaty in Treaties("untoc", alone ? null : parent)
        select new GeneratedHistory(treaty);

    static IEnumerable<GeneratedHistory> Shrink(GeneratedHistory history)
    {
        if (history.Scenario.Parent is not null)
            yield return new(history.Scenario with { Parent = null });
        foreach (var act in history.Scenario.Events.Concat(history.Scenario.Parent?.Events ?? []))
            yield return history.With(acts => acts.Where(a => a.Id != act.Id));
    }

    public static Arbitrary<GeneratedHistory> Arbitrary() => Arb.From(All, Shrink);
}
