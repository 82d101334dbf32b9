namespace TreatyTracker.Law.Tests.NamedCounts;

/// <summary>Each answer carries a breakdown that adds up.</summary>
public class BreakdownTests
{
    // UNTOC's 187 = 182 + 2 + 2 + 1 of 2016-06-30, with three of the 182.
    static TreatyStatus Untoc =>
        Scenario
            .Treaty("untoc")
            .WithdrawalTakes("12 months")
            .Where(
                """
                2000-12-12 ARM signature
                2003-07-01 ARM ratification
                2005-11-03 USA ratification
                2015-11-05 KOR ratification
                2012-01-25 VAT accession
                2015-01-02 PSE accession
                2004-03-04 COK accession
                2012-07-16 NIU accession
                2004-05-21 EUU approval
                2000-12-12 AZE signature
                """
            )
            .Status();

    [Test]
    public void Parties_are_Members_observers_other_States_and_organizations() =>
        Assert.That(
            StatusText.Text(Untoc.CountsOn("2016-06-30").Breakdown.ByParticipantKind),
            Is.EqualTo("3 UnMember + 2 UnObserver + 2 OtherState + 1 RegionalOrganization")
        );

    [Test]
    public void Parties_are_sorted_by_the_kind_of_their_consent() =>
        Assert.That(
            StatusText.Text(Untoc.CountsOn("2016-06-30").Breakdown.ByConsent),
            Is.EqualTo("3 Ratification + 1 Approval + 4 Accession")
        );

    [Test]
    public void Parties_are_sorted_by_region_and_an_organization_has_none() =>
        Assert.That(
            StatusText.Text(Untoc.CountsOn("2016-06-30").Breakdown.ByRegion),
            Is.EqualTo("1 Americas + 3 Asia + 1 Europe + 1 None + 2 Oceania")
        );

    [Test]
    public void The_day_before_has_its_own_breakdown() =>
        Assert.That(
            Untoc.CountsOn("2004-05-20").Text(),
            Is.EqualTo(
                "parties 2, in force 2, contracting 0, signatories 2, not bound 1, former 0, for entry 2; "
                    + "1 UnMember + 1 OtherState; 1 Ratification + 1 Accession; 1 Asia + 1 Oceania"
            )
        );

    [Test]
    public void A_class_that_empties_is_left_out()
    {
        var status = Scenario
            .Treaty("untoc")
            .WithdrawalTakes("12 months")
            .Where("2003-07-01 ARM ratification\n2005-11-03 USA accession\n2010-01-01 USA withdrawal")
            .Status();

        Assert.That(
            status.CountsOn("2011-01-01").Text(),
            Is.EqualTo(
                "parties 1, in force 1, contracting 0, signatories 0, not bound 0, former 1, for entry 1; 1 UnMember; "
                    + "1 Ratification; 1 Asia"
            )
        );
    }

    [Test]
    public void A_State_is_of_the_kind_that_it_had_on_the_day()
    {
        var status = Scenario.Treaty("hostages-1979").Where("1983-05-04 KOR accession\n1991-09-18 USA ratification").Status();

        Assert.That(StatusText.Text(status.CountsOn("1991-09-16").Breakdown.ByParticipantKind), Is.EqualTo("1 OtherState"));
        Assert.That(
            StatusText.Text(status.CountsOn("1991-09-17").Breakdown.ByParticipantKind),
            Is.EqualTo("1 UnMember"),
            "admitted without any act under the treaty"
        );
    }

    [Test]
    public void A_former_State_that_never_ceased_on_the_record_is_a_Member_until_its_last_day()
    {
        var status = Scenario.Treaty("illicit-traffic-1988").Where("1991-06-04 CSHH ratification").Status();

        Assert.That(StatusText.Text(status.CountsOn("1992-12-31").Breakdown.ByParticipantKind), Is.EqualTo("1 UnMember"));
        Assert.That(StatusText.Text(status.CountsOn("1993-01-01").Breakdown.ByParticipantKind), Is.EqualTo("1 FormerState"));
    }

    [Test]
    public void A_contribution_says_whether_a_contracting_party_is_in_force_and_a_signatory_bound()
    {
        var party = new Contribution
        {
            Party = true,
            InForce = true,
            Signatory = true,
        };

        Assert.That((party.ContractingNotInForce, party.SignatoryNotBound), Is.EqualTo((false, false)));
        Assert.That((party with { InForce = false }).ContractingNotInForce, Is.True);
        Assert.That((party with { Party = false }).SignatoryNotBound, Is.True);
        Assert.That(default(Contribution).ContractingNotInForce || default(Contribution).SignatoryNotBound, Is.False);
    }

    [Test]
    public void Counts_are_the_sum_of_contributions()
    {
        var party = new Contribution
        {
            Party = true,
            Signatory = true,
            ForEntryIntoForce = true,
            Kind = ParticipantKind.UnMember,
            Consent = EventKind.Ratification,
            Region = "Asia",
        };
        var former = default(Contribution) with { FormerParty = true };

        Assert.That(
            Counts.Of([party, party, former]).Text(),
            Is.EqualTo(
                "parties 2, in force 0, contracting 2, signatories 2, not bound 0, former 1, for entry 2; 2 UnMember; "
                    + "2 Ratification; 2 Asia"
            )
        );
    }
}
