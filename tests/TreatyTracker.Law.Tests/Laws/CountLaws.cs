using FsCheck.NUnit;

namespace TreatyTracker.Law.Tests.Laws;

/// <summary>What holds of the counts of every history.</summary>
[Properties(Arbitrary = [typeof(Histories)], MaxTest = 300, QuietOnSuccess = true)]
public class CountLaws
{
    [Property]
    public void Each_breakdown_adds_up_to_the_parties(Story story)
    {
        foreach (var counts in story.Status.Timeline.Steps.Select(s => s.Value))
        {
            Assert.That(counts.Breakdown.ByParticipantKind.Values.Sum(), Is.EqualTo(counts.Parties));
            Assert.That(counts.Breakdown.ByConsent.Values.Sum(), Is.EqualTo(counts.Parties));
            Assert.That(counts.Breakdown.ByRegion.Values.Sum(), Is.EqualTo(counts.Parties));
        }
    }

    [Property]
    public void The_counts_over_time_are_the_sum_of_contributions_on_every_day(Story story)
    {
        var status = story.Status;
        foreach (var day in story.Days)
        {
            var sum = Counts.Of(status.Participations.Select(p => status.ContributionOf(p, day)));
            Assert.That(status.Timeline.On(day).Text(), Is.EqualTo(sum.Text()), Iso.Text(day));
        }
    }

    [Property]
    public void Every_party_is_either_in_force_or_contracting(Story story) =>
        OnEveryDay(
            story,
            contributions =>
            {
                var counts = Counts.Of(contributions);
                Assert.That(counts.ContractingNotInForce + contributions.Count(c => c.Party && c.InForce), Is.EqualTo(counts.Parties));
                Assert.That(counts.SignatoriesNotBound + contributions.Count(c => c.Party && c.Signatory), Is.EqualTo(counts.Signatories));
            }
        );

    [Property]
    public void No_participant_is_a_party_and_a_former_party(Story story) =>
        OnEveryDay(story, contributions => Assert.That(contributions.Any(c => c.Party && c.FormerParty), Is.False));

    [Property]
    public void Only_parties_count_towards_entry_into_force(Story story) =>
        OnEveryDay(story, contributions => Assert.That(contributions.Any(c => c.ForEntryIntoForce && !c.Party), Is.False));

    [Property]
    public void The_threshold_is_met_from_the_Nth_instrument_to_entry_into_force(Story story)
    {
        var status = story.Status;
        if (status.EntryIntoForce is not { Reached: { } reached, Computed: { } computed })
            return;

        Assert.That(status.Timeline.On(reached.Consent.Date).CountedForEntryIntoForce, Is.GreaterThanOrEqualTo(reached.Number));
        Assert.That(status.Timeline.On(computed).CountedForEntryIntoForce, Is.GreaterThanOrEqualTo(reached.Number));
        Assert.That(status.Of(reached.Consent.Participant)!.ConsentInEffect(computed), Is.Not.Null);
    }

    [Property]
    public void A_standing_says_what_the_contribution_says(Story story)
    {
        var status = story.Status;
        foreach (var day in story.Days)
        foreach (var participation in status.Participations)
        {
            var c = status.ContributionOf(participation, day);
            Assert.That(
                participation.StandingOn(day),
                Is.EqualTo(
                    c.InForce ? Standing.PartyInForce
                    : c.Party ? Standing.Contracting
                    : c.FormerParty ? Standing.FormerParty
                    : c.Signatory ? Standing.Signatory
                    : Standing.None
                )
            );
        }
    }

    static void OnEveryDay(Story story, Action<IReadOnlyList<Contribution>> holds)
    {
        var status = story.Status;
        foreach (var day in story.Days)
            holds([.. status.Participations.Select(p => status.ContributionOf(p, day))]);
    }
}
