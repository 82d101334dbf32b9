namespace TreatyTracker.Law.Tests.Standings;

/// <summary>The worked cases of leaving and returning.</summary>
public class LeavingAndReturningTests
{
    [Test]
    public void Bolivia_left_the_1961_Convention_by_calendar_and_acceded_again()
    {
        var status = Scenario
            .Treaty("narcotics-1961-amended")
            .PublishedAsInForceOn("1975-08-08")
            .LaterParticipantsWait("30 days")
            .Withdrawal(new() { Article = "art. 46(2)", ReceivedBy = "07-01" })
            .Where(
                """
                1976-09-23 BOL accession
                2011-06-29 BOL withdrawal
                2013-01-11 BOL accession
                """
            )
            .Status();

        status.HasStandings(
            "BOL",
            """
            2011-12-31 party-in-force
            2012-01-01 former-party
            2013-01-10 former-party
            2013-01-11 contracting
            2013-02-09 contracting
            2013-02-10 party-in-force
            """
        );
        Assert.That(
            new[] { "2011-12-31", "2012-01-01", "2013-01-11" }.Select(day => status.CountsOn(day).Parties),
            Is.EqualTo(new[] { 1, 0, 1 })
        );
        Assert.That(status.CountsOn("2012-01-01").FormerParties, Is.EqualTo(1));
        Assert.That(status.CountsOn("2013-01-11").FormerParties, Is.Zero);
    }

    [Test]
    public void Bolivia_remained_a_party_to_the_1988_Convention_over_the_same_years() =>
        Scenario
            .Treaty("illicit-traffic-1988")
            .PublishedAsInForceOn("1990-11-11")
            .LaterParticipantsWait("90 days")
            .WithdrawalTakes("12 months")
            .Where("1990-08-20 BOL ratification")
            .Status()
            .HasStandings(
                "BOL",
                """
                2011-12-31 party-in-force
                2012-01-01 party-in-force
                2013-02-10 party-in-force
                """
            );

    static readonly Scenario RomeStatute = Scenario
        .Treaty("rome-statute")
        .PublishedAsInForceOn("2002-07-01")
        .LaterParticipantsWait("60 days, then first of month")
        .WithdrawalTakes("12 months");

    [Test]
    public void Burundi_left_the_Rome_Statute_a_year_after_its_notice() =>
        RomeStatute
            .Where("2004-09-21 BDI ratification\n2016-10-27 BDI withdrawal")
            .Status()
            .HasStandings(
                "BDI",
                """
                2004-11-30 contracting
                2004-12-01 party-in-force
                2016-10-27 party-in-force
                2017-10-26 party-in-force
                2017-10-27 former-party
                """
            );

    [Test]
    public void The_Gambia_revoked_its_notice_and_was_a_party_throughout()
    {
        var status = RomeStatute
            .Where(
                """
                2002-06-28 GMB ratification
                2016-11-10 GMB withdrawal
                2017-02-10 GMB withdrawal-revoked
                """
            )
            .Status();

        status.HasStandings(
            "GMB",
            """
            2016-11-10 party-in-force
            2017-11-09 party-in-force
            2017-11-10 party-in-force
            2024-12-31 party-in-force
            """
        );
        Assert.That(status.Of("GMB")!.Consents, Has.Count.EqualTo(1));
        Assert.That(status.Of("GMB")!.Consents[0].EndedBy, Is.Null);
    }

    [Test]
    public void The_United_States_left_the_Paris_Agreement_and_returned_with_one_signature_and_two_periods()
    {
        var status = Scenario
            .Treaty("paris")
            .PublishedAsInForceOn("2016-11-04")
            .LaterParticipantsWait("30 days")
            .WithdrawalTakes("12 months")
            .Where(
                """
                2016-04-22 USA signature
                2016-09-03 USA acceptance
                2019-11-04 USA withdrawal
                2021-01-20 USA acceptance
                """
            )
            .Status();

        status.HasStandings(
            "USA",
            """
            2016-04-22 signatory
            2016-09-03 contracting
            2016-11-04 party-in-force
            2020-11-03 party-in-force
            2020-11-04 former-party
            2021-01-20 contracting
            2021-02-18 contracting
            2021-02-19 party-in-force
            """
        );
        Assert.That(status.Of("USA")!.Consents, Has.Count.EqualTo(2));
        Assert.That((status.CountsOn("2020-12-01").Signatories, status.CountsOn("2020-12-01").EverSigned), Is.EqualTo((0, 1)));
        Assert.That(status.CountsOn("2021-02-19").Signatories, Is.EqualTo(1));
        Assert.That(status.CountsOn("2020-12-01").SignatoriesNotBound, Is.Zero);
        Assert.That(status.CountsOn("2021-02-19").Signatories, Is.EqualTo(1));
    }

    [Test]
    public void The_Russian_Federation_ceased_to_be_a_party_to_the_European_Convention_on_Human_Rights_without_a_notice()
    {
        var status = Scenario.Treaty("echr").Where("1998-05-05 RUS ratification\n2022-09-16 RUS cessation").Status();

        status.HasStandings(
            "RUS",
            """
            2022-09-15 party-in-force
            2022-09-16 former-party
            """
        );
        Assert.That(status.Of("RUS")!.Consents[0].EndedBy!.Kind, Is.EqualTo(EventKind.Cessation));
    }

    [Test]
    public void The_Russian_Federation_is_a_signatory_of_the_test_ban_treaty_again()
    {
        var status = Scenario
            .Treaty("ctbt")
            .EntersIntoForce(new() { Reason = "44 named States" })
            .Where(
                """
                1996-09-24 RUS signature
                2000-06-30 RUS ratification
                2023-11-03 RUS consent-withdrawn
                """
            )
            .Status();

        status.HasStandings(
            "RUS",
            """
            2023-11-02 contracting
            2023-11-03 signatory
            """
        );
        Assert.That(status.CountsOn("2023-11-03").FormerParties, Is.Zero);
        Assert.That(status.CountsOn("2023-11-03").SignatoriesNotBound, Is.EqualTo(1));
    }

    [Test]
    public void The_Republic_of_Korea_signs_and_ratifies_on_one_day_as_one_signatory_and_one_party()
    {
        var counts = Scenario
            .Treaty("untoc")
            .Where("2015-11-05 KOR ratification\n2015-11-05 KOR signature")
            .Status()
            .CountsOn("2015-11-05");

        Assert.That((counts.Signatories, counts.Parties, counts.SignatoriesNotBound), Is.EqualTo((1, 1, 0)));
    }
}
