using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency;

/// <summary>
/// Whole reports, computed when first asked for and remembered as long as the snapshot they speak of: the same view of a register and the
/// same day give the same report. Two requests at once compute it once.
/// </summary>
public sealed class ReportCache
{
    /// <summary>Days remembered for a view. Most ask about today; the bound keeps a walk over all days from filling the memory.</summary>
    const int MostDays = 32;

    readonly ConditionalWeakTable<
        RegisterView,
        ConcurrentDictionary<DateOnly, Lazy<(Report Report, Reconciliation Reconciliation)>>
    > _byView = [];

    /// <summary>The report on a register as known at an instant, as of a day, and its reconciliation with published counts.</summary>
    public (Report Report, Reconciliation Reconciliation) Of(Register register, DateTimeOffset? knownAt, DateOnly asOf)
    {
        var days = _byView.GetValue(register.KnownAt(knownAt), _ => new());
        if (days.Count >= MostDays && !days.ContainsKey(asOf))
            days.Clear();
        return days.GetOrAdd(
            asOf,
            day =>
                new(() =>
                {
                    var record = CheckContext.OfRegister(register, day, knownAt);
                    return (Checker.Run(record, record.Facts.Waivers, CheckOptions.Everything), Reconciliation.Of(record));
                })
        ).Value;
    }
}
