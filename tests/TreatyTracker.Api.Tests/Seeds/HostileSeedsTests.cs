using System.Diagnostics;
using System.Text;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Seeds;

/// <summary>Seeds that somebody wrote to do harm: what they hold is refused with file and line, within bounded time and memory.</summary>
public sealed class HostileSeedsTests
{
    Scratch _scratch = null!;
    string _seeds = null!;

    [SetUp]
    public void Copy()
    {
        _scratch = new();
        _seeds = _scratch.CopyOfSeeds();
    }

    [TearDown]
    public void Clear() => _scratch.Dispose();

    [TestCase("\u0000", "U+0000")]
    [TestCase("\u001b[31m", "U+001B")]
    [TestCase("a\rb", "U+000D")]
    [TestCase("\u007f", "U+007F")]
    [TestCase("\u0085", "U+0085")]
    [TestCase("\u009b31m", "U+009B")]
    [TestCase("\ufdd0", "U+FDD0")]
    [TestCase("\ufffe", "U+FFFE")]
    [TestCase("\uffff", "U+FFFF")]
    [TestCase("\ud83f\udfff", "U+1FFFF")]
    [TestCase("\udbff\udffe", "U+10FFFE")]
    public void A_forbidden_character_in_a_table_is_refused(string text, string named)
    {
        AppendEvent($"\"x{text}y\"");
        // A carriage return begins a line too.
        AssertRefused("events/untoc.csv", text.Contains('\r') ? 345 : 344, $"note holds {named}");
    }

    [TestCase("tab\tand\nline feed")]
    [TestCase("\U0001F4DC 条约 معاهدة \u202b")]
    public void Any_other_character_is_taken(string text)
    {
        AppendEvent($"\"{text}\"");
        Assert.That(SeedReader.Read(_seeds).Events.Select(e => e.Note), Has.Some.EqualTo(text));
    }

    [TestCase("\\u001b", "U+001B")]
    [TestCase("\\uFFFE", "U+FFFE")]
    [TestCase("\\u0000", "U+0000")]
    [TestCase("\\ud800", "$.subject: ")]
    public void A_forbidden_character_in_a_treaty_is_refused(string escaped, string named)
    {
        Replace("treaties/untoc.json", "\"subject\": \"", $"\"subject\": \"{escaped}");
        var line = Array.FindIndex(File.ReadAllLines(At("treaties/untoc.json")), l => l.Contains(escaped, StringComparison.Ordinal)) + 1;
        AssertRefused("treaties/untoc.json", line, named);
    }

    [TestCase("UNTOC", "XX-1", "is not lower-case letters and digits")]
    [TestCase("un_toc", "XX-1", "is not lower-case letters and digits")]
    [TestCase("un--toc", "XX-1", "is not lower-case letters and digits")]
    [TestCase("xviii-12", "XX-1", "is a name of '")]
    [TestCase("other", "untoc", "is a name of '")]
    [TestCase("other", "xviii-12", "is a name of '")]
    public void Ids_and_numbers_of_treaties_are_one_set_of_names_in_any_letter_case(string id, string mtdsg, string reason)
    {
        File.WriteAllText(
            At($"treaties/{id}.json"),
            File.ReadAllText(At("treaties/untoc.json"))
                .Replace("\"id\": \"untoc\"", $"\"id\": \"{id}\"", StringComparison.Ordinal)
                .Replace("\"mtdsg\": \"XVIII-12\"", $"\"mtdsg\": \"{mtdsg}\"", StringComparison.Ordinal)
        );
        File.Copy(At("events/uncac.csv"), At($"events/{id}.csv"));
        AssertRefused(null, null, reason);
    }

    [Test]
    public void Sources_that_differ_in_letter_case_alone_are_refused()
    {
        File.AppendAllText(At("sources.csv"), "UNTC-2014-01-27,The same in capitals,,,\n");
        AssertRefused("sources.csv", null, "stands here twice");
    }

    [TestCase("a|b")]
    [TestCase("=cmd")]
    [TestCase("../x")]
    public void A_source_s_id_that_lists_and_addresses_cannot_hold_is_refused(string id)
    {
        File.AppendAllText(At("sources.csv"), $"{id},x,,,\n");
        AssertRefused("sources.csv", null, $"id '{id}' is not");
    }

    [TestCase("participants.csv", "AFG,AF,", "AFG,af,", "iso2 is not two capital letters")]
    [TestCase("treaties/untoc.json", "\"mtdsg\":", "\"id\": \"untoc\",\n  \"mtdsg\":", "id")]
    [TestCase("treaties/untoc.json", "\"titles\": {", "\"titles\": {\n    \"en\": \"Another\",", "en")]
    public void A_member_or_code_in_another_form_or_twice_is_refused(string file, string right, string wrong, string reason)
    {
        Replace(file, right, wrong);
        AssertRefused(file, null, reason);
    }

    [TestCase("sources.csv", "/dev/zero")]
    [TestCase("events/untoc.csv", "/dev/zero")]
    [TestCase("treaties/untoc.json", "/dev/zero")]
    [TestCase("treaties/untoc.json", "PIPE")]
    [TestCase("waivers.csv", "PIPE")]
    public void Only_regular_files_are_read(string file, string what)
    {
        File.Delete(At(file));
        if (what == "PIPE")
            Assert.That(CommandRunner.Command("mkfifo", At(file)).ExitCode, Is.Zero);
        else
            File.CreateSymbolicLink(At(file), what);
        var run = Task.Run(() => AssertRefused(file, 1, "not a regular file"));
        Assert.That(run.Wait(TimeSpan.FromSeconds(30)), Is.True, "it is read without end");
    }

    [Test]
    public void A_link_to_a_regular_file_is_read()
    {
        File.Move(At("sources.csv"), Path.Combine(_scratch.Path, "elsewhere.csv"));
        File.CreateSymbolicLink(At("sources.csv"), Path.Combine(_scratch.Path, "elsewhere.csv"));
        Assert.That(SeedReader.Read(_seeds).Sources, Is.Not.Empty);
    }

    [TestCase("events/untoc.csv")]
    [TestCase("treaties/untoc.json")]
    public void A_file_of_more_than_64_MB_is_not_read(string file)
    {
        using (var large = File.OpenWrite(At(file)))
            large.SetLength((64 << 20) + 1);
        AssertRefused(file, 1, "larger than 64 MB");
    }

    [Test]
    public void A_field_of_more_than_64_kB_is_refused()
    {
        AppendEvent(new string('x', (64 << 10) + 1));
        AssertRefused("events/untoc.csv", 344, "note is longer than 64 kB");
        _scratch.Dispose();
        Copy();
        Replace("treaties/untoc.json", "\"subject\": \"", $"\"subject\": \"{new string('x', 64 << 10)}");
        AssertRefused("treaties/untoc.json", null, "longer than 64 kB");
    }

    [Test]
    public void JSON_that_is_nested_without_end_is_refused()
    {
        File.WriteAllText(At("treaties/untoc.json"), new StringBuilder().Insert(0, "{\"titles\":", 100_000).ToString());
        AssertRefused("treaties/untoc.json", 1, "");
    }

    [TestCase("\"a\\u001b\"")]
    [TestCase("[\"a\\ufffe\"]")]
    [TestCase("null")]
    public void JSON_that_is_no_object_is_refused(string json)
    {
        File.WriteAllText(At("treaties/zz.json"), json);
        AssertRefused("treaties/zz.json", 1, "");
    }

    [TestCase("\"instruments\": 40,", "\"conditions\": [null],", "holds null")]
    [TestCase("\"days\": 90", "\"days\": -2147483648", "is negative")]
    [TestCase(
        "\"months\": 12",
        "\"months\": 12 }, \"terms\": { \"firstYears\": 2147483647, \"thenYears\": 1, \"noticeMonths\": 2147483647",
        "more than one"
    )]
    [TestCase(
        "\"months\": 12",
        "\"months\": 12 }, \"terms\": { \"firstYears\": -2147483648, \"thenYears\": -1, \"noticeMonths\": -1",
        "not 1 or more"
    )]
    public void A_clause_with_absurd_numbers_or_null_is_a_finding_and_no_crash(string right, string wrong, string reason)
    {
        Replace("treaties/untoc.json", right, wrong);
        AssertRefused("treaties/untoc.json", null, reason);
        var run = CommandRunner.Run("check", "--seeds", _seeds);
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Output, Does.Contain(reason));
    }

    [Test]
    public void A_file_of_nothing_but_problems_is_read_to_its_thousandth()
    {
        File.AppendAllText(At("events/untoc.csv"), new StringBuilder().Insert(0, "x\n", 3_000_000).ToString());
        var refusal = Assert.Throws<SeedException>(() => SeedReader.Read(_seeds))!;
        Assert.That(refusal.Problems, Has.Count.EqualTo(1_002));
        Assert.That(refusal.Problems[^1].Reason, Does.Contain("the rest of the file was not read"));
    }

    [Test]
    public void Members_without_end_are_looked_at_to_the_two_thousandth()
    {
        var members = string.Join(',', Enumerable.Range(0, 5_000).Select(n => $"\"m{n}\":1"));
        Replace("treaties/untoc.json", "\"titles\": {", $"\"{new string('x', 60_000)}\": {{ {members} }},\n  \"titles\": {{");
        AssertRefused("treaties/untoc.json", null, "more than 2000 members");
    }

    /// <summary>A million rows, 37 MB: today's record has 3,000.</summary>
    [Test]
    [Category("Slow")]
    public void A_million_rows_take_less_than_a_gigabyte()
    {
        using (var file = new StreamWriter(At("events/untoc.csv"), append: true))
            for (var n = 0; n < 1_000_000; n++)
                file.Write("AFG,declaration,2000-12-12,,untc-2014-07-10,table,,\n");
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        using var done = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(20);
            }
        });
        var clock = Stopwatch.StartNew();
        var facts = SeedReader.Read(_seeds);
        done.Cancel();
        watch.Wait();
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Out.WriteLine(
            $"{facts.Events.Count} events in {clock.Elapsed}; {held >> 20} MB held, {(peak - before) >> 20} MB at the peak"
        );
        // Not the peak: other tests allocate in this process at the same time.
        Assert.That(held >> 20, Is.LessThan(1024));
        GC.KeepAlive(facts);
    }

    [TestCase("github")]
    [TestCase("text")]
    public void Nothing_in_seeds_starts_a_workflow_command_or_steers_a_terminal(string format)
    {
        AppendEvent("x", kind: "\"\n::error::broken\n##[error]broken \u001b]0;title\u0007\"");
        File.WriteAllText(At("treaties/x\n::stop-commands::y.json"), "{");
        File.AppendAllText(At("sources.csv"), "a,b,c,\"\n::set-env::\n\"\n");
        foreach (
            var run in new[]
            {
                CommandRunner.Run("check", "--seeds", _seeds, "--format", format),
                CommandRunner.Run("import", "--seeds", _seeds, "--database", _scratch.DatabaseFile),
                CommandRunner.Run("check", "--seeds", _seeds + "\u001b[31m", "--format", format),
            }
        )
        {
            Assert.That(run.ExitCode, Is.Not.Zero);
            Assert.That(run.Output + run.Error, Does.Not.Contain("\u001b").And.Not.Contain("\u0007"));
            var lines = (run.Output + "\n" + run.Error).Split('\n').Where(l => !l.StartsWith("::error file=", StringComparison.Ordinal));
            Assert.That(lines.Where(l => l.TrimStart().StartsWith("::", StringComparison.Ordinal) || l.Contains("##[")), Is.Empty);
        }
    }

    string At(string file) => Path.Combine(_seeds, file);

    void AppendEvent(string note, string kind = "declaration") =>
        File.AppendAllText(At("events/untoc.csv"), $"PRK,{kind},2016-06-17,,,table,,{note}\n");

    void Replace(string file, string right, string wrong) => Scratch.Edit(At(file), right, wrong);

    void AssertRefused(string? file, int? line, string reason)
    {
        var refusal = Assert.Throws<SeedException>(() => SeedReader.Read(_seeds))!;
        Assert.That(
            refusal.Problems.Where(p => (file is null || p.File == file) && (line is null || p.Line == line)).Select(p => p.Reason),
            Has.Some.Contain(reason),
            refusal.Message
        );
    }
}
