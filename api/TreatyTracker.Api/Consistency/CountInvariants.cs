using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>What cannot be in the register's own counts, whatever the data.</summary>
public static class CountInvariants
{
    /// <summary>What in some counts does not add up, in words.</summary>
    public static IEnumerable<string> Of(Counts counts)
    {
        foreach (
            var (name, sum) in new[]
            {
                ("kind", counts.Breakdown.ByParticipantKind.Values.Sum()),
                ("consent", counts.Breakdown.ByConsent.Values.Sum()),
                ("region", counts.Breakdown.ByRegion.Values.Sum()),
            }
        )
            if (sum != counts.Parties)
                yield return $"the breakdown by {name} holds {sum} of {counts.Parties} parties";
        if (counts.ContractingNotInForce > counts.Parties)
            yield return $"{counts.ContractingNotInForce} of {counts.Parties} parties are not in force";
        if (counts.SignatoriesNotBound > counts.Signatories)
            yield return $"{counts.SignatoriesNotBound} of {counts.Signatories} signatories are not bound";
        if (counts.CountedForEntryIntoForce > counts.Parties)
            yield return $"{counts.CountedForEntryIntoForce} of {counts.Parties} instruments count";
    }

    /// <summary>Where the counts over time leave the definition, in words.</summary>
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
                yield return $"{name} is {a} over time and {b} by definition";
    }
}
