namespace TreatyTracker.Api.Seeds;

/// <summary>One thing wrong with a seed file.</summary>
/// <param name="File">Path relative to the seeds directory, with <c>/</c>.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Reason">What is wrong and what would be right.</param>
public sealed record SeedProblem(string File, int Line, string Reason)
{
    /// <summary><c>events/untoc.csv:12: …</c>, the form that editors and CI make clickable.</summary>
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>Seeds that cannot be read. Everything wrong is reported at once; nothing was loaded.</summary>
/// <param name="problems">At least one.</param>
public sealed class SeedException(IReadOnlyList<SeedProblem> problems)
    : Exception($"{problems.Count} problem{(problems.Count == 1 ? "" : "s")} in the seeds; nothing was loaded:\n{string.Join('\n', problems)}")
{
    /// <summary>All of them, by file and line.</summary>
    public IReadOnlyList<SeedProblem> Problems { get; } = problems;
}
