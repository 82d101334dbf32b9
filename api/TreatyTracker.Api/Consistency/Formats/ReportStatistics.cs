namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>Totals of what was checked and found.</summary>
/// <param name="Treaties">Number of treaties checked.</param>
/// <param name="Rules">Number of rules that ran.</param>
/// <param name="Errors">Number of errors that no waiver covers.</param>
/// <param name="Warnings">Number of warnings that no waiver covers.</param>
/// <param name="Information">Number of informational findings that no waiver covers.</param>
/// <param name="Waived">Number of findings of any severity that a waiver covers.</param>
public sealed record ReportStatistics(int Treaties, int Rules, int Errors, int Warnings, int Information, int Waived);
