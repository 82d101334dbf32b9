using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>Invariants of computed counts. They hold for any data: a violation is a bug in the register.</summary>
public static class CountInvariants
{
    /// <summary>Describes each contradiction within one set of counts.</summary>
    public static IEnumerable<string> Of(Counts counts)
    {
        foreach (
            var (name, sum) in new[]
            {
                ("kind", counts.Breakdown.ByParticipantKind.Sum(c => c.Value)),
                ("consent", counts.Breakdown.ByConsent.Sum(c => c.Value)),
                ("region", counts.Breakdown.ByRegion.Sum(c => c.Value)),
            }
        )
            if (sum != counts.Parties)
                yield return $"the breakdown by {name} adds up to {sum}, not to the {counts.Parties} parties";
        if (counts.ContractingNotInForce > counts.Parties)
            yield return $"the treaty is not in force for {counts.ContractingNotInForce} of {counts.Parties} parties";
        if (counts.SignatoriesNotBound > counts.Signatories)
            yield return $"{counts.SignatoriesNotBound} of {counts.Signatories} signatories are not bound";
        if (counts.CountedForEntryIntoForce > counts.Parties)
            yield return $"{counts.CountedForEntryIntoForce} instruments count for entry into force, but there are {counts.Parties} "
                + "parties";
    }

    /// <summary>Describes each difference between the counts over time and the counts computed by definition for the same day.</summary>
    public static IEnumerable<string> Of(Counts overTime, Counts defined)
    {
        foreach (
            var (name, a, b) in new[]
            {
                ("parties", overTime.Parties, defined.Parties),
                ("partiesInForce", overTime.PartiesInForce, defined.PartiesInForce),
                ("signatories", overTime.Signatories, defined.Signatories),
                ("formerParties", overTime.FormerParties, defined.FormerParties),
                ("countedForEntryIntoForce", overTime.CountedForEntryIntoForce, defined.CountedForEntryIntoForce),
            }
        )
            if (a != b)
                yield return $"{name} is {a} in the counts over time but {b} by definition";
    }
}
