namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>How much was checked and found.</summary>
/// <param name="Treaties">Treaties checked.</param>
/// <param name="Rules">Rules that ran.</param>
/// <param name="Errors">Errors that no waiver covers.</param>
/// <param name="Warnings">Warnings that no waiver covers.</param>
/// <param name="Information">Findings for information that no waiver covers.</param>
/// <param name="Waived">Findings of any severity that a waiver covers.</param>
public sealed record ReportStatistics(int Treaties, int Rules, int Errors, int Warnings, int Information, int Waived);
