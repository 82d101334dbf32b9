namespace TreatyTracker.Api.Commands;

/// <summary>Exit codes of the process.</summary>
static class ExitCode
{
    /// <summary>Success.</summary>
    public const int Done = 0;

    /// <summary>
    /// The command ran, and a person must look at something: findings of a check, conflicts of a merge, treaties that an import left out.
    /// </summary>
    public const int Findings = 1;

    /// <summary>The command could not run, for example because of bad arguments or an unreadable file. Stderr says why.</summary>
    public const int CouldNotRun = 2;
}
