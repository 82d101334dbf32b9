using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency;

/// <summary>Whole reports, remembered as long as the snapshot that they are about.</summary>
public static class ReportCache
{
    /// <summary>A report is large: a view remembers about 32 of them. Most requests are about today.</summary>
    const int Weight = 128;

    /// <summary>The report for a register as known at an instant, as of a day, and the reconciliation with published counts.</summary>
    public static ReconciledReport Of(Register register, DateTimeOffset? knownAt, DateOnly asOf) =>
        register
            .At(knownAt)
            .KnownAt(knownAt)
            .Remember(
                (nameof(ReportCache), asOf),
                () =>
                {
                    var context = CheckContext.OfRegister(register, asOf, knownAt);
                    return new ReconciledReport(
                        Checker.Run(context, context.Facts.Waivers, CheckOptions.Everything),
                        Reconciliation.Of(context)
                    );
                },
                Weight
            );
}
