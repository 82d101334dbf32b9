using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>What is missing for the entry into force of a treaty on a day.</summary>
[SchemaName(nameof(EntryIntoForceOutlook))]
public sealed record EntryIntoForceOutlookAnswer
{
    /// <summary>
    /// The number of instruments that the clause requires; absent if it requires no plain number, or if it is not computable.
    /// </summary>
    public int? Instruments { get; init; }

    /// <summary>The number of instruments in effect on the requested day that count towards the threshold.</summary>
    public required int InBeing { get; init; }

    /// <summary>
    /// The number of missing instruments: the fewest with which all conditions could be met; absent if the clause is not computable.
    /// </summary>
    public int? Wanting { get; init; }

    /// <summary>Each condition, with what is missing; empty if the clause is not computable.</summary>
    public required IReadOnlyList<ConditionOutlookAnswer> Conditions { get; init; }

    /// <summary>The assumed date of deposit of the missing instruments.</summary>
    public required DateOnly DepositedOn { get; init; }

    /// <summary>
    /// The date on which the treaty would enter into force if the missing instruments, or those of <c>depositedBy</c>, were deposited on
    /// <c>depositedOn</c>; absent if none are missing, if those of <c>depositedBy</c> are not enough, if the clause is not computable, or
    /// while another treaty on which it depends has no date.
    /// </summary>
    public DateOnly? WouldEnterIntoForceOn { get; init; }

    internal static EntryIntoForceOutlookAnswer Of(EntryIntoForceOutlook outlook, Treaty treaty, AnswerContext context) =>
        new()
        {
            Instruments = outlook.Instruments,
            InBeing = outlook.InEffect,
            Wanting = outlook.Outstanding,
            Conditions = [.. outlook.Conditions.Select(c => ConditionOutlookAnswer.Of(c, treaty, context))],
            DepositedOn = outlook.DepositedOn,
            WouldEnterIntoForceOn = outlook.WouldEnterIntoForceOn,
        };
}
