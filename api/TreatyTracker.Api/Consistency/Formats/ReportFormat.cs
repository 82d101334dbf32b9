namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>A representation of a report.</summary>
public enum ReportFormat
{
    /// <summary>For people: plain text, waived findings apart, totals last.</summary>
    Text,

    /// <summary>For programs: valid or not, statistics, findings.</summary>
    Json,

    /// <summary>For CI: JUnit XML, a suite for each group of rules, a case for each rule and treaty.</summary>
    Junit,

    /// <summary>For code scanning and editors: SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>For GitHub Actions: workflow commands that annotate files.</summary>
    Github,
}
