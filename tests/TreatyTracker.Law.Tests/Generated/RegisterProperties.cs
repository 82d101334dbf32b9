using FsCheck.NUnit;

namespace TreatyTracker.Law.Tests.Generated;

/// <summary>What holds of the second clock: the register remembers what it knew.</summary>
[Properties(Arbitrary = [typeof(HistoryGenerator)], MaxTest = 10, QuietOnSuccess = true)]
public class RegisterProperties
{
    static readonly DateTimeOffset Later = Iso.Instant("2030-01-01"),
        LaterStill = Iso.Instant("2031-01-01");

    [Property]
    public void Before_a_correction_the_old_answer_stands_and_after_it_the_new_one(
        GeneratedHistory history,
        int at,
        EventKind kind,
        bool retracts
    )
    {
        var acts = history.Scenario.Events;
        if (acts.Count is 0 || kind is EventKind.Correction)
            return;
        var wrong = acts[(int)((uint)at % acts.Count)];
        var right = wrong with { Kind = kind, Date = wrong.Date.AddDays(40), EffectiveOn = null };
        var correction = right with
        {
            Id = "fix",
            Kind = EventKind.Correction,
            Corrects = wrong.Id,
            CorrectedKind = retracts ? null : kind,
            RecordedAt = Later,
        };
        TreatyEvent[] recorded = [correction, .. acts];

        Assert.That(History.KnownAt(recorded, Later.AddTicks(-1)), Is.EqualTo(acts));
        Assert.That(
            History.KnownAt(recorded, Later),
            Is.EqualTo(acts.Where(a => a.Id != wrong.Id || !retracts).Select(a => a.Id == wrong.Id ? right : a))
        );
    }

    [Property]
    public void A_correction_retracted_is_as_if_never_made(GeneratedHistory history, int at)
    {
        var acts = history.Scenario.Events;
        if (acts.Count is 0)
            return;
        var wrong = acts[(int)((uint)at % acts.Count)];
        var correction = wrong with
        {
            Id = "fix",
            Kind = EventKind.Correction,
            Corrects = wrong.Id,
            CorrectedKind = EventKind.Declaration,
            RecordedAt = Later,
        };
        var retraction = wrong with
        {
            Id = "gone",
            Kind = EventKind.Correction,
            Corrects = "fix",
            CorrectedKind = null,
            RecordedAt = LaterStill,
        };

        Assert.That(History.KnownAt([retraction, correction, .. acts], LaterStill), Is.EqualTo(acts));
    }

    [Property]
    public void What_is_recorded_later_changes_no_earlier_answer(GeneratedHistory history, int at)
    {
        var acts = history.Scenario.Events;
        var instant = Iso.Instant("2020-01-01").AddDays((uint)at % 1000);

        Assert.That(
            History.KnownAt(acts, instant),
            Is.EqualTo(History.KnownAt(acts.Where(a => a.RecordedAt <= instant), DateTimeOffset.MaxValue))
        );
    }
}
