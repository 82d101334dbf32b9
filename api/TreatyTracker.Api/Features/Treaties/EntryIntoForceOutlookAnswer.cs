using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <inheritdoc cref="EntryIntoForceOutlook"/>
[SchemaName(nameof(EntryIntoForceOutlook))]
public sealed record EntryIntoForceOutlookAnswer
{
    /// <inheritdoc cref="EntryIntoForceOutlook.Instruments"/>
    public int? Instruments { get; init; }

    /// <inheritdoc cref="EntryIntoForceOutlook.InEffect"/>
    public required int InBeing { get; init; }

    /// <inheritdoc cref="EntryIntoForceOutlook.Outstanding"/>
    public int? Wanting { get; init; }

    /// <inheritdoc cref="EntryIntoForceOutlook.DepositedOn"/>
    public required DateOnly DepositedOn { get; init; }

    /// <inheritdoc cref="EntryIntoForceOutlook.WouldEnterIntoForceOn"/>
    public DateOnly? WouldEnterIntoForceOn { get; init; }

    internal static EntryIntoForceOutlookAnswer Of(EntryIntoForceOutlook outlook) =>
        new()
        {
            Instruments = outlook.Instruments,
            InBeing = outlook.InEffect,
            Wanting = outlook.Outstanding,
            DepositedOn = outlook.DepositedOn,
            WouldEnterIntoForceOn = outlook.WouldEnterIntoForceOn,
        };
}
