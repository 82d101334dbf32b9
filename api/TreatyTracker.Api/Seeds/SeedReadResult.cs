using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Seeds;

/// <summary>What could be read of a directory of seeds.</summary>
/// <param name="Facts">All sound facts: rows with a problem are left out, unless the problem is only an unknown source.</param>
/// <param name="Lines">File and line of every event, by its id, and of what <see cref="SeedLocations"/> names.</param>
/// <param name="Problems">Everything wrong, by file and line.</param>
/// <param name="Tolerated">Everything that is understood but not written as the format has it, by file and line.</param>
public sealed record SeedReadResult(
    Facts Facts,
    IReadOnlyDictionary<string, (string File, int Line)> Lines,
    IReadOnlyList<SeedProblem> Problems,
    IReadOnlyList<SeedProblem> Tolerated
);
