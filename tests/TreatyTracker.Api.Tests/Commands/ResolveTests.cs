using System.Diagnostics;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Commands;

public sealed class ResolveTests
{
    [Test]
    public void Each_name_is_a_line_and_all_resolved_is_success()
    {
        var run = CommandRunner.Run("resolve", "Zaire", "Korea, Republic of", "kp", "--as-of", "1975-06-30");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(
            run.Output,
            Is.EqualTo(
                "Zaire: COD Democratic Republic of the Congo (former name 'Zaire')\n"
                    + "Korea, Republic of: KOR Republic of Korea (name 'Republic of Korea')\n"
                    + "kp: PRK Democratic People's Republic of Korea (code 'KP')\n"
            )
        );
    }

    [Test]
    public void A_name_that_does_not_resolve_is_a_finding_with_its_reason()
    {
        var run = CommandRunner.Run("resolve", "Japan", "Czechoslovakia", "--as-of", "2000-01-01");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "")));
        Assert.That(run.Output, Does.Contain("\nCzechoslovakia: not-in-existence. CSHH (Czechoslovakia) existed until 1992-12-31."));
    }

    [Test]
    public void Rows_in_JSON_are_those_of_the_API()
    {
        var run = CommandRunner.Run("resolve", "Россия", "Yugoslavia", "--format", "json");
        var rows = JsonNode.Parse(run.Output)!.AsArray();
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(
            (rows.Count, (string?)rows[0]!["participant"]!["code"], (string?)rows[1]!["reason"]),
            Is.EqualTo((2, "RUS", "ambiguous"))
        );
    }

    [Test]
    [Category("Slow")]
    public void Names_are_read_from_standard_input()
    {
        var run = CommandRunner.ToEnd(
            new ProcessStartInfo(
                "bash",
                [
                    "-c",
                    $"printf '\\xEF\\xBB\\xBFZaire\\r\\n\\n  Türkiye \\n' | dotnet '{typeof(Program).Assembly.Location}' resolve France -",
                ]
            )
        );
        Assert.That(
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[1]),
            Is.EqualTo(new[] { "FRA", "COD", "TUR" }),
            run.Error
        );
    }

    [TestCase("Required argument 'NAME' missing", "resolve")]
    [TestCase("--as-of: '1975-02-30' is not a valid date", "resolve", "Zaire", "--as-of", "1975-02-30")]
    [TestCase("--format: 'jsn' is not one of text, json. Did you mean json?", "resolve", "Zaire", "--format", "jsn")]
    [TestCase("must be the path of an existing directory", "resolve", "Zaire", "--seeds", "/nowhere/at/all")]
    public void What_cannot_run_exits_with_2_and_a_message(string message, params string[] args)
    {
        var run = CommandRunner.Run(args);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain(message));
    }

    [Test]
    public void Faulty_names_of_a_directory_stop_it_and_faulty_events_do_not()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        File.AppendAllText(Path.Combine(seeds, "events", "untoc.csv"), "XXX,accession,,,,,,\n");
        Assert.That(CommandRunner.Run("resolve", "Zaire", "--seeds", seeds).ExitCode, Is.Zero);
        File.AppendAllText(Path.Combine(seeds, "other-names.csv"), "XXX,en,Nowhere\n");
        var run = CommandRunner.Run("resolve", "Zaire", "--seeds", seeds);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("other-names.csv:").And.Contain("participant 'XXX' is not the code of a participant"));
    }
}
