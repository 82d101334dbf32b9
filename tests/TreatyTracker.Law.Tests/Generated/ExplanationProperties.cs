using FsCheck.NUnit;

namespace TreatyTracker.Law.Tests.Generated;

/// <summary>What holds of the reasons, and of what could be done, in every history.</summary>
[Properties(Arbitrary = [typeof(HistoryGenerator)], MaxTest = 5, QuietOnSuccess = true)]
public class ExplanationProperties
{
    [Property]
    public void The_reasons_that_count_add_up_to_the_figures(GeneratedHistory history)
    {
        var status = history.Status;
        foreach (var day in history.Days)
        {
            var reasons = status.Participations.SelectMany(p => Explanation.Of(status, p, day)).ToLookup(r => r.Count, r => r.Counted);
            foreach (var count in Enum.GetValues<NamedCount>())
                Assert.That(
                    reasons[count].Count(counted => counted),
                    Is.EqualTo(status.Timeline.On(day).Figure(count)),
                    $"{count} {Iso.Text(day)}"
                );
        }
    }

    [Property]
    public void Each_participation_has_one_reason_for_each_count(GeneratedHistory history) =>
        OnEveryDay(
            history,
            (status, p, day) => Assert.That(Explanation.Of(status, p, day).Select(r => r.Count), Is.EqualTo(Enum.GetValues<NamedCount>()))
        );

    [Property]
    public void A_reason_names_events_of_the_record_unless_there_is_no_act_to_name(GeneratedHistory history)
    {
        HashSet<string> record = [.. history.Scenario.Events.Concat(history.Scenario.Parent?.Events ?? []).Select(e => e.Id)];
        OnEveryDay(
            history,
            (status, p, day) =>
            {
                foreach (var reason in Explanation.Of(status, p, day))
                {
                    if (reason.Events.Count is 0)
                        Assert.That(
                            reason.Rule,
                            Is.AnyOf(
                                ReasonRule.NoConsent,
                                ReasonRule.NotSigned,
                                ReasonRule.NotAppliedProvisionally,
                                ReasonRule.BoundByAmendment
                            ),
                            reason.Text.ToEnglish()
                        );
                    Assert.That(reason.Events.Select(e => e.Id), Is.SubsetOf(record), reason.Text.ToEnglish());
                }
            }
        );
    }

    [Property]
    public void A_reason_is_one_sentence(GeneratedHistory history) =>
        OnEveryDay(
            history,
            (status, p, day) =>
            {
                foreach (
                    var text in Explanation
                        .Of(status, p, day)
                        .Select(r => r.Text.ToEnglish())
                        .Concat(PossibleAct.Of(status, p, day).Select(a => a.Text.ToEnglish()))
                )
                    Assert.That(text, Does.Match(@"^[A-Z][^\n]*[^ .;:,]\.$").And.Not.Contain("  ").And.Not.Contain("-on-"));
            }
        );

    [Property]
    public void A_party_could_leave_and_only_one_that_is_none_could_consent(GeneratedHistory history) =>
        OnEveryDay(
            history,
            (status, p, day) =>
            {
                foreach (var act in PossibleAct.Of(status, p, day))
                {
                    Assert.That(act.Act.IsConsent(), Is.EqualTo(p.ConsentInEffect(day) is null), act.Text.ToEnglish());
                    Assert.That(act.EffectOn is null || act.EffectOn >= day, Is.True, act.Text.ToEnglish());
                }
            }
        );

    [Property]
    public void No_instrument_is_outstanding_once_a_treaty_is_in_force_or_has_ended(GeneratedHistory history)
    {
        var status = history.Status;
        foreach (var day in history.Days)
        {
            var ahead = EntryIntoForceOutlook.Of(status, day, day);
            Assert.That(ahead.InEffect, Is.EqualTo(status.Timeline.On(day).CountedForEntryIntoForce));
            if (ahead.Outstanding is > 0)
                Assert.That(status.IsInForce(day) || status.TerminatedOn <= day, Is.False, Iso.Text(day));
            if (ahead.WouldEnterIntoForceOn is { } would)
                Assert.That(ahead.Outstanding > 0 && would >= day, Is.True, Iso.Text(day));
        }
    }

    static void OnEveryDay(GeneratedHistory history, Action<TreatyStatus, Participation, DateOnly> holds)
    {
        var status = history.Status;
        foreach (var day in history.Days)
        foreach (var participation in status.Participations)
            holds(status, participation, day);
    }
}
