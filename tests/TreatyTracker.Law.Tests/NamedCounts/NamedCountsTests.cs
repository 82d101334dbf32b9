namespace TreatyTracker.Law.Tests.NamedCounts;

/// <summary>Never one unnamed number.</summary>
public class NamedCountsTests
{
    static TreatyStatus Untoc =>
        Scenario
            .Treaty("untoc")
            .EntersIntoForceAfter(3, "90 days")
            .LaterParticipantsWait("30 days")
            .WithdrawalTakes("12 months")
            .Where(
                """
                2000-12-12 AFG signature
                2000-12-12 ARM signature
                2001-01-01 VAT signature
                2003-01-01 ARM ratification
                2003-02-01 AZE accession
                2003-03-01 NIU accession
                2003-03-02 EUU formal-confirmation
                2003-08-15 AND accession
                2005-01-01 AZE withdrawal
                """
            )
            .Status();

    [TestCase("2000-12-11", 0, 0, 0, 0, 0, 0, 0)]
    [TestCase("2000-12-12", 0, 0, 0, 2, 2, 0, 0)]
    [TestCase("2001-01-01", 0, 0, 0, 3, 3, 0, 0)]
    [TestCase("2003-01-01", 1, 0, 1, 3, 2, 0, 1)]
    [TestCase("2003-03-01", 3, 0, 3, 3, 2, 0, 3)]
    [TestCase("2003-03-02", 4, 0, 4, 3, 2, 0, 3, Description = "the organization is a party and counts for no entry into force")]
    [TestCase("2003-05-29", 4, 0, 4, 3, 2, 0, 3)]
    [TestCase("2003-05-30", 4, 4, 0, 3, 2, 0, 3)]
    [TestCase("2003-08-15", 5, 4, 1, 3, 2, 0, 4)]
    [TestCase("2003-09-14", 5, 5, 0, 3, 2, 0, 4)]
    [TestCase("2005-12-31", 5, 5, 0, 3, 2, 0, 4)]
    [TestCase("2006-01-01", 4, 4, 0, 3, 2, 1, 3)]
    public void A_treaty_has_seven_counts_on_every_day(
        string day,
        int parties,
        int inForce,
        int contracting,
        int signatories,
        int notBound,
        int former,
        int forEntry
    )
    {
        var counts = Untoc.CountsOn(day);

        Assert.That(
            (
                counts.Parties,
                counts.PartiesInForce,
                counts.ContractingNotInForce,
                counts.Signatories,
                counts.SignatoriesNotBound,
                counts.FormerParties,
                counts.CountedForEntryIntoForce
            ),
            Is.EqualTo((parties, inForce, contracting, signatories, notBound, former, forEntry))
        );
    }

    [Test]
    public void An_organization_is_counted_for_entry_into_force_where_the_clause_says_so() =>
        Assert.That(
            Scenario
                .Treaty("untoc")
                .CountingOrganizations()
                .Where("2004-05-21 EUU formal-confirmation")
                .Status()
                .CountsOn("2004-05-21")
                .CountedForEntryIntoForce,
            Is.EqualTo(1)
        );

    [Test]
    public void Counts_change_on_the_days_of_acts_and_effects_alone() =>
        Assert.That(
            Untoc.Timeline.Steps.Select(step => Iso.Text(step.Key)),
            Is.EqualTo(
                new[]
                {
                    "2000-12-12",
                    "2001-01-01",
                    "2003-01-01",
                    "2003-02-01",
                    "2003-03-01",
                    "2003-03-02",
                    "2003-05-30",
                    "2003-08-15",
                    "2003-09-14",
                    "2006-01-01",
                }
            )
        );

    [Test]
    public void A_treaty_without_acts_counts_no_one() =>
        Assert.That(Scenario.Treaty("untoc").Status().CountsOn("2020-01-01"), Is.SameAs(Counts.Zero));

    [Test]
    public void Participations_are_in_the_order_of_code()
    {
        Assert.That(
            Untoc.Participations.Select(p => p.Participant.Code),
            Is.EqualTo(new[] { "AFG", "AND", "ARM", "AZE", "EUU", "NIU", "VAT" })
        );
        Assert.That(Untoc.Of("ARM")!.Participant.Code, Is.EqualTo("ARM"));
        Assert.That(Untoc.Of("ARM")!.Treaty, Is.EqualTo("untoc"));
        Assert.That(Untoc.Of("USA"), Is.Null);
    }

    [Test]
    public void A_participation_lists_its_acts_as_they_happened()
    {
        var acts = Scenario.Treaty("untoc").Where("2003-07-01 ARM ratification\n2001-11-15 ARM signature").Status().Of("ARM")!.Events;

        Assert.That(acts.Select(a => a.Kind), Is.EqualTo(new[] { EventKind.Signature, EventKind.Ratification }));
    }

    [Test]
    public void An_act_of_an_unknown_participant_is_refused() =>
        Assert.That(() => Scenario.Treaty("untoc").Where("2003-07-01 XXX ratification").Status(), Throws.TypeOf<KeyNotFoundException>());
}
