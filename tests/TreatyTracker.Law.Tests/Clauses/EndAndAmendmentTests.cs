namespace TreatyTracker.Law.Tests.Clauses;

/// <summary>Treaties that end below a number of parties, and amendments that bind all parties to their parent.</summary>
public class EndAndAmendmentTests
{
    static readonly Scenario Genocide = Scenario
        .Treaty("genocide-1948")
        .WithdrawalTakes("12 months")
        .EndingBelow(2)
        .Where("1990-01-01 AUT accession\n1990-01-01 BEL accession\n1990-01-01 BRA accession\n2000-03-01 BRA withdrawal");

    [Test]
    public void A_treaty_ends_when_its_parties_fall_below_the_number_of_its_clause()
    {
        var status = Genocide.Where("2005-03-01 BEL withdrawal").Status();

        Assert.That(Iso.Text(status.TerminatedOn), Is.EqualTo("2006-03-01"));
        Assert.That(status.Terminated!.Participant, Is.Empty, "an end of the treaty, not of one party");
        Assert.That((status.IsInForce(Iso.Day("2006-02-28")), status.IsInForce(Iso.Day("2006-03-01"))), Is.EqualTo((true, false)));
        status.HasStandings("AUT", "2006-02-28 party-in-force\n2006-03-01 none");
        status.HasStandings("BRA", "2006-03-01 former-party");
        Assert.That(
            status.WhyIn(NamedCount.Parties, "AUT", "2006-03-01"),
            Is.EqualTo(
                "not counted: treaty-terminated, art. XV\n"
                    + "Accession deposited on 1990-01-01; the treaty itself ended on 2006-03-01, when it had fewer than 2 "
                    + "parties.\ngenocide-1948-AUT-accession-1990-01-01\ngenocide-1948-BEL-withdrawal-2005-03-01"
            )
        );
    }

    [Test]
    public void It_lives_on_with_that_number() => Assert.That(Genocide.Status().TerminatedOn, Is.Null);

    [Test]
    public void It_lives_on_where_another_State_joined_meanwhile() =>
        Assert.That(Genocide.Where("2005-03-01 BEL withdrawal\n2006-03-01 CHN accession").Status().TerminatedOn, Is.Null);

    [Test]
    public void It_does_not_end_by_the_dissolution_of_a_State() =>
        Assert.That(Genocide.Where("2005-03-01 BEL cessation").Status().TerminatedOn, Is.Null);

    [TestCase("2004-01-01", "2004-01-01", Description = "ended before")]
    [TestCase("2010-01-01", "2006-03-01")]
    public void A_treaty_ends_once(string terminated, string ended) =>
        Assert.That(
            Iso.Text(Genocide.Where($"2005-03-01 BEL withdrawal\n{terminated} - terminated").Status().TerminatedOn),
            Is.EqualTo(ended)
        );

    [TestCase("2005-03-01 BEL withdrawal\n2005-06-01 AUT withdrawal", "2006-03-01 by BEL", Description = "the first of two")]
    [TestCase("2005-03-01 BEL withdrawal\n2005-03-01 AUT withdrawal", "2006-03-01 by AUT", Description = "of one day, by code")]
    public void It_ends_with_the_first_notice_after_which_it_has_too_few(string acts, string ended)
    {
        var status = Genocide.Where(acts).Status();

        Assert.That($"{Iso.Text(status.TerminatedOn)} by {status.Terminated!.Id[14..17]}", Is.EqualTo(ended));
    }

    [Test]
    public void Where_all_parties_end_it_on_the_day_on_which_it_would_have_too_few_it_ends_by_their_act() =>
        Assert.That(
            Genocide.Where("2005-03-01 BEL withdrawal\n2006-03-01 - terminated").Status().WhyIn(NamedCount.Parties, "AUT", "2006-03-01"),
            Does.StartWith("not counted: treaty-terminated, VCLT art. 70(1)\n")
        );

    [Test]
    public void It_may_end_on_the_day_of_its_entry_into_force() =>
        Assert.That(
            Iso.Text(
                Scenario
                    .Treaty("t")
                    .WithdrawalTakes("0 days")
                    .PublishedAsInForceOn("1990-01-01")
                    .EndingBelow(2)
                    .Where("1989-01-01 AUT accession\n1989-01-01 BEL accession\n1990-01-01 BEL withdrawal")
                    .Status()
                    .TerminatedOn
            ),
            Is.EqualTo("1990-01-01")
        );

    [Test]
    public void It_does_not_end_before_it_has_entered_into_force() =>
        Assert.That(
            Scenario
                .Treaty("t")
                .WithdrawalTakes("12 months")
                .EntersIntoForceAfter(2, "0 days")
                .EndingBelow(2)
                .Where("1990-01-01 AUT accession\n1991-01-01 AUT withdrawal\n1995-01-01 BEL accession\n1995-01-01 BRA accession")
                .Status()
                .TerminatedOn,
            Is.Null
        );

    static readonly Scenario Charter = Scenario
        .Treaty("charter")
        .WithdrawalTakes("0 days")
        .Where(
            "1945-10-24 AUT ratification\n1945-10-24 BEL ratification\n1945-10-24 CHN ratification\n1980-01-01 NIU accession\n"
                + "1990-01-01 CHN withdrawal"
        );

    static readonly Scenario Amendment = Scenario
        .Treaty("amendment")
        .EntersIntoForceAfter(2, "0 days")
        .BindingAllPartiesOf(Charter)
        .Where("1970-01-01 AUT ratification\n1971-01-01 BEL ratification");

    [Test]
    public void An_amendment_binds_all_parties_to_the_parent_later_ones_included()
    {
        var status = Amendment.Status();

        Assert.That(
            new[] { "1970-12-31", "1971-01-01", "1980-01-01", "1990-01-01" }
                .Select(day => status.CountsOn(day))
                .Select(c => (c.Parties, c.PartiesInForce, c.BoundWithoutConsent)),
            Is.EqualTo(new[] { (1, 0, 0), (2, 3, 1), (2, 4, 2), (2, 3, 1) })
        );
        Assert.That(
            status.WhyIn(NamedCount.PartiesInForce, "NIU", "1980-01-01"),
            Is.EqualTo(
                "counted: bound-by-amendment, art. 108\n"
                    + "A party to charter, all of whose parties the amendment binds; in force for it from 1980-01-01."
            )
        );
        Assert.That(status.WhyIn(NamedCount.PartiesInForce, "AUT", "1980-01-01"), Does.StartWith("counted: in-force, "));
    }

    [TestCase("1970-12-31 CHN withdrawal", false, Description = "in time")]
    [TestCase("1971-01-01 CHN withdrawal", true, Description = "too late")]
    [TestCase("1970-12-31 CHN withdrawal effect 1972-01-01\n1971-06-01 CHN withdrawal-revoked", true, Description = "revoked")]
    [TestCase("1979-12-31 NIU withdrawal", true, Description = "of another")]
    public void A_timely_opt_out_is_not_bound(string acts, bool bound)
    {
        var status = Amendment.Where(acts).Status();

        Assert.That(status.Of("CHN")!.IsInForce(Iso.Day("1975-01-01")), Is.EqualTo(bound));
        if (!bound)
            Assert.That(
                status.WhyIn(NamedCount.PartiesInForce, "CHN", "1975-01-01"),
                Is.EqualTo(
                    "not counted: opted-out, art. 108\n"
                        + "It opted out on 1970-12-31 of the amendment, which binds all other parties to charter.\n"
                        + "amendment-CHN-withdrawal-1970-12-31"
                )
            );
    }

    [Test]
    public void An_opt_out_is_the_notice_that_came_in_time() =>
        Assert.That(
            Amendment
                .Where("1970-12-31 CHN withdrawal id early\n1972-01-01 CHN withdrawal id late")
                .Status()
                .WhyIn(NamedCount.PartiesInForce, "CHN", "1975-01-01"),
            Does.StartWith("not counted: opted-out, art. 108\nIt opted out on 1970-12-31 of the amendment, ").And.EndWith("\nearly")
        );

    [Test]
    public void An_opt_out_given_after_one_that_was_revoked_counts() =>
        Assert.That(
            Amendment
                .Where(
                    "1970-06-01 CHN withdrawal effect 1972-01-01\n1970-07-01 CHN withdrawal-revoked\n"
                        + "1970-12-31 CHN withdrawal id second"
                )
                .Status()
                .WhyIn(NamedCount.PartiesInForce, "CHN", "1975-01-01"),
            Does.StartWith("not counted: opted-out, art. 108\n").And.EndWith("\nsecond")
        );

    [TestCase("1969-06-01", Description = "before the amendment was in force")]
    [TestCase("1972-06-01", Description = "after it")]
    public void Who_takes_its_consent_back_and_is_bound_nevertheless_is_no_former_party(string back)
    {
        var status = Amendment.Where($"1969-01-01 CHN signature\n1969-01-01 CHN ratification\n{back} CHN consent-withdrawn").Status();
        var counts = status.CountsOn("1975-01-01");

        status.HasStandings("CHN", "1975-01-01 party-in-force\n1990-01-01 former-party");
        Assert.That((counts.PartiesInForce, counts.FormerParties, counts.Signatories), Is.EqualTo((3, 0, 1)));
    }

    [Test]
    public void From_the_day_on_which_an_amendment_binds_a_participant_it_was_in_force_for_it() =>
        Assert.That(
            Amendment
                .Where("1969-01-01 CHN ratification\n1969-06-01 CHN consent-withdrawn")
                .Status()
                .WhyIn(NamedCount.FormerParties, "CHN", "1971-01-01"),
            Does.Not.Contain("never in force")
        );

    [Test]
    public void A_later_party_may_opt_out_before_it_would_be_bound() =>
        Assert.That(Amendment.Where("1979-12-31 NIU withdrawal").Status().Of("NIU")!.IsInForce(Iso.Day("1985-01-01")), Is.False);

    [Test]
    public void An_amendment_does_not_bind_a_signatory_that_is_no_party_to_the_parent() =>
        Assert.That(
            Amendment.Where("1970-01-01 BRA signature").Status().WhyIn(NamedCount.PartiesInForce, "BRA", "1975-01-01"),
            Does.StartWith("not counted: no-consent")
        );

    [Test]
    public void An_amendment_binds_no_one_else_where_the_treaty_that_it_names_is_not_its_recorded_parent()
    {
        var other = Scenario.Treaty("other").Where("1945-10-24 CHN ratification");
        var signed = Amendment.Where("1970-01-01 CHN signature\n1972-02-01 CHN withdrawal\n1972-03-01 CHN withdrawal-revoked");

        foreach (var scenario in new[] { signed.ProtocolTo(other), signed with { Parent = null } })
        {
            var status = scenario.Status();

            Assert.That(status.IsInForce(Iso.Day("1975-01-01")));
            Assert.That(status.WhyIn(NamedCount.PartiesInForce, "CHN", "1975-01-01"), Does.StartWith("not counted: no-consent"));
        }
    }

    [Test]
    public void An_amendment_that_is_not_in_force_binds_no_one() =>
        Assert.That(
            Scenario
                .Treaty("amendment")
                .EntersIntoForceAfter(3, "0 days")
                .BindingAllPartiesOf(Charter)
                .Where("1970-01-01 AUT ratification")
                .Status()
                .Of("BEL"),
            Is.Null
        );
}
