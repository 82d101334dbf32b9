namespace TreatyTracker.Law.Tests.Standings;

/// <summary>An organization ceases to be a party when all its members have left (UNTOC 40(2)).</summary>
public class OrganizationTests
{
    static readonly Scenario Untoc = Scenario.Treaty("untoc").WithdrawalTakes("12 months");

    const string Joined = """
        2003-07-01 AUT ratification
        2003-07-01 BEL ratification
        2004-05-21 EUU formal-confirmation
        """;

    const string AllLeft =
        Joined
        + """

            2010-03-01 AUT withdrawal
            2011-06-01 BEL withdrawal
            """;

    [Test]
    public void An_organization_leaves_with_the_last_of_its_members()
    {
        var status = Untoc.OrganizationsLeavingWithMembers().Where(AllLeft).Status();

        status.HasStandings(
            "EUU",
            """
            2011-03-01 party-in-force
            2012-05-31 party-in-force
            2012-06-01 former-party
            """
        );
        Assert.That(status.Of("EUU")!.Events, Has.Count.EqualTo(1), "no act of its own");
        Assert.That(status.Of("EUU")!.Consents[0].EndedBy!.Kind, Is.EqualTo(EventKind.Cessation));
        Assert.That(status.Of("EUU")!.Consents[0].EndedBy!.DateKnown, Is.EqualTo(DateKnown.Day));
    }

    [Test]
    public void An_organization_stays_while_a_member_is_bound() =>
        Untoc
            .OrganizationsLeavingWithMembers()
            .Where(Joined)
            .Where("2010-03-01 AUT withdrawal")
            .Status()
            .HasStandings("EUU", "2020-01-01 party-in-force");

    [TestCase(false)]
    [TestCase(true)]
    public void An_organization_stays_where_no_clause_says_otherwise(bool silent) =>
        (silent ? Scenario.Treaty("untoc") : Untoc).Where(AllLeft).Status().HasStandings("EUU", "2020-01-01 party-in-force");

    [Test]
    public void A_State_that_has_left_the_organization_does_not_keep_it_bound() =>
        Untoc
            .OrganizationsLeavingWithMembers()
            .Where("2003-07-01 GBR ratification")
            .Where(Joined)
            .Where("2018-03-01 AUT withdrawal\n2020-06-01 BEL withdrawal")
            .Status()
            .HasStandings(
                "EUU",
                """
                2021-05-31 party-in-force
                2021-06-01 former-party
                """
            );

    [Test]
    public void A_State_that_has_left_the_organization_does_not_take_it_along() =>
        Untoc
            .OrganizationsLeavingWithMembers()
            .Where("2003-07-01 GBR ratification\n2004-05-21 EUU formal-confirmation\n2021-03-01 GBR withdrawal")
            .Status()
            .HasStandings("EUU", "2023-01-01 party-in-force");

    [Test]
    public void A_State_that_is_still_a_member_keeps_it_bound() =>
        Untoc
            .OrganizationsLeavingWithMembers()
            .Where("2003-07-01 GBR ratification")
            .Where(AllLeft)
            .Status()
            .HasStandings("EUU", "2015-01-01 party-in-force");

    [Test]
    public void A_State_that_never_was_a_member_neither_keeps_it_bound_nor_takes_it_along()
    {
        var status = Untoc
            .OrganizationsLeavingWithMembers()
            .Where("2003-07-01 ARM ratification\n2005-01-01 ARM withdrawal\n2003-07-01 AZE ratification")
            .Where(AllLeft)
            .Status();

        status.HasStandings(
            "EUU",
            """
            2006-01-01 party-in-force
            2012-06-01 former-party
            """
        );
        status.HasStandings("AZE", "2020-01-01 party-in-force");
    }

    [Test]
    public void An_organization_may_return_after_its_members() =>
        Untoc
            .OrganizationsLeavingWithMembers()
            .Where(AllLeft)
            .Where("2013-01-01 AUT accession\n2014-01-01 EUU formal-confirmation")
            .Status()
            .HasStandings(
                "EUU",
                """
                2013-12-31 former-party
                2014-01-01 party-in-force
                2020-01-01 party-in-force
                """
            );

    [Test]
    public void Members_that_left_before_the_organization_joined_and_leave_again_take_it_along() =>
        Untoc
            .OrganizationsLeavingWithMembers()
            .Where(
                """
                2000-01-01 AUT ratification
                2001-01-01 AUT withdrawal
                2003-07-01 AUT accession
                2004-05-21 EUU formal-confirmation
                2010-03-01 AUT withdrawal
                """
            )
            .Status()
            .HasStandings(
                "EUU",
                """
                2011-02-28 party-in-force
                2011-03-01 former-party
                """
            );

    [Test]
    public void An_organization_leaves_a_protocol_with_members_that_denounced_its_parent()
    {
        var parent = Untoc.EntailingProtocols().Where(AllLeft);
        var protocol = Scenario
            .Treaty("untoc-trafficking")
            .WithdrawalTakes("12 months")
            .OrganizationsLeavingWithMembers()
            .ProtocolTo(parent)
            .Where(Joined);

        protocol
            .Status()
            .HasStandings(
                "EUU",
                """
                2012-05-31 party-in-force
                2012-06-01 former-party
                """
            );
    }
}
