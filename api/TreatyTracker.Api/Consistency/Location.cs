namespace TreatyTracker.Api.Consistency;

/// <summary>The location of a finding in the seeds.</summary>
/// <param name="File">Path relative to the seeds directory, separated by <c>/</c>.</param>
/// <param name="Line">Line number, starting at 1.</param>
public sealed record Location(string File, int Line);
