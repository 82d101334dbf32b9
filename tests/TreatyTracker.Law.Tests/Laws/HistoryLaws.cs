using FsCheck.NUnit;

namespace TreatyTracker.Law.Tests.Laws;

/// <summary>What holds of the standing that follows from every history.</summary>
[Properties(Arbitrary = [typeof(Histories)], MaxTest = 300, QuietOnSuccess = true)]
public class HistoryLaws
{
    [Property]
    public void No_history_whatever_throws(Story story) =>
        Assert.That(() => story.Days.Select(day => story.Status.Timeline.On(day)).ToList(), Throws.Nothing);

    [Property]
    public void The_order_of_recording_does_not_matter(Story story, int seed)
    {
        var shuffled = story.With(acts =>
        {
            var order = acts.ToArray();
            new Random(seed).Shuffle(order);
            return order;
        });

        Assert.That(Answer(shuffled), Is.EqualTo(Answer(story)));
        Assert.That(shuffled.Status.Participations.Select(p => p.Events), Is.EqualTo(story.Status.Participations.Select(p => p.Events)));
    }

    [Property]
    public void A_party_in_force_is_a_contracting_party_unless_its_effect_is_stated_before_its_deposit(Story story)
    {
        var status = story.Status;
        foreach (var day in story.Days)
        foreach (var p in status.Participations.Where(p => p.IsInForce(day) && p.ConsentInEffect(day) is null))
            Assert.That(p.Consents.Any(c => c.Consent.EffectiveOn <= day && day < c.From), Is.True, $"{p.Participant.Code} {day}");
    }

    [Property]
    public void No_participant_is_in_force_while_the_treaty_is_not(Story story)
    {
        var status = story.Status;
        foreach (var day in story.Days.Where(d => !status.IsInForce(d)))
            Assert.That(status.Participations.Any(p => p.IsInForce(day)), Is.False, Iso.Text(day));
    }

    [Property]
    public void No_participant_is_in_force_without_the_parent_where_the_protocol_requires_it(Story story)
    {
        if (story.Told.Parent is null || story.Told.Instrument.FinalClauses.OpenTo.RequiresPartyTo is null)
            return;
        var status = story.Status;
        foreach (var day in story.Days)
        foreach (var p in status.Participations.Where(p => p.IsInForce(day)))
            Assert.That(status.Parent!.Of(p.Participant.Code)?.IsInForce(day), Is.True, $"{p.Participant.Code} {day}");
    }

    [Property]
    public void No_act_dated_in_the_future_changes_the_past(Story story, int at)
    {
        // What states an effect before its own day does reach back: a succession from independence, a cessation told afterwards.
        var ordinary = story.With(acts => acts.Select(a => a with { EffectiveOn = a.EffectiveOn < a.Date ? null : a.EffectiveOn }));
        var days = ordinary.Days.ToList();
        if (days.Count is 0)
            return;
        var today = days[(int)((uint)at % days.Count)];
        var past = ordinary.With(acts => acts.Where(a => a.Date <= today));

        Assert.That(Answer(past, today), Is.EqualTo(Answer(ordinary, today)), Iso.Text(today));
    }

    [Property]
    public void A_period_of_consent_never_ends_before_it_begins_and_the_next_begins_no_sooner(Story story)
    {
        foreach (var p in story.Status.Participations)
        {
            Assert.That(p.Consents.All(c => c.Until is null || c.Until >= c.From), Is.True);
            Assert.That(p.Consents.Select(c => c.From), Is.Ordered);
            Assert.That(p.Consents.SkipLast(1).All(c => c.Until is not null), Is.True, "one consent in being without an end");
            Assert.That(p.Consents.All(c => c.Until is null == c.EndedBy is null), Is.True);
        }
    }

    [Property]
    public void Nothing_is_in_being_after_the_treatys_end(Story story)
    {
        var status = story.Status;
        if (status.TerminatedOn is not { } end)
            return;
        foreach (var day in story.Days.Where(d => d >= end))
            Assert.That(status.Timeline.On(day).Parties, Is.Zero, Iso.Text(day));
    }

    [Property]
    public void Every_act_stays_in_the_record(Story story) =>
        Assert.That(
            story.Status.Participations.SelectMany(p => p.Events).Select(a => a.Id),
            Is.EquivalentTo(story.Told.Events.Where(a => a.Participant.Length > 0).Select(a => a.Id))
        );

    static string Answer(Story story) => Answer(story, DateOnly.MaxValue);

    static string Answer(Story story, DateOnly through) =>
        string.Join('\n', story.Status.Timeline.Steps.Where(s => s.Key <= through).Select(s => $"{Iso.Text(s.Key)} {s.Value.Text()}"));
}
