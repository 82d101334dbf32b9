namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>A format of consistency reports.</summary>
public enum ReportFormat
{
    /// <summary>Plain text for people, with waived findings and totals at the end.</summary>
    Text,

    /// <summary>JSON for programs: validity, statistics and findings.</summary>
    Json,

    /// <summary>JUnit XML for CI: a suite for each group of rules, a case for each rule and treaty.</summary>
    Junit,

    /// <summary>SARIF 2.1.0 for code scanning and editors.</summary>
    Sarif,

    /// <summary>Workflow commands for GitHub Actions, which annotate files.</summary>
    Github,
}
