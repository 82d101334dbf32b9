namespace TreatyTracker.Api.Seeds;

/// <summary>
/// Seeds that cannot be read, or that contradict the law or themselves. It reports all problems at once; nothing was loaded.
/// </summary>
/// <param name="problems">At least one.</param>
public sealed class SeedException(IReadOnlyList<SeedProblem> problems)
    : Exception(
        $"{problems.Count} problem{(problems.Count == 1 ? "" : "s")} in the seeds; nothing was loaded:\n{string.Join('\n', problems)}"
    )
{
    /// <summary>All of them, by file and line.</summary>
    public IReadOnlyList<SeedProblem> Problems { get; } = problems;
}
