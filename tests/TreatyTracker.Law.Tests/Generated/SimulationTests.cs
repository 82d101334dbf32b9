using System.Globalization;

namespace TreatyTracker.Law.Tests.Generated;

/// <summary>The counts of the law against those of <see cref="DayByDaySimulation"/>, on every day of random histories.</summary>
public class SimulationTests
{
    static readonly string[] s_codes = ["AUT", "BEL", "CSHH", "EUU", "IAEA", "NIU", "VAT"];

    static readonly EventKind[] s_kinds =
    [
        .. Enum.GetValues<EventKind>().Where(k => k is not (EventKind.Terminated or EventKind.Correction)),
        .. Enum.GetValues<EventKind>().Where(k => k.IsConsent()),
        EventKind.Signature,
        EventKind.Withdrawal,
        EventKind.Withdrawal,
        EventKind.Withdrawal,
        EventKind.WithdrawalRevoked,
        EventKind.ProvisionalApplication,
    ];

    [Test]
    public void The_law_counts_as_the_simulation_does() => Agree(Enumerable.Range(0, 200));

    [Test]
    [Category("Slow")]
    public void The_law_counts_as_the_simulation_does_on_ten_thousand_histories() => Agree(Enumerable.Range(200, 10_000));

    static void Agree(IEnumerable<int> seeds) =>
        Assert.Multiple(() =>
        {
            foreach (var seed in seeds)
                Assert.That(Differences(seed).FirstOrDefault(), Is.Null, $"history {seed}\n{History(seed)}");
        });

    static IEnumerable<string> Differences(int seed)
    {
        var (treaty, events) = Draw(seed);
        var law = TreatyStatus.Of(treaty, events, TestParticipants.Participants, parent: null).Timeline;
        var simulation = new DayByDaySimulation(treaty, events, TestParticipants.Participants);
        return from day in simulation.Run(Iso.Day("1990-01-01"), Iso.Day("1991-12-31"))
            let counted = Text(law.On(day.Day))
            where counted != day.Counts
            select $"{Iso.Text(day.Day)}\nlaw        {counted}\nsimulation {day.Counts}";
    }

    // A year and a half of days close together: what is hard happens on one day, or on two in a row.
    static (Treaty Treaty, List<TreatyEvent> Events) Draw(int seed)
    {
        var random = new Random(seed);
        int Days() => random.GetItems([1, 2, 5, 30, 90], 1)[0];
        var treaty = Scenario.Treaty("untoc").Instrument;
        treaty = treaty with
        {
            FinalClauses = treaty.FinalClauses with
            {
                EntryIntoForce = new()
                {
                    Instruments = random.Next(1, 4),
                    Delay = new() { Days = Days() },
                    CountsRegionalOrganizations = random.Next(2) is 0,
                },
                LaterParticipants = new() { Delay = new() { Days = random.Next(4) is 0 ? 0 : Days() } },
                Withdrawal = random.Next(4) is 0 ? null : new() { EffectAfterReceipt = new() { Days = random.Next(4) is 0 ? 0 : Days() } },
            },
        };
        var codes = random.GetItems(s_codes, 3);
        var events = Enumerable
            .Range(0, random.Next(1, 15))
            .Select(at =>
            {
                var kind = random.GetItems(s_kinds, 1)[0];
                var day = Iso.Day("1990-01-01").AddDays(random.Next(40) * random.GetItems([1, 5, 12], 1)[0]);
                var mayState = kind.IsConsent() || kind is EventKind.Withdrawal;
                return new TreatyEvent
                {
                    Id = $"untoc-{at:00}",
                    Treaty = "untoc",
                    Participant = random.GetItems(codes, 1)[0],
                    Kind = kind,
                    Date = day,
                    EffectiveOn = mayState && random.Next(6) is 0 ? day.AddDays(random.Next(100)) : null,
                    RecordedAt = Iso.Instant(Scenario.Recorded),
                    Verification = Verification.Table,
                };
            })
            .ToList();
        if (random.Next(10) is 0)
            events.Add(
                events[0] with
                {
                    Id = "untoc-end",
                    Participant = "",
                    Kind = EventKind.Terminated,
                    Date = Iso.Day("1990-12-01"),
                    EffectiveOn = null,
                }
            );
        return (treaty, events);
    }

    static string History(int seed)
    {
        var (treaty, events) = Draw(seed);
        return string.Join(
            '\n',
            events
                .OrderBy(e => e.Date)
                .Select(EventText.Text)
                .Prepend(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{treaty.FinalClauses.EntryIntoForce}\n{treaty.FinalClauses.LaterParticipants}\n{treaty.FinalClauses.Withdrawal}"
                    )
                )
        );
    }

    static string Text(Counts c) =>
        $"parties {c.Parties}, in force {c.PartiesInForce}, contracting {c.ContractingNotInForce}, signatories {c.Signatories}, "
        + $"ever {c.EverSigned}, not bound {c.SignatoriesNotBound}, provisional {c.ProvisionallyApplying}, former {c.FormerParties}, "
        + $"for entry {c.CountedForEntryIntoForce}";
}
