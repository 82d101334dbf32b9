using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Seeds;

/// <summary>
/// What is wrong with final clauses that are well-formed JSON: parts that are missing, contradict each other or name nothing.
/// </summary>
static class ClauseProblems
{
    /// <summary>The member of the final clauses, and what is wrong with it.</summary>
    public static IEnumerable<(string Member, string Reason)> Of(Treaty treaty)
    {
        var clauses = treaty.FinalClauses;
        return OfEntryIntoForce(clauses.EntryIntoForce, treaty)
            .Concat(OfLaterParticipants(clauses.LaterParticipants))
            .Concat(OfWithdrawal(clauses.Withdrawal))
            .Concat(clauses.EndsBelow is < 1 ? [("endsBelow", "must be 1 or more")] : []);
    }

    static IEnumerable<(string Member, string Reason)> OfEntryIntoForce(EntryIntoForceClause clause, Treaty treaty)
    {
        if (clause.Instruments is < 1)
            yield return ("entryIntoForce.instruments", "must be 1 or more");
        if (clause.Computable && (clause.Delay is null || (clause.Instruments is null && clause.Conditions.Count == 0)))
            yield return (
                "entryIntoForce",
                "needs instruments or conditions (one or more) and a delay, or a reason why it cannot be computed"
            );
        foreach (var reason in clause.Conditions.Select(c => ProblemOf(c, treaty)).OfType<string>())
            yield return ("entryIntoForce.conditions", reason);
    }

    static string? ProblemOf(EntryIntoForceCondition condition, Treaty treaty) =>
        new object?[] { condition.Instruments, condition.Share, condition.Fraction }.Count(part => part is not null) != 1
            ? "has a condition that is not exactly one of instruments, share and fraction"
        : condition.Instruments is < 1 ? "has a condition with less than 1 of instruments"
        : condition.Share is <= 0 or > 1 ? "has a share that is not above 0 and at most 1"
        : condition.Share is not null != condition.Of is not null
            ? "has share without of, or of without share: of names the list of weights"
        : condition.Among is not null && condition.Instruments is null ? "has among without instruments"
        : condition.Fraction is not null != condition.OfPartiesTo is not null
            ? "has fraction without ofPartiesTo, or ofPartiesTo without fraction"
        : condition.Fraction is { } fraction && !IsFraction(fraction) ? $"has the fraction '{fraction}'; write it as 2/3"
        : condition.PartiesOn is not (null or EntryIntoForceCondition.EachDeposit or EntryIntoForceCondition.Adoption)
            ? "has partiesOn "
                + Suggestions
                    .NotOneOf(condition.PartiesOn, [EntryIntoForceCondition.EachDeposit, EntryIntoForceCondition.Adoption])
                    .TrimEnd('.')
        : condition.PartiesOn is not null && condition.Fraction is null ? "has partiesOn without fraction"
        : (condition.Among ?? condition.Of) is { } list && NoSuchList(list, condition, treaty) is { } wrong ? wrong
        : null;

    static string? NoSuchList(string list, EntryIntoForceCondition condition, Treaty treaty)
    {
        var entries = treaty.Lists.Where(e => e.List == list).ToList();
        return entries.Count == 0
                ? $"refers to the list '{list}', which {SeedFormat.Lists(treaty.Id)} does not "
                    + $"have.{Suggestions.SuggestionText(list, treaty.Lists.Select(e => e.List))}"
            : condition.Of is not null && entries.Sum(e => e.Weight) is not > 0
                ? $"refers to the weights of the list '{list}', which {SeedFormat.Lists(treaty.Id)} gives none"
            : null;
    }

    static bool IsFraction(string text) =>
        text.Split('/') is [var above, var below]
        && int.TryParse(above, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
        && int.TryParse(below, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
        && 0 < numerator
        && numerator <= denominator;

    static IEnumerable<(string Member, string Reason)> OfLaterParticipants(LaterParticipantsClause? clause)
    {
        if (clause is { Delay: null, Reason: null })
            yield return ("laterParticipants", "needs a delay, or a reason why it is not known");
    }

    static IEnumerable<(string Member, string Reason)> OfWithdrawal(WithdrawalClause? clause)
    {
        if (clause is null)
            yield break;
        if (new object?[] { clause.EffectAfterReceipt, clause.ReceivedBy, clause.Terms }.Count(part => part is not null) > 1)
            yield return ("withdrawal", "has more than one of effectAfterReceipt, receivedBy and terms");
        if (clause.EffectOn is not null && clause.ReceivedBy is null)
            yield return ("withdrawal.effectOn", "needs receivedBy, the last day of receipt");
        foreach (var (member, day) in new[] { ("withdrawal.receivedBy", clause.ReceivedBy), ("withdrawal.effectOn", clause.EffectOn) })
            if (day is not null && Instant.ParseDay($"2000-{day}") is null)
                yield return (member, $"'{day}' is not MM-DD");
        if (clause.Terms is { FirstYears: < 1 } or { ThenYears: < 1 } or { NoticeMonths: < 1 })
            yield return ("withdrawal.terms", "has a number that is not 1 or more");
        if (clause.NotWithin is { Months: < 0 } or { Days: < 0 } or { Months: 0, Days: 0 })
            yield return ("withdrawal.notWithin", "needs months or days, 1 or more");
    }
}
