using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Seeds;

public sealed class BadSeedsTests
{
    [TestCase("events/untoc.csv", 2, "2000-12-12", "2000-12-32", "date '2000-12-32' is not a day")]
    [TestCase("events/untoc.csv", 3, "signature", "signed", "kind 'signed' is not one of")]
    [TestCase("events/untoc.csv", 4, "AUT", "AUX", "participant 'AUX' is not the code")]
    [TestCase("events/untoc.csv", 5, "table", "sure", "verification 'sure' is not one of")]
    [TestCase("events/untoc.csv", 6, "untc-2014-07-10", "untc-2014", "sources 'untc-2014' is not an id")]
    [TestCase("events/untoc.csv", 7, ",table", "", "fields where 8 are due")]
    [TestCase("events/untoc.csv", 1, "kind", "action", "the first line must be")]
    [TestCase("events/untoc.csv", 8, "signature", "correction", "made by import")]
    [TestCase("participants.csv", 2, "AFG", "afg", "not three or four capital letters")]
    [TestCase("participants.csv", 3, "un-member", "member", "kind 'member' is not one of")]
    [TestCase("participants.csv", 4, "ALB", "AGO", "stands here twice")]
    [TestCase("former-names.csv", 2, "en", "eo", "language 'eo'")]
    [TestCase("other-names.csv", 2, "ARE", "UAE", "participant 'UAE' is not the code")]
    [TestCase("other-names.csv", 2, "en", "eo", "language 'eo'")]
    [TestCase("other-names.csv", 2, "UAE", "", "name is empty")]
    [TestCase("other-names.csv", 3, "ARE,fr,EAU", "ARE,en,UAE", "stands here twice")]
    [TestCase("memberships.csv", 2, "1995-01-01", "", "from is empty")]
    [TestCase("published-counts.csv", 16, "189", "thirty", "is not a whole number")]
    [TestCase("sources.csv", 4, "ccpcj-status-2005-03-08", "bgbl-at-iii-57-2025", "stands here twice")]
    [TestCase("treaties/untoc.json", 4, "convention", "treaty", "expected one of convention")]
    [TestCase("treaties/untoc.json", 2, "\"id\"", "\"name\"", "name")]
    [TestCase("treaties/untoc-firearms.json", 5, "untoc", "untok", "parent 'untok' is not a treaty")]
    public void A_bad_row_is_refused_with_file_line_and_reason_and_nothing_is_loaded(
        string file,
        int line,
        string right,
        string wrong,
        string reason
    )
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var lines = File.ReadAllLines(Path.Combine(seeds, file));
        Assert.That(lines[line - 1], Does.Contain(right), "the test spoils what is there");
        lines[line - 1] = lines[line - 1].Replace(right, wrong, StringComparison.Ordinal);
        File.WriteAllLines(Path.Combine(seeds, file), lines);

        var refusal = Assert.Throws<SeedException>(() => SeedReader.Read(seeds))!;

        var problem = refusal.Problems.First(p => p.File == file);
        Assert.That(problem.Reason, Does.Contain(reason));
        if (!file.EndsWith("json", StringComparison.Ordinal) || problem.Line != 1)
            Assert.That(problem.Line, Is.EqualTo(line));
        Assert.That(refusal.Message, Does.Contain($"{problem.File}:{problem.Line}: ").And.Contain("nothing was loaded"));
    }

    [Test]
    public void Everything_wrong_is_reported_at_once()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        File.Delete(Path.Combine(seeds, "memberships.csv"));
        File.WriteAllText(Path.Combine(seeds, "events", "nothing.csv"), "");
        File.AppendAllText(Path.Combine(seeds, "events", "untoc.csv"), "PRK,accession,20160617,,,table,,\n");

        var refusal = Assert.Throws<SeedException>(() => SeedReader.Read(seeds))!;

        Assert.That(
            refusal.Problems.Select(p => p.File),
            Is.EqualTo(new[] { "events/nothing.csv", "events/untoc.csv", "memberships.csv" })
        );
    }

    [TestCase("other-names.csv")]
    [TestCase("waivers.csv")]
    public void A_record_need_not_have(string file)
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        File.Delete(Path.Combine(seeds, file));

        var read = SeedReader.Read(seeds);

        Assert.That(SeedWriter.Write(read).Keys, Does.Not.Contain(file));
    }

    [Test]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        File.AppendAllText(Path.Combine(seeds, "sources.csv"), "x,");
        using (var stream = File.Open(Path.Combine(seeds, "sources.csv"), FileMode.Append))
            stream.Write([0xff, 0xfe, 0x0a]);
        Assert.That(() => SeedReader.Read(seeds), Throws.InstanceOf<SeedException>().With.Message.Contains("UTF-8"));
    }

    [Test]
    public void A_service_whose_seeds_are_bad_does_not_start_and_leaves_an_empty_register()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        File.AppendAllText(Path.Combine(seeds, "events", "untoc.csv"), "PRK,accession,2016-06-99,,,table,,\n");

        var run = CommandRunner.Run("--database", scratch.DatabaseFile, "--seeds", seeds, "--urls", "http://127.0.0.1:0");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("events/untoc.csv:344: date '2016-06-99'"));
        Assert.That(Register.Load(scratch.Database).Facts.Treaties, Is.Empty);
    }
}
