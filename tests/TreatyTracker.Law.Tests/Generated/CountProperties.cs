using FsCheck.NUnit;

namespace TreatyTracker.Law.Tests.Generated;

/// <summary>What holds of the counts of every history.</summary>
[Properties(Arbitrary = [typeof(HistoryGenerator)], MaxTest = 10, QuietOnSuccess = true)]
public class CountProperties
{
    [Property]
    public void Each_breakdown_adds_up_to_the_parties(GeneratedHistory history)
    {
        foreach (var counts in history.Status.Timeline.Steps.Select(s => s.Value))
        {
            Assert.That(counts.Breakdown.ByParticipantKind.Sum(c => c.Value), Is.EqualTo(counts.Parties));
            Assert.That(counts.Breakdown.ByConsent.Sum(c => c.Value), Is.EqualTo(counts.Parties));
            Assert.That(counts.Breakdown.ByRegion.Sum(c => c.Value), Is.EqualTo(counts.Parties));
        }
    }

    [Property]
    public void The_counts_over_time_are_the_sum_of_contributions_on_every_day(GeneratedHistory history)
    {
        var status = history.Status;
        foreach (var day in history.Days)
        {
            var sum = Counts.Of(status.Participations.Select(p => status.ContributionOf(p, day)));
            var on = status.Timeline.On(day);
            Assert.That(on.Text(), Is.EqualTo(sum.Text()), Iso.Text(day));
            Assert.That(
                (on.PartiesAtLeast, on.PartiesAtMost, on.AssumedEffects),
                Is.EqualTo((sum.PartiesAtLeast, sum.PartiesAtMost, sum.AssumedEffects))
            );
        }
    }

    [Property]
    public void The_counts_of_a_part_of_the_participants_are_the_sum_of_their_contributions(GeneratedHistory history)
    {
        var status = history.Status;
        var timeline = status.CountsOverTime(IsMemberThatRatified);
        foreach (var day in history.Days)
            Assert.That(
                timeline.On(day).Text(),
                Is.EqualTo(
                    Counts
                        .Of(status.Participations.Where(p => IsMemberThatRatified(p, day)).Select(p => status.ContributionOf(p, day)))
                        .Text()
                ),
                Iso.Text(day)
            );

        static bool IsMemberThatRatified(Participation participation, DateOnly day) =>
            participation.Participant.KindOn(day) is ParticipantKind.UnMember
            && participation.ConsentInEffect(day)?.Consent.Kind is EventKind.Ratification;
    }

    [Property]
    public void Every_party_is_either_in_force_or_contracting(GeneratedHistory history) =>
        OnEveryDay(
            history,
            contributions =>
            {
                var counts = Counts.Of(contributions);
                Assert.That(counts.ContractingNotInForce + contributions.Count(c => c.Party && c.InForce), Is.EqualTo(counts.Parties));
                Assert.That(
                    counts.PartiesInForce,
                    Is.EqualTo(counts.Parties - counts.ContractingNotInForce + counts.RetroactiveSuccessions + counts.BoundWithoutConsent)
                );
                Assert.That(counts.Signatories, Is.LessThanOrEqualTo(counts.EverSigned));
                Assert.That(counts.PartiesAtLeast ?? counts.Parties, Is.LessThanOrEqualTo(counts.Parties));
                Assert.That(counts.PartiesAtMost ?? counts.Parties, Is.GreaterThanOrEqualTo(counts.Parties));
                Assert.That(counts.SignatoriesNotBound + contributions.Count(c => c.Party && c.Signatory), Is.EqualTo(counts.Signatories));
            }
        );

    [Property]
    public void No_participant_is_a_signatory_and_a_former_party(GeneratedHistory history) =>
        OnEveryDay(history, contributions => Assert.That(contributions.Any(c => c.Signatory && c.FormerParty), Is.False));

    [Property]
    public void Who_applies_provisionally_is_no_party_in_force(GeneratedHistory history) =>
        OnEveryDay(history, contributions => Assert.That(contributions.Any(c => c.ProvisionallyApplying && c.InForce), Is.False));

    [Property]
    public void No_participant_is_a_party_and_a_former_party(GeneratedHistory history) =>
        OnEveryDay(history, contributions => Assert.That(contributions.Any(c => c.Party && c.FormerParty), Is.False));

    [Property]
    public void Only_parties_count_towards_entry_into_force(GeneratedHistory history) =>
        OnEveryDay(history, contributions => Assert.That(contributions.Any(c => c.ForEntryIntoForce && !c.Party), Is.False));

    [Property]
    public void The_threshold_is_met_from_the_Nth_instrument_to_entry_into_force(GeneratedHistory history)
    {
        var status = history.Status;
        if (status.EntryIntoForce is not { Reached: { } reached, Computed: { } computed })
            return;

        var deposited = status.Participations.Count(p => p.Consents.Any(c => c.From <= computed && !(c.Until < computed)));
        Assert.That(deposited, Is.GreaterThanOrEqualTo(reached.Number));
        Assert.That(reached.Consent.Date, Is.LessThanOrEqualTo(computed));
    }

    [Property]
    public void A_standing_says_what_the_contribution_says(GeneratedHistory history)
    {
        var status = history.Status;
        foreach (var day in history.Days)
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

    static void OnEveryDay(GeneratedHistory history, Action<IReadOnlyList<Contribution>> holds)
    {
        var status = history.Status;
        foreach (var day in history.Days)
            holds([.. status.Participations.Select(p => status.ContributionOf(p, day))]);
    }
}
