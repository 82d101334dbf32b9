namespace TreatyTracker.Law.Tests.Reasons;

/// <summary>Why the treaty is, or is not, in force for a participant.</summary>
public class ForceReasonTests
{
    // In force on 2003-09-29 with AZE's instrument, the second.
    static readonly Scenario Untoc = Scenario
        .Treaty("untoc")
        .EntersIntoForceAfter(2, "90 days")
        .LaterParticipantsWait("30 days")
        .WithdrawalTakes("12 months")
        .Where("2003-01-01 ARM ratification\n2003-07-01 AZE ratification");

    static Scenario Protocol(Scenario parent) =>
        Scenario.Treaty("trafficking").LaterParticipantsWait("30 days").ProtocolTo(parent).OpenToPartiesOf("untoc");

    [Test]
    public void An_instrument_among_those_that_brought_the_treaty_into_force()
    {
        Why(
            Untoc,
            "ARM",
            "2003-09-29",
            "counted: in-force, art. 38(1)\n"
                + "Ratification deposited on 2003-01-01; in force for it from 2003-09-29: its instrument is among those that "
                + "brought the treaty into force.\n"
                + "untoc-ARM-ratification-2003-01-01"
        );
        Why(
            Untoc,
            "ARM",
            "2003-09-28",
            "not counted: not-yet-in-force, art. 38(1)\n"
                + "Ratification deposited on 2003-01-01; in force for it only from 2003-09-29: its instrument is among those that "
                + "brought the treaty into force.\n"
                + "untoc-ARM-ratification-2003-01-01"
        );
    }

    [Test]
    public void An_instrument_deposited_shortly_before_the_treaty_enters_into_force() =>
        Why(
            Untoc.Where("2003-08-01 ALB accession"),
            "ALB",
            "2003-09-29",
            """
            counted: in-force, art. 38(2)
            Accession deposited on 2003-08-01; in force for it from 2003-09-29: not before the treaty itself enters into force.
            untoc-ALB-accession-2003-08-01
            """
        );

    [TestCase("0 days", "2011-09-22", "the day of its deposit")]
    [TestCase("1 days", "2011-09-23", "1 day after its deposit")]
    [TestCase("30 days", "2011-10-22", "30 days after its deposit")]
    [TestCase("1 months", "2011-10-22", "1 month after its deposit")]
    [TestCase("12 months", "2012-09-22", "12 months after its deposit")]
    [TestCase("3 months, 1 days", "2011-12-23", "3 months and 1 day after its deposit")]
    [TestCase("60 days, then first of month", "2011-12-01", "the first day of the month following 60 days after its deposit")]
    [TestCase("3 months, then first of month", "2012-01-01", "the first day of the month following 3 months after its deposit")]
    [TestCase("0 days, then first of month", "2011-10-01", "the first day of the month following the day of its deposit")]
    public void A_later_instrument_after_the_clauses_delay(string delay, string from, string how)
    {
        var andorra = Untoc.LaterParticipantsWait(delay).Where("2011-09-22 AND accession");

        Why(
            andorra,
            "AND",
            from,
            $"""
            counted: in-force, art. 38(2)
            Accession deposited on 2011-09-22; in force for it from {from}: {how}.
            untoc-AND-accession-2011-09-22
            """
        );
        if (from is "2011-09-22")
            return;
        Why(
            andorra,
            "AND",
            "2011-09-22",
            $"""
            not counted: not-yet-in-force, art. 38(2)
            Accession deposited on 2011-09-22; in force for it only from {from}: {how}.
            untoc-AND-accession-2011-09-22
            """
        );
    }

    [Test]
    public void A_later_instrument_where_the_clauses_are_silent() =>
        Why(
            Untoc.WithoutLaterParticipantsClause().Where("2011-09-22 AND accession"),
            "AND",
            "2011-09-22",
            """
            counted: in-force, VCLT art. 24(3)
            Accession deposited on 2011-09-22; in force for it from 2011-09-22: the day of its deposit.
            untoc-AND-accession-2011-09-22
            """
        );

    [Test]
    public void A_later_day_named_in_the_instrument() =>
        Why(
            Untoc.Where("2011-09-22 AND accession effect 2012-01-01"),
            "AND",
            "2012-01-01",
            """
            counted: in-force, no article
            Accession deposited on 2011-09-22; in force for it from 2012-01-01: the day that the event names.
            untoc-AND-accession-2011-09-22
            """
        );

    [Test]
    public void A_day_named_before_that_of_the_treaty() =>
        Why(
            Untoc.Where("2003-08-01 MNE succession effect 2003-02-01"),
            "MNE",
            "2003-09-29",
            "counted: in-force, art. 38(1)\n"
                + "Succession deposited on 2003-08-01; in force for it from 2003-09-29: not before the treaty itself enters into "
                + "force, although the event names an earlier day.\n"
                + "untoc-MNE-succession-2003-08-01"
        );

    [Test]
    public void A_succession_in_effect_before_its_deposit()
    {
        var montenegro = Untoc.Where("2006-10-23 MNE succession effect 2006-06-03");

        Why(
            montenegro,
            "MNE",
            "2006-08-01",
            """
            counted: succession-in-effect, no article
            Succession deposited on 2006-10-23, with effect from 2006-06-03, before its deposit.
            untoc-MNE-succession-2006-10-23
            """
        );
        Why(
            montenegro,
            "MNE",
            "2006-10-23",
            """
            counted: in-force, no article
            Succession deposited on 2006-10-23; in force for it from 2006-06-03: the day that the event names.
            untoc-MNE-succession-2006-10-23
            """
        );
    }

    [Test]
    public void A_succession_in_effect_before_its_deposit_is_not_yet_among_the_parties()
    {
        var status = Untoc.Where("2006-10-23 MNE succession effect 2006-06-03").Status();

        foreach (
            var count in new[]
            {
                NamedCount.Parties,
                NamedCount.ContractingNotInForce,
                NamedCount.FormerParties,
                NamedCount.CountedForEntryIntoForce,
            }
        )
            Assert.That(
                status.WhyIn(count, "MNE", "2006-08-01"),
                Is.EqualTo(
                    """
                    not counted: not-yet-deposited, no article
                    Succession deposited on 2006-10-23, after the day asked about.
                    untoc-MNE-succession-2006-10-23
                    """
                ),
                count.WireName()
            );
    }

    [Test]
    public void A_participant_whose_withdrawal_comes_before_the_treaty_would_be_in_force_for_it() =>
        Why(
            Untoc
                .LaterParticipantsWait("12 months")
                .WithdrawalTakes("1 months")
                .Where("2011-01-01 AND accession\n2011-02-01 AND withdrawal"),
            "AND",
            "2011-02-15",
            """
            not counted: not-yet-in-force, art. 38(2)
            Accession deposited on 2011-01-01; not in force for it before 2012-01-01: 12 months after its deposit.
            untoc-AND-accession-2011-01-01
            """
        );

    [Test]
    public void A_participant_whose_withdrawal_comes_on_the_very_day() =>
        Assert.That(
            Untoc
                .LaterParticipantsWait("12 months")
                .Where("2011-01-01 AND accession\n2011-01-01 AND withdrawal")
                .Status()
                .WhyIn(NamedCount.PartiesInForce, "AND", "2011-02-15"),
            Does.Contain("; not in force for it before 2012-01-01: ")
        );

    [Test]
    public void A_treaty_that_is_not_in_force() =>
        Why(
            Scenario.Treaty("untoc").EntersIntoForceAfter(2, "90 days").Where("2003-01-01 ARM ratification"),
            "ARM",
            "2010-01-01",
            """
            not counted: treaty-not-in-force, art. 38(1)
            Ratification deposited on 2003-01-01; the treaty itself is not in force.
            untoc-ARM-ratification-2003-01-01
            """
        );

    [Test]
    public void A_participant_that_is_not_a_party_to_the_parent()
    {
        var andorra = Protocol(Untoc).Where("2004-01-01 ARM ratification\n2005-01-01 AND accession");

        Why(
            andorra,
            "AND",
            "2005-01-30",
            """
            not counted: not-yet-in-force, art. 38(2)
            Accession deposited on 2005-01-01; in force for it only from 2005-01-31: 30 days after its deposit.
            trafficking-AND-accession-2005-01-01
            """
        );
        Why(
            andorra,
            "AND",
            "2005-01-31",
            """
            not counted: parent-condition-unmet, art. 37(2)
            Accession deposited on 2005-01-01; it must be a party to untoc, which is not in force for it.
            trafficking-AND-accession-2005-01-01
            """
        );
    }

    [Test]
    public void A_consent_of_two_that_is_in_force_on_the_day() =>
        Why(
            Untoc.Where("2010-03-01 ARM withdrawal\n2013-01-11 ARM accession"),
            "ARM",
            "2013-02-10",
            """
            counted: in-force, art. 38(2)
            Accession deposited on 2013-01-11; in force for it from 2013-02-10: 30 days after its deposit.
            untoc-ARM-accession-2013-01-11
            """
        );

    [TestCase("2002-12-31", "not-yet-deposited, no article")]
    [TestCase("2011-03-01", "withdrawn, art. 40(1)")]
    public void A_participant_that_is_no_party_is_not_in_force_for_the_same_reason(string day, string rule)
    {
        var status = Untoc.Where("2010-03-01 ARM withdrawal").Status();

        Assert.That(
            status.WhyIn(NamedCount.PartiesInForce, "ARM", day),
            Does.StartWith($"not counted: {rule}\n").And.EqualTo(status.WhyIn(NamedCount.Parties, "ARM", day))
        );
    }

    static void Why(Scenario scenario, string code, string day, string reason) =>
        Assert.That(scenario.Status().WhyIn(NamedCount.PartiesInForce, code, day), Is.EqualTo(reason), day);
}
