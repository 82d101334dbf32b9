namespace TreatyTracker.Law.Tests.Clauses;

/// <summary>A protocol waits for its parent, and is open to its parties alone, where its clauses say so.</summary>
public class ProtocolTests
{
    static readonly Scenario Untoc = Scenario
        .Treaty("untoc")
        .EntersIntoForceAfter(2, "90 days")
        .LaterParticipantsWait("30 days")
        .WithdrawalTakes("12 months");

    static readonly Scenario InForce = Untoc.Where("2003-01-01 ARM ratification\n2003-07-01 AZE ratification");

    static Scenario Trafficking(Scenario parent) =>
        Scenario
            .Treaty("untoc-trafficking")
            .EntersIntoForceAfter(1, "90 days")
            .LaterParticipantsWait("30 days")
            .WithdrawalTakes("12 months")
            .ProtocolTo(parent);

    [TestCase("2003-01-01", "2003-09-29", Description = "the parent's day")]
    [TestCase("2003-09-26", "2003-12-25", Description = "its own day")]
    public void A_protocol_enters_into_force_no_sooner_than_its_parent(string deposit, string inForce) =>
        Assert.That(Entry(Trafficking(InForce).WaitingFor("untoc").Where($"{deposit} ARM ratification")), Is.EqualTo(inForce));

    [Test]
    public void A_protocol_whose_parent_is_not_in_force_has_no_day() =>
        Assert.That(Entry(Trafficking(Untoc).WaitingFor("untoc").Where("2003-01-01 ARM ratification")), Is.EqualTo("none"));

    [Test]
    public void A_protocol_whose_parent_is_not_at_hand_has_no_day() =>
        Assert.That(
            Entry(Trafficking(Untoc).WaitingFor("untoc").Where("2003-01-01 ARM ratification") with { Parent = null }),
            Is.EqualTo("none")
        );

    [Test]
    public void A_protocol_that_does_not_wait_may_come_first() =>
        Assert.That(Entry(Trafficking(Untoc).Where("2003-01-01 ARM ratification")), Is.EqualTo("2003-04-01"));

    [Test]
    public void A_withdrawal_while_a_protocol_waits_for_its_parent_undoes_the_threshold() =>
        Assert.That(
            Entry(Trafficking(InForce).WaitingFor("untoc").Where("2002-01-01 ARM ratification\n2002-06-01 ARM withdrawal")),
            Is.EqualTo("none")
        );

    [TestCase("2010-03-31", "none", Description = "out of the parent before the day of entry into force")]
    [TestCase("2010-04-02", "2010-04-01", Description = "after it")]
    public void Who_leaves_the_parent_before_a_protocols_entry_into_force_does_not_count(string left, string day) =>
        Assert.That(
            Entry(
                Trafficking(InForce.Where($"2009-12-01 ARM withdrawal effect {left}"))
                    .OpenToPartiesOf("untoc")
                    .Where("2010-01-01 ARM ratification")
            ),
            Is.EqualTo(day)
        );

    [Test]
    public void A_published_day_stands_while_the_parent_has_none() =>
        Assert.That(
            Entry(Trafficking(Untoc).WaitingFor("untoc").PublishedAsInForceOn("2003-12-25").Where("2003-09-26 ARM ratification")),
            Is.EqualTo("2003-12-25")
        );

    [Test]
    public void A_participant_that_is_not_bound_by_the_parent_is_no_party_in_force() =>
        Trafficking(InForce)
            .OpenToPartiesOf("untoc")
            .Where("2004-01-01 AND accession")
            .Status()
            .HasStandings("AND", "2020-01-01 contracting");

    [Test]
    public void A_participant_becomes_a_party_in_force_with_the_parents_entry_into_force_for_it()
    {
        var status = Trafficking(InForce.Where("2010-01-01 AND accession"))
            .OpenToPartiesOf("untoc")
            .Where("2004-01-01 AND accession\n2004-01-01 ARM accession")
            .Status();

        status.HasStandings(
            "AND",
            """
            2004-01-01 contracting
            2010-01-30 contracting
            2010-01-31 party-in-force
            """
        );
        Assert.That(Iso.Text(status.EffectFor("AND").On), Is.EqualTo("2004-03-31"), "the instrument's own effect is what it was");
    }

    [Test]
    public void A_participant_already_bound_by_the_parent_waits_for_the_protocol_alone() =>
        Trafficking(InForce)
            .OpenToPartiesOf("untoc")
            .Where("2004-01-01 ARM accession")
            .Status()
            .HasStandings(
                "ARM",
                """
                2004-03-30 contracting
                2004-03-31 party-in-force
                """
            );

    [Test]
    public void A_participant_that_leaves_the_parent_and_returns_is_out_of_force_between() =>
        Trafficking(InForce.Where("2010-01-01 ARM withdrawal\n2012-01-01 ARM accession"))
            .OpenToPartiesOf("untoc")
            .Where("2004-01-01 ARM accession")
            .Status()
            .HasStandings(
                "ARM",
                """
                2010-12-31 party-in-force
                2011-01-01 contracting
                2012-01-30 contracting
                2012-01-31 party-in-force
                """
            );

    [Test]
    public void A_condition_about_another_treaty_than_the_parent_is_left_aside() =>
        Trafficking(InForce)
            .OpenToPartiesOf("vclt")
            .Where("2004-01-01 AND accession")
            .Status()
            .HasStandings("AND", "2004-03-31 party-in-force");

    [Test]
    public void A_condition_is_left_aside_while_the_parent_is_not_at_hand() =>
        (Trafficking(InForce).OpenToPartiesOf("untoc").Where("2004-01-01 AND accession") with { Parent = null })
            .Status()
            .HasStandings("AND", "2004-03-31 party-in-force");

    [Test]
    public void Without_a_condition_the_parent_does_not_matter() =>
        Trafficking(InForce).Where("2004-01-01 AND accession").Status().HasStandings("AND", "2004-03-31 party-in-force");

    [Test]
    public void A_status_knows_its_parent() => Assert.That(Trafficking(InForce).Status().Parent!.Treaty.Id, Is.EqualTo("untoc"));

    static string Entry(Scenario protocol) => Iso.Text(protocol.Status().EntryIntoForce.On);
}
