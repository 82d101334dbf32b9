namespace TreatyTracker.Api.Consistency;

/// <summary>What the rules find in a record, and how its counts compare with published ones.</summary>
/// <param name="Report">The findings of all rules.</param>
/// <param name="Reconciliation">The comparison with published counts.</param>
public sealed record ReconciledReport(Report Report, Reconciliation Reconciliation);
