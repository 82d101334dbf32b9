using FsCheck.NUnit;

namespace TreatyTracker.Law.Tests.Generated;

/// <summary>What holds of the standing that follows from every history.</summary>
[Properties(Arbitrary = [typeof(HistoryGenerator)], MaxTest = 10, QuietOnSuccess = true)]
public class HistoryProperties
{
    [Property]
    public void No_history_throws(GeneratedHistory history) =>
        Assert.That(() => history.Days.Select(day => history.Status.Timeline.On(day)).ToList(), Throws.Nothing);

    [Property]
    public void The_order_of_recording_does_not_matter(GeneratedHistory history, int seed)
    {
        var shuffled = history.With(acts =>
        {
            var order = acts.ToArray();
            new Random(seed).Shuffle(order);
            return order;
        });

        Assert.That(Answer(shuffled), Is.EqualTo(Answer(history)));
        Assert.That(shuffled.Status.Participations.Select(p => p.Events), Is.EqualTo(history.Status.Participations.Select(p => p.Events)));
    }

    [Property]
    public void A_party_in_force_is_a_contracting_party_unless_its_effect_is_before_its_deposit_or_an_amendment_binds_it(
        GeneratedHistory history
    )
    {
        var status = history.Status;
        foreach (var day in history.Days)
        foreach (var p in status.Participations.Where(p => p.IsInForce(day) && p.ConsentInEffect(day) is null))
            Assert.That(
                p.Consents.Any(c => c.Effect?.On <= day && day < c.From) || p.BoundByAmendment.Any(r => r.Contains(day)),
                Is.True,
                $"{p.Participant.Code} {day}"
            );
    }

    [Property]
    public void No_participant_is_in_force_while_the_treaty_is_not(GeneratedHistory history)
    {
        var status = history.Status;
        foreach (var day in history.Days.Where(d => !status.IsInForce(d)))
            Assert.That(status.Participations.Any(p => p.IsInForce(day)), Is.False, Iso.Text(day));
    }

    [Property]
    public void No_participant_is_in_force_without_the_parent_where_the_protocol_requires_it(GeneratedHistory history)
    {
        if (history.Scenario.Parent is null || history.Scenario.Instrument.FinalClauses.OpenTo.RequiresPartyTo is null)
            return;
        var status = history.Status;
        foreach (var day in history.Days)
        foreach (var p in status.Participations.Where(p => p.Consents.Any(c => c.InForce.Any(r => r.Contains(day)))))
            Assert.That(status.Parent!.Of(p.Participant.Code)?.IsInForce(day), Is.True, $"{p.Participant.Code} {day}");
    }

    [Property]
    public void No_act_dated_in_the_future_changes_the_past(GeneratedHistory history, int at)
    {
        // What has an effect before its own day does reach back: a succession from independence, a cessation told afterwards.
        var ordinary = history.With(acts =>
            acts.Select(a =>
                a with
                {
                    Earliest = null,
                    EffectiveOn = a.EffectiveOn < a.Date || a.Kind is EventKind.Succession ? a.Date : a.EffectiveOn,
                }
            )
        );
        var days = ordinary.Days.ToList();
        if (days.Count is 0)
            return;
        var today = days[(int)((uint)at % days.Count)];
        var past = ordinary.With(acts => acts.Where(a => a.Date <= today));

        Assert.That(Answer(past, today), Is.EqualTo(Answer(ordinary, today)), Iso.Text(today));
    }

    [Property]
    public void A_period_of_consent_never_ends_before_it_begins_and_the_next_begins_no_sooner(GeneratedHistory history)
    {
        foreach (var p in history.Status.Participations)
        {
            Assert.That(p.Consents.All(c => c.Until is null || c.Until >= c.From), Is.True);
            Assert.That(p.Consents.Select(c => c.From), Is.Ordered);
            Assert.That(p.Consents.SkipLast(1).All(c => c.Until is not null), Is.True, "one consent in being without an end");
            Assert.That(p.Consents.All(c => c.Until is null == c.EndedBy is null), Is.True);
        }
    }

    [Property]
    public void Nothing_is_in_being_after_the_treatys_end(GeneratedHistory history)
    {
        var status = history.Status;
        if (status.TerminatedOn is not { } end)
            return;
        foreach (var day in history.Days.Where(d => d >= end))
            Assert.That(status.Timeline.On(day).Parties, Is.Zero, Iso.Text(day));
    }

    [Property]
    public void Every_act_stays_in_the_record(GeneratedHistory history) =>
        Assert.That(
            history.Status.Participations.SelectMany(p => p.Events).Select(a => a.Id),
            Is.EquivalentTo(history.Scenario.Events.Where(a => a.Participant.Length > 0).Select(a => a.Id))
        );

    static string Answer(GeneratedHistory history) => Answer(history, DateOnly.MaxValue);

    static string Answer(GeneratedHistory history, DateOnly through) =>
        string.Join('\n', history.Status.Timeline.Steps.Where(s => s.Key <= through).Select(s => $"{Iso.Text(s.Key)} {s.Value.Text()}"));
}
