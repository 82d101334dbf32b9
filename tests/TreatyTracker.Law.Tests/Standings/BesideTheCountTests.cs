namespace TreatyTracker.Law.Tests.Standings;

/// <summary>Provisional application, suspension and notices that end nothing.</summary>
public class BesideTheCountTests
{
    static readonly Scenario Any = Scenario.Treaty("treaty").WithdrawalTakes("12 months").PublishedAsInForceOn("1990-01-01");

    static IEnumerable<TestCaseData> Provisional()
    {
        yield return new("2022-01-20 AUT provisional-application", "2022-01-19 0\n2022-01-20 1\n2030-01-01 1");
        yield return new("2022-01-20 AUT provisional-application effect 2022-03-01", "2022-02-28 0\n2022-03-01 1");
        yield return new(
            "2022-01-20 AUT provisional-application\n2023-01-01 AUT provisional-application-ended",
            "2022-12-31 1\n2023-01-01 0"
        );
        yield return new("2022-01-20 AUT provisional-application\n2023-01-01 AUT accession", "2022-12-31 1\n2023-01-01 0");
        yield return new(
            "2022-01-20 AUT provisional-application\n2023-01-01 AUT accession effect 2023-06-01",
            "2023-01-01 1\n2023-06-01 0"
        );
        yield return new(
            "2022-01-20 AUT provisional-application\n2023-01-01 AUT accession\n2024-01-01 AUT withdrawal",
            "2025-01-01 0\n2026-01-01 0"
        );
        yield return new(
            "2022-01-20 AUT provisional-application\n2023-01-01 AUT accession\n2024-01-01 AUT withdrawal\n"
                + "2025-01-01 AUT provisional-application",
            "2024-12-31 0\n2025-01-01 1"
        );
        yield return new("2022-01-20 AUT provisional-application-ended", "2022-01-20 0");
        yield return new(
            "2022-01-20 AUT provisional-application\n2023-01-01 AUT provisional-application-ended\n"
                + "2023-06-01 AUT provisional-application-ended\n2024-01-01 AUT provisional-application",
            "2022-12-31 1\n2023-01-01 0\n2023-12-31 0\n2024-01-01 1"
        );
        yield return new("1992-01-20 CSHH provisional-application\n1993-01-01 CSHH cessation", "1992-12-31 1\n1993-01-01 0");
        yield return new(
            "1992-01-20 CSHH provisional-application\n1993-01-01 CSHH cessation\n1994-01-01 CSHH cessation",
            "1992-12-31 1\n1993-01-01 0"
        );
        yield return new("2022-01-20 AUT provisional-application\n2023-01-01 - terminated", "2022-12-31 1\n2023-01-01 0");
    }

    [TestCaseSource(nameof(Provisional))]
    public void Provisional_application_is_counted_while_it_lasts_and_the_participant_is_no_party_in_force(string acts, string table)
    {
        var status = Any.Where(acts).Status();

        Assert.That(
            string.Join('\n', table.Split('\n').Select(line => $"{line[..10]} {status.CountsOn(line[..10]).ProvisionallyApplying}")),
            Is.EqualTo(table)
        );
    }

    [TestCase("2022-01-19", "not counted: not-applied-provisionally, no article\nNo provisional application is recorded.")]
    [TestCase("2022-01-20", "counted: applied-provisionally, VCLT art. 25\nApplies the treaty provisionally from 2022-01-20.")]
    [TestCase(
        "2023-01-01",
        "not counted: not-applied-provisionally, VCLT art. 25(1)\n"
            + "Its provisional application from 2022-01-20 is over: Accession deposited on 2023-01-01; "
            + "in force for it from 2023-01-01: the day of its deposit."
    )]
    public void The_reason_tells_of_provisional_application(string day, string reason) =>
        Assert.That(
            Any.WithoutLaterParticipantsClause()
                .Where("2022-01-20 AUT provisional-application\n2023-01-01 AUT accession")
                .Status()
                .WhyIn(NamedCount.ProvisionallyApplying, "AUT", day),
            Does.StartWith(reason)
        );

    [Test]
    public void The_reason_tells_of_its_end() =>
        Assert.That(
            Any.Where("2022-01-20 AUT provisional-application\n2023-01-01 AUT provisional-application-ended")
                .Status()
                .WhyIn(NamedCount.ProvisionallyApplying, "AUT", "2023-01-01"),
            Is.EqualTo(
                "not counted: not-applied-provisionally, VCLT art. 25(2)\nIts provisional application ended on 2023-01-01.\n"
                    + "treaty-AUT-provisional-application-2022-01-20\ntreaty-AUT-provisional-application-ended-2023-01-01"
            )
        );

    [Test]
    public void A_suspended_party_stays_a_party()
    {
        var status = Any.WithoutLaterParticipantsClause()
            .Where("2000-01-01 AUT accession\n2010-01-01 AUT suspension\n2012-01-01 AUT suspension-ended")
            .Status();
        var austria = status.Of("AUT")!;

        Assert.That(
            new[] { "2009-12-31", "2010-01-01", "2011-12-31", "2012-01-01" }.Select(day => austria.IsSuspended(Iso.Day(day))),
            Is.EqualTo(new[] { false, true, true, false })
        );
        Assert.That((status.CountsOn("2010-01-01").Parties, status.CountsOn("2010-01-01").PartiesInForce), Is.EqualTo((1, 1)));
        Assert.That(
            status.WhyIn(NamedCount.PartiesInForce, "AUT", "2010-01-01").Split('\n')[1],
            Is.EqualTo(
                "Accession deposited on 2000-01-01; in force for it from 2000-01-01: the day of its deposit; "
                    + "its operation is suspended for it from 2010-01-01 (VCLT art. 57)."
            )
        );
    }

    [Test]
    public void Of_suspensions_that_overlap_the_reason_names_the_latest() =>
        Assert.That(
            Any.Where(
                    "2000-01-01 AUT accession\n2010-01-01 AUT suspension\n2010-06-01 AUT suspension-ended effect 2015-01-01\n"
                        + "2012-01-01 AUT suspension"
                )
                .Status()
                .WhyIn(NamedCount.PartiesInForce, "AUT", "2013-01-01"),
            Does.Contain("; its operation is suspended for it from 2012-01-01 (VCLT art. 57).\n")
        );

    [Test]
    public void A_suspension_that_ends_on_the_day_on_which_it_began_suspends_nothing() =>
        Assert.That(
            Any.Where("2000-01-01 AUT accession\n2010-01-01 AUT suspension-ended id a\n2010-01-01 AUT suspension id b")
                .Status()
                .Of("AUT")!
                .IsSuspended(Iso.Day("2010-01-01")),
            Is.False
        );

    [Test]
    public void Who_is_no_party_in_force_is_not_suspended() =>
        Assert.That(Any.Where("2010-01-01 AUT suspension").Status().Of("AUT")!.IsSuspended(Iso.Day("2010-01-01")), Is.False);

    static IEnumerable<TestCaseData> Notices()
    {
        yield return new(Any, "2010-03-01 AUT withdrawal", "2010-03-01", "TakesEffect 2011-03-01");
        yield return new(Any, "2010-03-01 AUT withdrawal", "2010-02-28", "none");
        yield return new(Any, "2010-03-01 AUT withdrawal", "2011-03-01", "none");
        yield return new(Any, "2010-03-01 AUT withdrawal\n2010-04-01 AUT withdrawal-revoked", "2010-03-01", "none");
        yield return new(Any, "2010-03-01 - terminated effect 2012-01-01", "2010-03-01", "TakesEffect 2012-01-01");
        yield return new(Any, "2010-03-01 AUT withdrawal\n2010-05-01 AUT accession", "2010-06-01", "none");
        yield return new(Any.Withdrawal(new() { Reason = "in words" }), "2010-03-01 AUT withdrawal", "2020-03-01", "EffectNotKnown none");
        yield return new(Silent, "2010-03-01 AUT withdrawal", "2020-03-01", "Contested none");
        yield return new(Silent, "2010-03-01 AUT withdrawal", "2010-03-01", "Contested none");
        yield return new(Silent, "2000-01-01 AUT withdrawal", "2020-03-01", "Contested none");
        yield return new(Silent, "2010-03-01 AUT withdrawal\n2015-01-01 AUT withdrawal-revoked", "2020-03-01", "none");
        yield return new(Silent, "2010-03-01 AUT withdrawal\n2012-01-01 AUT cessation\n2013-01-01 AUT accession", "2020-03-01", "none");
    }

    static Scenario Silent => Scenario.Treaty("treaty").PublishedAsInForceOn("1990-01-01");

    [TestCaseSource(nameof(Notices))]
    public void A_pending_notice_is_told_with_its_day(Scenario scenario, string acts, string day, string pending)
    {
        var notice = scenario.Where($"2000-01-01 AUT accession\n{acts}").Status().Of("AUT")!.PendingOn(Iso.Day(day));

        Assert.That(notice is null ? "none" : $"{notice.Outcome} {Iso.Text(notice.EffectOn)}", Is.EqualTo(pending));
    }

    [TestCase("2010-03-01 AUT withdrawal", "TakesEffect 2011-03-01")]
    [TestCase("1999-03-01 AUT withdrawal", "NothingToEnd none")]
    [TestCase("2010-03-01 AUT withdrawal\n2010-04-01 AUT withdrawal-revoked", "Revoked none")]
    [TestCase("2001-03-01 AUT withdrawal", "TooEarly none")]
    [TestCase("2002-12-31 AUT withdrawal", "TooEarly none")]
    [TestCase("2003-01-01 AUT withdrawal", "TakesEffect 2004-01-01")]
    [TestCase("2001-03-01 AUT withdrawal effect 2002-03-01", "TakesEffect 2002-03-01", Description = "the depositary records an effect")]
    public void Each_notice_has_an_outcome_and_an_effect_where_it_takes_one(string acts, string outcome)
    {
        var notice = Any.Withdrawal(
                new()
                {
                    Article = "art. 28",
                    EffectAfterReceipt = Iso.Delay("12 months"),
                    NotWithin = new() { Months = 36, From = LockInStart.Party },
                }
            )
            .Where($"2000-01-01 AUT accession\n{acts}")
            .Status()
            .Of("AUT")!
            .Notices[0];

        Assert.That($"{notice.Outcome} {Iso.Text(notice.EffectOn)}", Is.EqualTo(outcome));
    }

    [Test]
    public void A_notice_on_the_day_of_entry_into_force_is_within_the_lock_in() =>
        Assert.That(
            Any.Withdrawal(
                    new()
                    {
                        Article = "art. 28",
                        EffectAfterReceipt = Iso.Delay("12 months"),
                        NotWithin = new() { Months = 36, From = LockInStart.Treaty },
                    }
                )
                .Where("1989-01-01 AUT accession\n1990-01-01 AUT withdrawal")
                .Status()
                .Of("AUT")!
                .Notices.Single()
                .Outcome,
            Is.EqualTo(NoticeOutcome.TooEarly)
        );

    [TestCase("1992-12-31", NoticeOutcome.TooEarly)]
    [TestCase("1993-01-01", NoticeOutcome.TakesEffect)]
    public void A_lock_in_may_run_from_the_treatys_entry_into_force(string day, NoticeOutcome outcome)
    {
        var status = Any.Withdrawal(
                new()
                {
                    Article = "art. 28",
                    EffectAfterReceipt = Iso.Delay("12 months"),
                    NotWithin = new() { Months = 36, From = LockInStart.Treaty },
                }
            )
            .Where($"1992-01-01 AUT accession\n{day} AUT withdrawal")
            .Status();

        Assert.That(status.Of("AUT")!.Notices.Single().Outcome, Is.EqualTo(outcome));
        if (outcome is NoticeOutcome.TooEarly)
            Assert.That(
                status.WhyIn(NamedCount.Parties, "AUT", "2000-01-01"),
                Does.StartWith(
                    "counted: consent-in-being, art. 28\n"
                        + "Accession deposited on 1992-01-01; notice of withdrawal received on 1992-12-31, earlier than the "
                        + "clause permits one, and without effect.\n"
                )
            );
    }

    [Test]
    public void A_lock_in_of_days_runs_day_by_day() =>
        Assert.That(
            new LockIn
            {
                Months = 1,
                Days = 10,
                From = LockInStart.Treaty,
            }.After(Iso.Day("2000-01-31")),
            Is.EqualTo(Iso.Day("2000-03-10"))
        );
}
