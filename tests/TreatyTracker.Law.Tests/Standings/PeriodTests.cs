namespace TreatyTracker.Law.Tests.Standings;

/// <summary>Days that are known only as periods, and ends of which only the effect is known.</summary>
public class PeriodTests
{
    static readonly Scenario Any = Scenario
        .Treaty("treaty")
        .LaterParticipantsWait("30 days")
        .WithdrawalTakes("12 months")
        .PublishedAsInForceOn("1990-01-01");

    [TestCase("2014-12-31", 0, null, null)]
    [TestCase("2015-01-01", 0, null, 1)]
    [TestCase("2015-12-30", 0, null, 1)]
    [TestCase("2015-12-31", 1, null, null)]
    public void A_consent_counts_from_its_last_day_and_at_most_from_its_first(string day, int parties, int? atLeast, int? atMost) =>
        Counted(Any.Where("2015 AUT accession"), day, parties, atLeast, atMost);

    [TestCase("2016-02-29", 1, null, null)]
    [TestCase("2016-03-01", 1, 0, null)]
    [TestCase("2016-03-30", 1, 0, null)]
    [TestCase("2016-03-31", 0, null, null)]
    public void A_departure_counts_from_its_last_day_and_at_least_from_its_first(string day, int parties, int? atLeast, int? atMost) =>
        Counted(Any.Where("2000-01-01 AUT accession\n2015-03 AUT withdrawal"), day, parties, atLeast, atMost);

    [TestCase("2015-06-01", 1, 0, null)]
    [TestCase("2015-12-31", 0, null, null)]
    public void A_cessation_of_unknown_day_is_a_period(string day, int parties, int? atLeast, int? atMost) =>
        Counted(Any.Where("2000-01-01 AUT accession\n2015 AUT cessation"), day, parties, atLeast, atMost);

    [Test]
    public void A_withdrawal_known_only_by_its_effect_ends_the_consent_on_it()
    {
        var scenario = Any.Where("2000-01-01 AUT accession\n2011-05-01 AUT withdrawal effect 2011-05-01");
        scenario = scenario with { Events = [.. scenario.Events.Select(e => e with { EffectOnly = e.Kind is EventKind.Withdrawal })] };
        var status = scenario.Status();

        status.HasStandings("AUT", "2011-04-30 party-in-force\n2011-05-01 former-party");
        Assert.That(status.Of("AUT")!.Events[1].DateKnown, Is.EqualTo(DateKnown.EffectOnly));
        Assert.That(
            status.WhyIn(NamedCount.Parties, "AUT", "2011-05-01").Split('\n')[1],
            Is.EqualTo("Accession deposited on 2000-01-01; notice of withdrawal of a day that is not known, with effect from 2011-05-01.")
        );
    }

    [Test]
    public void An_effect_computed_from_a_period_is_a_period()
    {
        var effect = Any.Where("2015 AUT accession").Status().EffectFor("AUT");

        Assert.That((Iso.Text(effect.On), Iso.Text(effect.Earliest)), Is.EqualTo(("2016-01-30", "2015-01-31")));
    }

    [TestCase("2015 AUT accession effect 2015-06-01")]
    [TestCase("1989 AUT accession", Description = "the treaty's own day, whichever it was")]
    public void An_effect_that_does_not_depend_on_the_period_is_exact(string act) =>
        Assert.That(Any.LaterParticipantsWait("1 days").Where(act).Status().EffectFor("AUT").Earliest, Is.Null);

    [Test]
    public void A_stated_effect_within_the_period_of_the_notice_stands() =>
        Assert.That(
            Iso.Text(Any.Where("2000-01-01 AUT accession\n2015 AUT withdrawal effect 2015-06-01").Status().Of("AUT")!.Consents[0].Until),
            Is.EqualTo("2015-06-01")
        );

    [TestCase("2015 AUT accession", "2015-06-01", 1)]
    [TestCase("2015 AUT accession", "2016-01-01", 0, Description = "the treaty is not in force")]
    [TestCase("1999-01-01 BEL accession\n2015 AUT accession effect 2017-06-01", "2016-01-01", 0, Description = "an effect that is exact")]
    [TestCase("1999-01-01 BEL accession\n2000-01-01 AUT accession\n2015 AUT declaration", "2016-01-01", 0)]
    [TestCase("1999-01-01 BEL accession\n2000-01-01 AUT accession\n2015-06-01 AUT withdrawal\n2015 AUT declaration", "2016-01-01", 0)]
    [TestCase(
        "1999-01-01 BEL accession\n2000-01-01 AUT accession\n2015-06-01 AUT withdrawal",
        "2016-06-01",
        0,
        Description = "an exact end"
    )]
    public void Only_what_follows_from_a_period_is_undated(string acts, string day, int undated) =>
        Assert.That(
            Scenario
                .Treaty("t")
                .EntersIntoForceAfter(2, "0 days")
                .WithdrawalTakes("12 months")
                .Where(acts)
                .Status()
                .UndatedEvents(Iso.Day(day)),
            Is.EqualTo(undated)
        );

    [TestCase("2014-12-31", 0)]
    [TestCase("2015-01-01", 1, Description = "the period of the deposit")]
    [TestCase("2016-01-30", 1, Description = "the period of its effect")]
    [TestCase("2016-01-31", 0)]
    [TestCase("2018-03-01", 1, Description = "the period of the notice")]
    [TestCase("2018-04-01", 0)]
    [TestCase("2019-03-31", 1, Description = "the period of the end")]
    [TestCase("2019-04-01", 0)]
    public void A_day_within_a_period_says_how_many_events_are_undated(string day, int undated) =>
        Assert.That(
            Any.Where("2015 AUT accession\n2018-03 AUT withdrawal\n2010-01-01 BEL accession").Status().UndatedEvents(Iso.Day(day)),
            Is.EqualTo(undated)
        );

    [Test]
    public void The_number_of_undated_events_changes_on_the_days_named_alone()
    {
        var status = Any.Where("2015 AUT accession\n2018-03 AUT withdrawal\n2017 AUT declaration").Status();

        var changes = status.UndatedChangeDays.ToHashSet();
        Assert.That(changes, Does.Contain(Iso.Day("2015-01-01")).And.Contain(Iso.Day("2019-04-01")));
        for (var day = Iso.Day("2014-12-01"); day < Iso.Day("2019-06-01"); day = day.AddDays(1))
            if (status.UndatedEvents(day) != status.UndatedEvents(day.AddDays(-1)))
                Assert.That(changes, Does.Contain(day));
    }

    [Test]
    public void A_period_up_to_the_last_day_of_the_calendar_has_no_end() =>
        Assert.That(
            Any.Where("9999 AUT declaration").Status().UndatedChangeDays.Select(d => Iso.Text(d)),
            Is.EqualTo(new[] { "9999-01-01" })
        );

    [TestCase("2016-01-31", 1, null, 0)]
    [TestCase("2016-02-01", 1, 0, 1)]
    [TestCase("2016-12-30", 1, 0, 1)]
    [TestCase("2016-12-31", 0, null, 1, Description = "the last day of the period")]
    [TestCase("2017-01-01", 0, null, 0)]
    public void A_denunciation_that_another_treaty_entails_passes_its_period_on(string day, int parties, int? atLeast, int undated)
    {
        var parent = Scenario.Treaty("parent").Withdrawal(new() { EffectAfterReceipt = Iso.Delay("12 months") }).EntailingProtocols();
        var status = Scenario
            .Treaty("protocol")
            .ProtocolTo(parent.Where("2000-01-01 AUT accession\n2015-02-01/2015-12-31 AUT withdrawal"))
            .Where("2000-01-01 AUT accession")
            .Status();

        var counts = status.CountsOn(day);
        Assert.That((counts.Parties, counts.PartiesAtLeast, status.UndatedEvents(Iso.Day(day))), Is.EqualTo((parties, atLeast, undated)));
    }

    [Test]
    public void A_consent_given_within_the_period_of_an_entailed_denunciation_may_have_ended_at_once()
    {
        var parent = Scenario.Treaty("parent").Withdrawal(new() { EffectAfterReceipt = Iso.Delay("1 months") }).EntailingProtocols();
        var status = Scenario
            .Treaty("protocol")
            .ProtocolTo(parent.Where("2000-01-01 AUT accession\n2015 AUT withdrawal"))
            .Where("2000-01-01 AUT accession")
            .Status();

        Assert.That(Iso.Text(status.Of("AUT")!.Consents[0].EarliestUntil), Is.EqualTo("2015-02-01"), "before the last day of the notice");
        Assert.That(
            status.WhyIn(NamedCount.Parties, "AUT", "2017-01-01").Split('\n')[1],
            Is.EqualTo(
                "Accession deposited on 2000-01-01; its denunciation of parent, received on a day within 2015, "
                    + "entails that of this treaty with effect from 2016-01-31."
            )
        );
    }

    [Test]
    public void An_organization_leaves_with_its_members_within_their_period()
    {
        var status = Any.OrganizationsLeavingWithMembers()
            .Where(
                "2000-01-01 AUT accession\n2000-01-01 BEL accession\n2000-01-01 EUU accession\n2015 AUT withdrawal\n2015-06 BEL "
                    + "withdrawal\n"
                    // No member: it neither takes the organization along nor keeps it.
                    + "2000-01-01 CHN accession\n2015-12-01 CHN withdrawal"
            )
            .Status();

        var left = status.Of("EUU")!.Consents[0];
        Assert.That((Iso.Text(left.EarliestUntil), Iso.Text(left.Until)), Is.EqualTo(("2016-06-01", "2016-12-31")));
        Assert.That(status.UndatedEvents(Iso.Day("2016-12-31")), Is.EqualTo(1), "the same notice, under two participants");
    }

    [Test]
    public void A_reason_names_the_period() =>
        Assert.That(
            Any.Where("2015-03 AUT accession").Status().WhyIn(NamedCount.Parties, "AUT", "2015-03-31").Split('\n')[1],
            Is.EqualTo("Accession deposited on a day within 2015-03.")
        );

    [Test]
    public void A_correction_carries_the_period_the_place_and_the_counterpart()
    {
        var corrected = Any.Where(
                "2015-05-05 AUT accession id a recorded 2015-06-01\n"
                    + "2014 AUT correction corrects a as objection recorded 2016-01-01 at London towards BEL opposing yes"
            )
            .Status()
            .Of("AUT")!
            .Events.Single();

        Assert.That(
            (
                corrected.DatePeriod.ToString(),
                corrected.Depositary,
                corrected.Counterpart,
                corrected.OpposesEntryIntoForce,
                corrected.DateKnown
            ),
            Is.EqualTo(("2014", "London", "BEL", true, DateKnown.Period))
        );
    }

    static void Counted(Scenario scenario, string day, int parties, int? atLeast, int? atMost)
    {
        var counts = scenario.Status().CountsOn(day);
        Assert.That((counts.Parties, counts.PartiesAtLeast, counts.PartiesAtMost), Is.EqualTo((parties, atLeast, atMost)));
    }
}
