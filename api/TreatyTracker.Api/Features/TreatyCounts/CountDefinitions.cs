using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The definitions of the named counts, for /docs/counts and the OpenAPI document.</summary>
static class CountDefinitions
{
    /// <summary>Completes the sentence "Counts the participants that". Member names are in backticks.</summary>
    public static string Of(NamedCount count) =>
        count switch
        {
            NamedCount.Parties =>
                "deposited their consent to be bound on or before the day, and whose withdrawal, if any, had not taken effect. "
                    + "This is the depositary's headline figure. It includes regional organizations, States that are not United Nations "
                    + "Members, and participants for which the treaty is not yet in force.",
            NamedCount.PartiesInForce =>
                "are parties in the sense of VCLT art. 2(1)(g): the treaty is in force for them on the day, and the condition of a parent "
                    + "treaty, if any, is met. A succession counts from its date of effect, even before its deposit.",
            NamedCount.ContractingNotInForce => "are counted in `parties`, but the treaty is not in force for them.",
            NamedCount.Signatories =>
                "signed on or before the day, including those that later consented. This is the depositary's headline figure. Former "
                    + "parties and States that ceased to exist are not included.",
            NamedCount.EverSigned => "signed on or before the day, regardless of later acts.",
            NamedCount.SignatoriesNotBound =>
                "are counted in `signatories` and have no consent in effect. A signatory that became a party and later left is not "
                    + "included.",
            NamedCount.ProvisionallyApplying => "apply the treaty provisionally (VCLT art. 25) and are not parties in force.",
            NamedCount.FormerParties =>
                "were parties in force and left, by their own act or by cessation. Not included are States that ceased to exist, parties "
                    + "to a treaty that itself ended, and participants that left before the treaty was in force for them.",
            _ => "are counted in `parties` and whose instruments count towards the threshold for entry into force. "
                + "Instruments of regional organizations count only if the clause says so.",
        };

    /// <summary>The definition of the count with this JSON name, as a sentence; <c>null</c> if no count has the name.</summary>
    public static string? Of(string name) =>
        WireNames.Find<NamedCount>(name) is { } count ? $"Counts the participants that {Of(count)}" : null;
}
