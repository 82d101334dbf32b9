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
        var sumInForce = counts.Parties - counts.ContractingNotInForce + counts.RetroactiveSuccessions + counts.BoundWithoutConsent;
        if (counts.PartiesInForce != sumInForce)
            yield return $"{counts.PartiesInForce} parties are in force, but the other counts add up to {sumInForce}";
        if (counts.PartiesAtLeast > counts.Parties || counts.PartiesAtMost < counts.Parties)
            yield return $"{counts.Parties} parties are not between {counts.PartiesAtLeast} and {counts.PartiesAtMost}";
        if (counts.Signatories > counts.EverSigned)
            yield return $"{counts.Signatories} are signatories, but only {counts.EverSigned} ever signed";
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
        foreach (var count in Enum.GetValues<NamedCount>())
            if ((overTime.Figure(count), defined.Figure(count)) is var (a, b) && a != b)
                yield return $"{count.WireName()} is {a} in the counts over time but {b} by definition";
    }
}
