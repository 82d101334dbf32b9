using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Seeds;

/// <summary>One thing wrong with a seed file.</summary>
/// <param name="File">Path relative to the seeds directory, with <c>/</c>.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Reason">What is wrong, and what would be right.</param>
/// <param name="Rule">The consistency rule that reports it in a check; <c>null</c> where the file cannot be read at all.</param>
public sealed record SeedProblem(string File, int Line, string Reason, string? Rule = null)
{
    /// <summary>The rule for rows and members that break the format.</summary>
    public const string Malformed = "malformed-seed";

    /// <summary>The rule for values that are understood, but not written as the format has them.</summary>
    public const string NonCanonical = "non-canonical-value";

    /// <summary>The treaty that it concerns, where a file that all treaties share has the line.</summary>
    public string? Treaty { get; init; }

    /// <summary>How to write it, where the value is understood and the rest of the file is read as if it were written so.</summary>
    public SeedCorrection? Fix { get; init; }

    /// <summary>The rule for codes that no participant has.</summary>
    public const string UnknownParticipant = "unknown-participant";

    /// <summary>The rule for ids that no treaty has.</summary>
    public const string UnknownTreaty = "unknown-treaty";

    /// <summary>The rule for ids that no source has.</summary>
    public const string UnknownSource = "unknown-source";

    /// <summary>The rule for parents that do not exist or form a cycle.</summary>
    public const string Parent = "parent-missing-or-cyclic";

    /// <summary>The rule for corrections, which seeds cannot hold.</summary>
    public const string Correction = "correction-target-invalid";

    /// <summary><c>events/untoc.csv:12: …</c> on one line, the form that editors and CI make clickable.</summary>
    public override string ToString() => PlainText.Line($"{File}:{Line}: {Reason}");
}
