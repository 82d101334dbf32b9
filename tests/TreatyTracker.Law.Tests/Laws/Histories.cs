using FsCheck;
using FsCheck.Fluent;

namespace TreatyTracker.Law.Tests.Laws;

/// <summary>Draws histories, and shrinks one to the few acts that matter.</summary>
public static class Histories
{
    // An organization with members, a later Member of the United Nations, a former State, an observer and another State.
    static readonly string[] Codes = ["EUU", "AUT", "BEL", "MNE", "CSHH", "VAT", "NIU"];

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

    static readonly Gen<string> Delays = Gen.Elements(
        "0 days",
        "30 days",
        "90 days",
        "12 months",
        "1 months",
        "60 days, then first of month"
    );

    static readonly Gen<EntryIntoForceClause> EntryClauses =
        from instruments in Gen.Choose(1, 4)
        from delay in Delays
        from organizations in Gen.Elements(true, false)
        from waits in Gen.Elements(true, false)
        from plain in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new EntryIntoForceClause
        {
            Instruments = instruments,
            Delay = Iso.Delay(delay),
            CountsRegionalOrganizations = organizations,
            NotBefore = waits ? "parent" : null,
            Reason = plain ? null : "named States",
        };

    static readonly Gen<WithdrawalClause?> WithdrawalClauses =
        from silent in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
        from delay in Delays
        from calendar in Gen.Elements(null, null, "07-01")
        from protocols in Gen.Elements(true, false)
        from members in Gen.Elements(true, false)
        select silent
            ? null
            : new WithdrawalClause
            {
                EffectAfterReceipt = Iso.Delay(delay),
                ReceivedBy = calendar,
                EntailsProtocols = protocols,
                OrganizationsLeaveWithMembers = members,
            };

    static Gen<TreatyEvent> ActsOf(string treaty) =>
        from code in Gen.Elements(Codes)
        from kind in Kinds
        from treatyItself in Gen.Frequency((40, Gen.Constant(false)), (1, Gen.Constant(true)))
        from day in DayGen
        from offset in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(-400, 800)))
        from recorded in Gen.Choose(0, 1000)
        select new TreatyEvent
        {
            Id = "",
            Treaty = treaty,
            Participant = treatyItself ? "" : code,
            Kind = treatyItself ? EventKind.Terminated : kind,
            Date = day,
            EffectiveOn = offset is 0 ? null : day.AddDays(offset),
            RecordedAt = Iso.Instant("2020-01-01").AddDays(recorded),
            Verification = Verification.Table,
        };

    static Gen<Given> Treaties(string id, Given? parent) =>
        from entry in EntryClauses
        from later in Delays.OrNull()
        from withdrawal in WithdrawalClauses
        from closed in Gen.Elements(true, false)
        from published in Gen.Frequency((3, Gen.Constant((DateOnly?)null)), (1, DayGen.Select(d => (DateOnly?)d)))
        from count in Gen.Choose(0, 14)
        from acts in ActsOf(id).ListOf(count)
        select Told(Given.Treaty(id), entry, later, withdrawal, closed, published) with
        {
            Parent = parent,
            Events = [.. acts.Select((act, at) => act with { Id = $"{id}-{at:00}" })],
        };

    static Given Told(
        Given treaty,
        EntryIntoForceClause entry,
        string? later,
        WithdrawalClause? withdrawal,
        bool closed,
        DateOnly? published
    )
    {
        treaty = treaty.EntersIntoForce(entry);
        treaty = later is null ? treaty.WithoutLaterParticipantsClause() : treaty.LaterParticipantsWait(later);
        if (withdrawal is not null)
            treaty = treaty.Withdrawal(withdrawal);
        if (closed)
            treaty = treaty.OpenToPartiesOf("parent");
        return published is { } day ? treaty.PublishedAsInForceOn(Iso.Text(day)) : treaty;
    }

    static readonly Gen<Story> Stories =
        from alone in Gen.Elements(true, false)
        from parent in Treaties("parent", null)
        from treaty in Treaties("untoc", alone ? null : parent)
        select new Story(treaty);

    static IEnumerable<Story> Shrink(Story story)
    {
        if (story.Told.Parent is not null)
            yield return new(story.Told with { Parent = null });
        foreach (var act in story.Told.Events.Concat(story.Told.Parent?.Events ?? []))
            yield return story.With(acts => acts.Where(a => a.Id != act.Id));
    }

    public static Arbitrary<Story> Arbitrary() => Arb.From(Stories, Shrink);
}
