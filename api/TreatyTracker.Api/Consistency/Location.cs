namespace TreatyTracker.Api.Consistency;

/// <summary>Where in the seeds a finding is.</summary>
/// <param name="File">Path relative to the seeds directory, with <c>/</c>.</param>
/// <param name="Line">Line, from 1.</param>
public sealed record Location(string File, int Line);
