using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Commands;

/// <summary>How far an import reaches: what a directory lacks, one treaty alone, and the faults of others.</summary>
public sealed class ImportScopeTests
{
    const string Columns = "participant,kind,date,effective_on,sources,verification,recorded_at,note\n";

    [Test]
    public void A_row_that_the_seeds_lack_stays_until_its_retraction_is_asked_for()
    {
        using var scratch = new Scratch();
        var seeds = Seeds(scratch, ("one", "XAR,accession,2001-02-05,,s1,table,,\nXBO,accession,2016-09-05,,s1,table,,\n"));
        Import(scratch, seeds);
        Write(seeds, "one", "XAR,accession,2001-02-05,,s1,table,,\n");

        Assert.That(
            Import(scratch, seeds).Output,
            Does.EndWith("1 recorded event is not in these seeds and stays. --retract would retract it.\n")
        );
        Assert.That(Parties(scratch, "one"), Is.EqualTo(2));

        Assert.That(Import(scratch, seeds, "--retract").Output, Does.StartWith("- one-XBO-accession-2016-09-05 is retracted\n"));
        Assert.That(Parties(scratch, "one"), Is.EqualTo(1));
    }

    [Test]
    public void A_changed_day_is_still_a_correction_when_nothing_is_retracted()
    {
        using var scratch = new Scratch();
        var seeds = Seeds(scratch, ("one", "XAR,accession,2001-02-05,,s1,table,,\n"));
        Import(scratch, seeds);
        Write(seeds, "one", "XAR,accession,2001-02-04,,s1,table,,\n");
        Assert.That(Import(scratch, seeds).Output, Does.StartWith("~ one-XAR-accession-2001-02-05 becomes XAR accession 2001-02-04"));
    }

    [Test]
    public void A_treaty_that_the_seeds_lack_stays_as_it_is()
    {
        using var scratch = new Scratch();
        var seeds = Seeds(scratch, ("one", "XAR,accession,2001-02-05,,s1,table,,\n"), ("two", "XBO,accession,2002-03-06,,s1,table,,\n"));
        File.AppendAllText(Path.Combine(seeds, "published-counts.csv"), "two,2003-01-01,parties,1,s1,\n");
        Import(scratch, seeds);
        Remove(seeds, "two");
        File.WriteAllText(Path.Combine(seeds, "published-counts.csv"), "treaty,as_of,metric,published,source,note\n");

        var run = Import(scratch, seeds);
        Assert.That(
            (run.ExitCode, run.Output),
            Is.EqualTo((0, "The register already contains all of it.\n1 treaty of the register is not in these seeds and stays.\n")),
            run.Error
        );
        Assert.That(Parties(scratch, "two"), Is.EqualTo(1));
        Assert.That(Register.Load(scratch.Database).Facts.PublishedCounts, Has.Count.EqualTo(1));

        var retracting = Import(scratch, seeds, "--retract");
        Assert.That((retracting.ExitCode, retracting.Error), Is.EqualTo((2, retracting.Error)));
        Assert.That(retracting.Error, Does.Contain("A register never drops a treaty"));
    }

    [Test]
    public void One_treaty_can_be_imported_alone()
    {
        using var scratch = new Scratch();
        var seeds = Seeds(scratch, ("one", "XAR,accession,2001-02-05,,s1,table,,\n"), ("two", ""));
        Import(scratch, seeds);
        Write(seeds, "one", "XAR,accession,2001-02-04,,s1,table,,\n");
        Write(seeds, "two", "XBO,accession,2002-03-06,,s1,table,,\n");

        Assert.That(
            Import(scratch, seeds, "--treaty", "T-two").Output,
            Is.EqualTo("+ two-XBO-accession-2002-03-06\n1 event recorded, 0 of them corrections.\n")
        );
        Assert.That(Import(scratch, seeds, "--treaty", "one").Output, Does.StartWith("~ one-XAR-accession-2001-02-05"));
        Assert.That(Import(scratch, seeds, "--treaty", "on").Error, Does.Contain("Unknown treaty 'on' in these seeds. Did you mean one?"));
    }

    [Test]
    public void The_faults_of_another_treaty_do_not_stop_the_import_of_one()
    {
        using var scratch = new Scratch();
        var seeds = Seeds(scratch, ("one", "XAR,accession,2001-02-05,,s1,table,,\n"), ("two", "XZZ,accession,2002-03-06,,s1,table,,\n"));
        Assert.That(Import(scratch, seeds).Error, Does.Contain("events/two.csv:2: participant 'XZZ'"));
        Assert.That(Import(scratch, seeds, "--treaty", "one").ExitCode, Is.Zero);
        Assert.That(Import(scratch, seeds, "--treaty", "two").Error, Does.Contain("events/two.csv:2"));
        Assert.That(Register.Load(scratch.Database).Facts.Treaties.Select(t => t.Id), Is.EqualTo(new[] { "one" }));
    }

    [TestCase("events/two.csv", Columns + "XBO,accession,2002-03-06,,s1,table,,\nXAR,accession,2002-02-30,,s1,table,,\n")]
    [TestCase("events/two.csv", Columns + "XBO,accession,2002-03-06,,s1,table,,\nXBO,accession,2004-03-06,,s1,table,,\n")]
    [TestCase("events/two.csv", "no,such,columns\n")]
    [TestCase("treaties/two.json", "{ \"id\": \"two\" ")]
    public void Keep_going_imports_the_others_and_nothing_of_the_faulty_one(string file, string text)
    {
        using var scratch = new Scratch();
        var seeds = Seeds(
            scratch,
            ("one", "XAR,accession,2001-02-05,,s1,table,,\n"),
            ("two", "XBO,accession,2002-03-06,,s1,table,,\n"),
            ("three", "XAR,accession,2001-02-05,,s1,table,,\n")
        );
        File.WriteAllText(Path.Combine(seeds, file), text);
        Assert.That(Import(scratch, seeds).ExitCode, Is.EqualTo(2));

        var run = Import(scratch, seeds, "--keep-going");
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.StartWith("1 treaty was not imported (two)"));
        Assert.That(Register.Load(scratch.Database).Facts.Treaties.Select(t => t.Id), Is.EqualTo(new[] { "one", "three" }));
        Assert.That((Parties(scratch, "one"), Parties(scratch, "three")), Is.EqualTo((1, 1)));
    }

    [Test]
    public void A_published_count_that_differs_is_a_fault_of_its_treaty_alone()
    {
        using var scratch = new Scratch();
        var seeds = Seeds(scratch, ("one", "XAR,accession,2001-02-05,,s1,table,,\n"), ("two", "XBO,accession,2002-03-06,,s1,table,,\n"));
        File.AppendAllText(Path.Combine(seeds, "published-counts.csv"), "two,2003-01-01,parties,5,s1,\n");
        Assert.That(Import(scratch, seeds, "--treaty", "one").ExitCode, Is.Zero);
        var faulty = Import(scratch, seeds, "--treaty", "two");
        Assert.That((faulty.ExitCode, faulty.Output), Is.EqualTo((2, "")));
        Assert.That(faulty.Error, Does.Contain("published-counts.csv:2: "));

        var run = Import(scratch, seeds, "--keep-going");
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.StartWith("1 treaty was not imported (two), because of 1 problem:\npublished-counts.csv:2: "));
    }

    [Test]
    public void Keep_going_leaves_a_faulty_treaty_of_the_register_as_it_was_even_when_it_retracts()
    {
        using var scratch = new Scratch();
        var seeds = Seeds(scratch, ("one", "XAR,accession,2001-02-05,,s1,table,,\n"), ("two", "XBO,accession,2002-03-06,,s1,table,,\n"));
        Import(scratch, seeds);
        Write(seeds, "one", "");
        Write(seeds, "two", "XBO,accession,2002-02-30,,s1,table,,\n");
        var run = Import(scratch, seeds, "--keep-going", "--retract");
        Assert.That(run.Output, Does.StartWith("- one-XAR-accession-2001-02-05 is retracted\n"), run.Error);
        Assert.That((Parties(scratch, "one"), Parties(scratch, "two")), Is.EqualTo((0, 1)));
    }

    [Test]
    public void What_all_treaties_share_must_be_sound_even_for_keep_going()
    {
        using var scratch = new Scratch();
        var seeds = Seeds(scratch, ("one", "XAR,accession,2001-02-05,,s1,table,,\n"));
        File.WriteAllText(Path.Combine(seeds, "sources.csv"), "id,title\n");
        var run = Import(scratch, seeds, "--keep-going");
        Assert.That((run.ExitCode, scratch.Database.Exists), Is.EqualTo((2, false)));
    }

    /// <summary>
    /// The depositary wrote over the row of a State that had left and come back: the years in which it was bound are not erased.
    /// </summary>
    [Test]
    public void A_consent_moved_past_its_own_entry_into_force_is_refused_until_it_is_explained()
    {
        using var scratch = new Scratch();
        var seeds = Seeds(scratch, ("one", "XAR,accession,2001-02-05,,s1,table,,\nXBO,accession,2016-09-05,,s1,table,,\n"));
        Import(scratch, seeds);
        Write(seeds, "one", "XAR,accession,2001-02-05,,s1,table,,\nXBO,accession,2021-01-20,,s1,table,,\n");

        foreach (var dryRun in new[] { "--dry-run", "--verbose" })
        {
            var run = Import(scratch, seeds, dryRun);
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(
                run.Error,
                Does.Contain(
                        "events/one.csv:3: XBO's accession of 2021-01-20 was recorded as of 2016-09-05, and the treaty was in "
                            + "force for it from 2016-10-05."
                    )
                    .And.Contain("add to waivers.csv: consent-moved-past-effect,one,XBO,,2021-01-20,REASON,SOURCE,")
            );
        }
        Assert.That(Import(scratch, seeds, "--keep-going").ExitCode, Is.EqualTo(1));
        Assert.That(Parties(scratch, "one", new(2020, 1, 1)), Is.EqualTo(2));

        Write(
            seeds,
            "one",
            "XAR,accession,2001-02-05,,s1,table,,\nXBO,accession,2016-09-05,,s1,table,,\nXBO,withdrawal,2018-01-01,2019-01-01,s1,table,,\n"
                + "XBO,accession,2021-01-20,,s1,table,,\n"
        );
        Assert.That(Import(scratch, seeds).ExitCode, Is.Zero, "left and came back");
        Assert.That(new[] { 2018, 2020, 2022 }.Select(year => Parties(scratch, "one", new(year, 6, 1))), Is.EqualTo(new[] { 2, 1, 2 }));
    }

    [Test]
    public void A_consent_moved_past_its_own_entry_into_force_is_accepted_with_a_waiver_and_checks_stay_clean()
    {
        using var scratch = new Scratch();
        var seeds = Seeds(scratch, ("one", "XAR,accession,2001-02-05,,s1,table,,\nXBO,accession,2016-09-05,,s1,table,,\n"));
        Import(scratch, seeds);
        Write(seeds, "one", "XAR,accession,2001-02-05,,s1,table,,\nXBO,accession,2021-01-20,,s1,table,,\n");
        File.WriteAllText(
            Path.Combine(seeds, "waivers.csv"),
            "rule,treaty,participant,event,day,reason,source,expires\nconsent-moved-past-effect,one,XBO,,2021-01-20,a misprint,s1,\n"
        );
        Assert.That(Import(scratch, seeds).ExitCode, Is.Zero);
        Assert.That(Parties(scratch, "one", new(2020, 1, 1)), Is.EqualTo(1));
        foreach (var target in new[] { new[] { "--seeds", seeds }, ["--database", scratch.DatabaseFile] })
            Assert.That(
                CommandRunner.Run(["check", .. target, "--rule", "consent-moved-past-effect", "--rule", "unused-waiver"]).Output,
                Does.Contain("0 errors, 0 warnings"),
                target[0]
            );
    }

    [Test]
    public void A_later_day_before_entry_into_force_is_a_correction_like_any_other()
    {
        using var scratch = new Scratch();
        var seeds = Seeds(scratch, ("one", "XAR,accession,2001-02-05,,s1,table,,\nXBO,accession,2016-09-05,,s1,table,,\n"));
        Import(scratch, seeds);
        Write(seeds, "one", "XAR,accession,2001-02-05,,s1,table,,\nXBO,accession,2016-09-15,,s1,table,,\n");
        Assert.That(Import(scratch, seeds).ExitCode, Is.Zero);
    }

    static CommandRunner.Result Import(Scratch scratch, string seeds, params string[] more) =>
        CommandRunner.Run(["import", "--seeds", seeds, "--database", scratch.DatabaseFile, .. more]);

    static int Parties(Scratch scratch, string treaty, DateOnly? day = null)
    {
        var register = Register.Load(scratch.Database);
        return register.KnownAt(null).StatusOf(register.FindTreaty(treaty)!).Timeline.On(day ?? new(2025, 1, 1)).Parties;
    }

    static void Write(string seeds, string treaty, string rows) =>
        File.WriteAllText(Path.Combine(seeds, "events", $"{treaty}.csv"), Columns + rows);

    static void Remove(string seeds, string treaty)
    {
        File.Delete(Path.Combine(seeds, "treaties", $"{treaty}.json"));
        File.Delete(Path.Combine(seeds, "events", $"{treaty}.csv"));
    }

    static string Seeds(Scratch scratch, params (string Treaty, string Rows)[] treaties)
    {
        var seeds = Path.Combine(scratch.Path, "seeds");
        Directory.CreateDirectory(Path.Combine(seeds, "treaties"));
        Directory.CreateDirectory(Path.Combine(seeds, "events"));
        void File(string name, string text) => System.IO.File.WriteAllText(Path.Combine(seeds, name), text);
        File(
            "participants.csv",
            """
            code,iso2,m49,kind,un_member_since,un_member_until,successors,region,sub_region,intermediate_region,un_regional_group,official_name,name_ar,name_en,name_es,name_fr,name_ru,name_zh,note
            XAR,,,other-state,,,,Europe,,,,The Republic of Arvania,,Arvania,,,,,
            XBO,,,other-state,,,,Asia,,,,The Kingdom of Borland,,Borland,,,,,

            """
        );
        File("former-names.csv", "participant,language,name,from,until\n");
        File("memberships.csv", "organization,member,from,until\n");
        File("sources.csv", "id,title,url\ns1,Table,\n");
        File("published-counts.csv", "treaty,as_of,metric,published,source,note\n");
        foreach (var (treaty, rows) in treaties)
        {
            File(
                $"treaties/{treaty}.json",
                $$$"""
                {"id":"{{{treaty}}}","mtdsg":"T-{{{treaty}}}","kind":"convention","titles":{"en":"Convention {{{treaty}}}"},
                 "adopted":{"on":"2000-01-03"},"depositary":"X","subject":"x",
                 "finalClauses":{"entryIntoForce":{"instruments":1,"delay":{"days":30}},
                 "laterParticipants":{"delay":{"days":30}},"withdrawal":{"effectAfterReceipt":{"months":12}},"openTo":{"states":"all"}},
                 "completeThrough":"2026-11-01","recordedAt":"2026-11-01T00:00:00Z"}
                """
            );
            Write(seeds, treaty, rows);
        }
        return seeds;
    }
}
