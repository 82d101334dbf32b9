namespace TreatyTracker.Api.Commands;

/// <summary>What a process of this service ends with.</summary>
static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>It ran and found something wrong: that is for checks alone.</summary>
    public const int Findings = 1;

    /// <summary>It could not run: bad arguments, unreadable files, not a database. A sentence on stderr says which.</summary>
    public const int CouldNotRun = 2;
}
