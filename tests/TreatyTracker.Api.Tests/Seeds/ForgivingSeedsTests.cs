using System.Text;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Seeds;

/// <summary>What people write by hand is understood where it can only mean one thing, reported, and rewritten on request.</summary>
public sealed class ForgivingSeedsTests
{
    const string Header = "participant,kind,date,effective_on,sources,verification,recorded_at,note";

    [TestCase("prk", "participant is 'prk'; the canonical form is 'PRK'")]
    [TestCase("KP", "participant is 'KP'; the canonical form is 'PRK'")]
    [TestCase("408", "participant is '408'; the canonical form is 'PRK'")]
    [TestCase("North Korea", "participant is 'North Korea'; the canonical form is 'PRK'")]
    [TestCase("\"Korea, D.P.R. of\"", "participant is 'Korea, D.P.R. of'; the canonical form is 'PRK'")]
    [TestCase(" PRK ", "participant is ' PRK '; the canonical form is 'PRK'")]
    public void A_participant_in_another_form_is_read_with_a_finding(string written, string finding)
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var line = Replace(seeds, "events/untoc.csv", "PRK,accession,", $"{written},accession,");
        var reading = SeedReader.ReadLenient(seeds);
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Tolerated.Select(p => p.ToString()), Is.EqualTo(new[] { $"events/untoc.csv:{line}: {finding}" }));
        Assert.That(Register.Of(SeedReader.Read(seeds)).Version, Is.EqualTo(Register.Of(SeedReader.Read(Repository.Seeds)).Version));
    }

    [Test]
    public void The_day_of_the_act_tells_States_of_one_name_apart()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        File.AppendAllText(
            Path.Combine(seeds, "events", "uncac.csv"),
            "Yugoslavia,declaration,1985-01-01,,,unverified,,\nYugoslavia,declaration,1995-01-01,,,unverified,,\n"
        );
        var read = SeedReader.ReadLenient(seeds);
        Assert.That(read.Problems, Is.Empty);
        Assert.That(read.Tolerated.Select(p => p.Fix!.Canonical), Is.EqualTo(new[] { "YUCS", "CSXX" }));
    }

    [TestCase("Czechoslovakia", "2001-01-01", ". CSHH (Czechoslovakia) existed until 1992-12-31.")]
    [TestCase("CS", "1985-01-01", ". Several participants have this name: CSHH (Czechoslovakia), CSXX")]
    [TestCase("Hong Kong", "2001-01-01", ". 'Hong Kong' is a territory")]
    [TestCase("Grmany", "2001-01-01", ". No participant has this name or code. Did you mean DEU (Germany)")]
    [TestCase("AUX", "2001-01-01", ". Did you mean AUS")]
    public void A_participant_that_could_be_several_or_none_is_refused_with_the_nearest(string written, string day, string reason)
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        File.AppendAllText(Path.Combine(seeds, "events", "uncac.csv"), $"{written},declaration,{day},,,unverified,,\n");
        var problem = SeedReader.ReadLenient(seeds).Problems.Single();
        Assert.That(problem.Rule, Is.EqualTo("unknown-participant"));
        Assert.That(
            problem.Reason,
            Does.StartWith($"participant '{written}' is not the code of a participant in participants.csv{reason}")
        );
    }

    [Test]
    public void Members_and_waivers_may_name_participants()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        Replace(seeds, "memberships.csv", "EUU,AUT,", "European Union,Austria,");
        File.AppendAllText(Path.Combine(seeds, "waivers.csv"), "double-consent,untoc,Japan,,,for a test,general-knowledge,\n");
        var reading = SeedReader.ReadLenient(seeds);
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Tolerated.Select(p => p.Fix!.Canonical), Is.EqualTo(new[] { "EUU", "AUT", "JPN" }));
        Assert.That(
            reading.Facts.Participants.Single(p => p.Code == "EUU").Participant.Members,
            Is.EqualTo(SeedReader.Read(Repository.Seeds).Participants.Single(p => p.Code == "EUU").Participant.Members)
        );
        Assert.That(reading.Facts.Waivers.Select(w => w.Participant), Does.Contain("JPN"));
    }

    [Test]
    public void Words_may_have_capitals_spaces_and_underscores()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        Replace(seeds, "events/untoc.csv", "PRK,accession,", "PRK,Accession,");
        Replace(seeds, "participants.csv", "AFG,AF,004,un-member", "AFG,AF,004,UN_Member");
        var reading = SeedReader.ReadLenient(seeds);
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(
            reading.Tolerated.Select(p => $"{p.Fix!.Found} {p.Fix.Canonical}"),
            Is.EqualTo(new[] { "Accession accession", "UN_Member un-member" })
        );
    }

    [Test]
    public void Columns_may_come_in_any_order()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var file = Path.Combine(seeds, "former-names.csv");
        var rows = File.ReadAllLines(file).Select(l => l.Split(',')).Select(f => string.Join(',', f[4], f[2], f[0], f[1], f[3]));
        File.WriteAllLines(file, rows);
        var reading = SeedReader.ReadLenient(seeds);
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(
            reading.Tolerated.Select(p => p.ToString()),
            Is.EqualTo(
                new[]
                {
                    "former-names.csv:1: the columns are 'until,name,participant,language,from'; "
                        + "the canonical order is 'participant,language,name,from,until'",
                }
            )
        );
        Assert.That(Register.Of(reading.Facts).Version, Is.EqualTo(Register.Of(SeedReader.Read(Repository.Seeds)).Version));
    }

    [TestCase("participant,kinds,date,effective_on,sources,verification,recorded_at,note", "Unknown column 'kinds'. Did you mean kind?")]
    [TestCase("participant,date,effective_on,sources,verification,recorded_at,note", "The column 'kind' is missing")]
    [TestCase(Header + ",note", "A column stands there twice")]
    [TestCase(Header + ",", "Unknown column ''")]
    public void Other_columns_are_refused_by_name(string header, string reason)
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        Replace(seeds, "events/untoc.csv", Header, header);
        var problem = SeedReader.ReadLenient(seeds).Problems[0];
        Assert.That(problem.ToString(), Does.StartWith("events/untoc.csv:1: the first line must be: " + Header).And.Contain(reason));
    }

    [Test]
    public void Fix_writes_the_canonical_form_and_leaves_every_other_byte()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        Replace(seeds, "events/untoc.csv", "PRK,accession,", "\" Korea, D.P.R. of \",Accession ,");
        Replace(seeds, "events/uncac.csv", "\nAFG,", "\nAfghanistan,");
        var before = Directory.GetFiles(seeds, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.GetLastWriteTimeUtc);

        var run = CommandRunner.Run("check", "--seeds", seeds, "--fix", "--rule", "non-canonical-value", "--format", "json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            run.Error,
            Is.EqualTo("events/uncac.csv: 1 value rewritten in canonical form.\nevents/untoc.csv: 2 values rewritten in canonical form.\n")
        );
        foreach (var file in Directory.EnumerateFiles(Repository.Seeds, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(seeds, Path.GetRelativePath(Repository.Seeds, file));
            Assert.That(File.ReadAllBytes(copy), Is.EqualTo(File.ReadAllBytes(file)), file);
            if (Path.GetFileName(file) is not ("untoc.csv" or "uncac.csv"))
                Assert.That(File.GetLastWriteTimeUtc(copy), Is.EqualTo(before[copy]), file);
        }
        Assert.That(
            Directory.GetFiles(seeds, "*", SearchOption.AllDirectories),
            Has.Length.EqualTo(before.Count),
            "nothing is left behind"
        );
    }

    [Test]
    public void Fix_keeps_line_ends_blank_lines_quotes_and_the_byte_order_mark()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var file = Path.Combine(seeds, "events", "rome-statute.csv");
        var others = $"\r\n\r\n\"FRA\",declaration,\"2001-01-01\",,,unverified,,\"a \"\"note\"\",\nof two lines\"\r\n";
        File.WriteAllText(
            file,
            $"\uFEFF{Header}{others}fra,declaration,2001-01-02,,, unverified,,\"x, \"\"y\"\" \"",
            new UTF8Encoding(false)
        );
        Fix(seeds);
        Assert.That(
            Encoding.UTF8.GetString(File.ReadAllBytes(file)),
            Is.EqualTo($"\uFEFF{Header}{others}FRA,declaration,2001-01-02,,,unverified,,\"x, \"\"y\"\" \"")
        );
    }

    [Test]
    public void Fix_puts_columns_in_order_with_all_their_rows()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var file = Path.Combine(seeds, "other-names.csv");
        File.WriteAllText(file, "name, participant,language\n\"A, \"\"b\"\"\",FRA,en\n\nC,JPN,fr\n");
        Fix(seeds);
        Assert.That(File.ReadAllText(file), Is.EqualTo("participant,language,name\nFRA,en,\"A, \"\"b\"\"\"\n\nJPN,fr,C\n"));
    }

    [Test]
    public void Fix_works_through_more_values_than_a_report_names()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var rows = Enumerable
            .Range(0, 2500)
            .Select(n => $"fra ,declaration,{new DateOnly(2000, 1, 1).AddDays(n):yyyy-MM-dd},,,unverified,,");
        var file = Path.Combine(seeds, "events", "rome-statute.csv");
        File.WriteAllText(file, $"{Header}\n{string.Join('\n', rows)}\n");
        Assert.That(SeedReader.ReadLenient(seeds).Problems.Single().Reason, Does.Contain("more than 1000 problems"));
        Fix(seeds);
        Assert.That(File.ReadAllText(file), Does.Not.Contain("fra"));
        Assert.That(SeedReader.ReadLenient(seeds).Tolerated, Is.Empty);
    }

    [Test]
    public void Fix_is_for_seeds_only()
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        var run = CommandRunner.Run("check", "--database", scratch.DatabaseFile, "--fix");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("--fix and --database cannot be combined"));
    }

    [Test]
    public void A_check_reports_other_forms_as_warnings_and_an_import_takes_them()
    {
        using var scratch = new Scratch();
        var seeds = scratch.CopyOfSeeds();
        var line = Replace(seeds, "events/untoc.csv", "PRK,accession,", "North Korea,accession,");
        var check = CommandRunner.Run("check", "--seeds", seeds, "--rule", "non-canonical-value", "--as-of", "2026-11-28");
        Assert.That(check.ExitCode, Is.Zero, check.Error);
        Assert.That(check.Output, Does.Contain($"events/untoc.csv:{line}: warning non-canonical-value").And.Contain("is 'North Korea'"));
        scratch.Seeded();
        var import = CommandRunner.Run("import", "--seeds", seeds, "--database", scratch.DatabaseFile);
        Assert.That((import.ExitCode, import.Output), Is.EqualTo((0, "The register already contains all of it.\n")), import.Error);
    }

    static void Fix(string seeds) =>
        Assert.That(
            CommandRunner.Run("check", "--seeds", seeds, "--fix", "--rule", "non-canonical-value").Error,
            Does.Contain("rewritten")
        );

    /// <summary>Replaces the first such text of a file, and gives the line where it stood.</summary>
    static int Replace(string seeds, string file, string before, string after)
    {
        var path = Path.Combine(seeds, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(before, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative, before);
        File.WriteAllText(path, text[..at] + after + text[(at + before.Length)..]);
        return text[..at].Count(c => c == '\n') + 1 + (before[0] == '\n' ? 1 : 0);
    }
}
