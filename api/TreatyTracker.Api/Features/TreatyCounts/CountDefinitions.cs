using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>What each named count counts: the words of /docs/counts and of the OpenAPI document alike.</summary>
static class CountDefinitions
{
    /// <summary>Ends the sentence "Counts the participants that"; member names stand between backticks.</summary>
    public static string Of(NamedCount count) =>
        count switch
        {
            NamedCount.Parties =>
                "had deposited their consent to be bound on or before the day, and whose withdrawal, if any, had not taken effect. This is the depositary's headline figure: it includes regional organizations and States outside the United Nations, and those for whom the treaty is not yet in force.",
            NamedCount.PartiesInForce =>
                "are parties in the sense of VCLT art. 2(1)(g): the treaty is in force for them on the day, and a parent treaty's condition is met. A succession counts from its effect, even before its deposit.",
            NamedCount.ContractingNotInForce => "are counted in `parties`, and the treaty is not in force for them.",
            NamedCount.Signatories =>
                "signed on or before the day, including those that later consented. A former State is among them until it ceased.",
            NamedCount.EverSigned => "signed on or before the day, whatever came after.",
            NamedCount.SignatoriesNotBound =>
                "signed and hold no consent in being. One that was a party and left is among them if it had signed.",
            NamedCount.ProvisionallyApplying => "apply the treaty provisionally (VCLT art. 25) and are not parties in force.",
            NamedCount.FormerParties =>
                "were parties and left, by withdrawal or by operation of law. One that took back its consent is a signatory again and not among them.",
            _ =>
                "are counted in `parties` and whose instruments count towards the threshold of entry into force: regional organizations do not, unless the clause says so.",
        };

    /// <summary>The definition as a sentence, of the count with this JSON name; <c>null</c> where none has it.</summary>
    public static string? Of(string name) =>
        CountNames.All.Contains(name) ? $"Counts the participants that {Of(CountNames.Of(name))}" : null;
}
