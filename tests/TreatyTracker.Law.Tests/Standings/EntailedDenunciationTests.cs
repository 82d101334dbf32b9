namespace TreatyTracker.Law.Tests.Standings;

/// <summary>Denouncing the Convention entails the denunciation of its protocols (UNTOC 40(3)).</summary>
public class EntailedDenunciationTests
{
    static readonly Scenario Untoc = Scenario
        .Treaty("untoc")
        .WithdrawalTakes("12 months")
        .EntailingProtocols()
        .Where("2003-07-01 ARM ratification");

    static readonly Scenario Denounced = Untoc.Where("2010-03-01 ARM withdrawal");

    static Scenario Trafficking(Scenario parent) =>
        Scenario.Treaty("untoc-trafficking").WithdrawalTakes("6 months").ProtocolTo(parent).Where("2003-09-26 ARM ratification");

    [Test]
    public void Denouncing_the_parent_denounces_the_protocol_with_effect_from_the_same_day()
    {
        var status = Trafficking(Denounced).Status();

        status.HasStandings(
            "ARM",
            """
            2011-02-28 party-in-force
            2011-03-01 former-party
            """
        );
        Assert.That(status.CountsOn("2011-03-01").Parties, Is.Zero);
        Assert.That(status.Of("ARM")!.Consents[0].EndedBy!.Treaty, Is.EqualTo("untoc"));
        Assert.That(status.Of("ARM")!.Events, Has.Count.EqualTo(1), "no act under the protocol");
        Assert.That(status.Of("ARM")!.Notices, Is.Empty, "nor a notice");
    }

    [Test]
    public void A_consent_deposited_between_the_parents_notice_and_its_effect_is_taken_along() =>
        Scenario
            .Treaty("untoc-trafficking")
            .WithdrawalTakes("6 months")
            .ProtocolTo(Denounced)
            .Where("2010-06-01 ARM ratification")
            .Status()
            .HasStandings(
                "ARM",
                """
                2011-02-28 party-in-force
                2011-03-01 former-party
                """
            );

    [Test]
    public void A_later_day_named_in_the_parents_notice_holds_for_the_protocol() =>
        Trafficking(Untoc.Where("2010-03-01 ARM withdrawal effect 2012-01-01"))
            .Status()
            .HasStandings(
                "ARM",
                """
                2011-12-31 party-in-force
                2012-01-01 former-party
                """
            );

    [Test]
    public void A_clause_that_does_not_entail_the_protocols_leaves_the_participant_bound_by_them() =>
        Trafficking(Scenario.Treaty("untoc").WithdrawalTakes("12 months").Where("2003-07-01 ARM ratification\n2010-03-01 ARM withdrawal"))
            .Status()
            .HasStandings("ARM", "2020-01-01 party-in-force");

    [Test]
    public void A_silent_parent_entails_nothing() =>
        Trafficking(Scenario.Treaty("untoc").Where("2003-07-01 ARM ratification\n2010-03-01 ARM withdrawal"))
            .Status()
            .HasStandings("ARM", "2020-01-01 party-in-force");

    [Test]
    public void A_denunciation_revoked_under_the_parent_entails_nothing() =>
        Trafficking(Denounced.Where("2010-04-01 ARM withdrawal-revoked")).Status().HasStandings("ARM", "2020-01-01 party-in-force");

    [Test]
    public void A_revocation_under_the_protocol_does_not_undo_the_parents_denunciation() =>
        Trafficking(Denounced).Where("2010-04-01 ARM withdrawal-revoked").Status().HasStandings("ARM", "2011-03-01 former-party");

    [Test]
    public void Another_participants_denunciation_entails_nothing() =>
        Trafficking(Denounced).Where("2003-09-26 AZE ratification").Status().HasStandings("AZE", "2020-01-01 party-in-force");

    [Test]
    public void An_own_denunciation_of_the_protocol_with_an_earlier_effect_stands() =>
        Trafficking(Denounced)
            .Where("2010-05-01 ARM withdrawal")
            .Status()
            .HasStandings(
                "ARM",
                """
                2010-10-31 party-in-force
                2010-11-01 former-party
                """
            );

    [Test]
    public void The_parents_denunciation_stands_when_an_own_one_is_revoked() =>
        Trafficking(Denounced)
            .Where("2010-02-01 ARM withdrawal\n2010-06-01 ARM withdrawal-revoked")
            .Status()
            .HasStandings(
                "ARM",
                """
                2010-08-01 party-in-force
                2011-02-28 party-in-force
                2011-03-01 former-party
                """
            );

    [Test]
    public void Returning_to_the_parent_does_not_bring_back_the_protocol() =>
        Trafficking(Denounced.Where("2013-01-01 ARM accession")).Status().HasStandings("ARM", "2020-01-01 former-party");

    [Test]
    public void Returning_to_both_makes_a_second_period()
    {
        var status = Trafficking(Denounced.Where("2013-01-01 ARM accession"))
            .OpenToPartiesOf("untoc")
            .Where("2014-01-01 ARM accession")
            .Status();

        status.HasStandings(
            "ARM",
            """
            2013-12-31 former-party
            2014-01-01 party-in-force
            2020-01-01 party-in-force
            """
        );
        Assert.That(status.Of("ARM")!.Consents, Has.Count.EqualTo(2));
    }
}
