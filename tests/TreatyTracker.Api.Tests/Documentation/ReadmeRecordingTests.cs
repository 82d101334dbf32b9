using System.Text.RegularExpressions;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Documentation;

/// <summary>
/// Runs the section of README.md on recording, from its first command to its last: it changes the register, so it has a service of its own,
/// whose register is where a reader's is.
/// </summary>
[Category("Slow")]
public sealed partial class ReadmeRecordingTests
{
    /// <summary>The section.</summary>
    public static string Section { get; } = SectionOf().Match(Documents.Text("README.md")).Value;

    [Test]
    public async Task A_stranger_records_a_party_sees_it_and_retracts_it()
    {
        using var shell = await Shell.Open("data");
        var blocks = Block().Matches(Section);
        Assert.That(blocks, Has.Count.EqualTo(4));
        foreach (Match block in blocks)
        {
            var run = shell.Run(block.Groups["commands"].Value);
            Assert.That(run.ExitCode, Is.Zero, run.Error + run.Output);
            if (block.Groups["output"] is { Success: true, Value: var shown })
                Assert.That(run.Output, Is.EqualTo(shown), block.Groups["commands"].Value);
        }
    }

    [GeneratedRegex(@"^## Record an accession\n.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SectionOf();

    [GeneratedRegex(@"^```sh\n(?<commands>.*?)^```\n(?:\n```text\n(?<output>.*?)^```)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
