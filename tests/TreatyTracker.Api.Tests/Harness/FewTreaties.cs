namespace TreatyTracker.Api.Tests.Harness;

/// <summary>
/// Six treaties of the small record, as seeds of their own: what registers hold that a test makes, changes or spoils, because each import,
/// check and start takes a third of the time. A test that needs more treaties names <see cref="SmallRecord"/>. Made once in a run.
/// </summary>
static class FewTreaties
{
    static readonly PartOfRecord s_part = new(["rome-statute", "uncac", "untoc", "untoc-firearms", "untoc-smuggling", "untoc-trafficking"]);

    /// <summary>The directory of seeds.</summary>
    public static string Path => s_part.Path;

    /// <summary>Removes it at the end of a run.</summary>
    public static void Clear() => s_part.Clear();
}
