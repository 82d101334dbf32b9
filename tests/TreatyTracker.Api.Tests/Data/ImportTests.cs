using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Data;

/// <summary>The register's own clock: what seeds change becomes corrections, and what was answered stays answerable.</summary>
public sealed class ImportTests
{
    const string Events = "events/untoc.csv";
    const string Korea = "PRK,accession,2016-06-17,";

    static readonly DateTimeOffset s_later = Times.Start.AddDays(30);
    static readonly DateOnly s_day = new(2016, 6, 20);

    [Test]
    public void A_changed_day_is_a_correction_of_the_same_event()
    {
        using var scratch = new Scratch();
        var plan = Imported(scratch, seeds => Edit(seeds, Events, Korea, "PRK,accession,2016-06-27,"));

        Assert.That(plan.Lines(), Is.EqualTo(new[] { "~ untoc-PRK-accession-2016-06-17 becomes PRK accession 2016-06-27, corroborated" }));
        var register = Register.Load(scratch.Database);
        var correction = register.Facts.Events["untoc-PRK-accession-2016-06-17-correction"];
        Assert.That(
            (correction.Kind, correction.Corrects, correction.CorrectedKind, correction.RecordedAt),
            Is.EqualTo((EventKind.Correction, "untoc-PRK-accession-2016-06-17", EventKind.Accession, s_later))
        );
        Assert.That(
            register.Facts.Events["untoc-PRK-accession-2016-06-17"].Date,
            Is.EqualTo(new DateOnly(2016, 6, 17)),
            "what was recorded stays"
        );
        Assert.That(Parties(register, null), Is.EqualTo(186));
        Assert.That(Parties(register, s_later), Is.EqualTo(186));
        Assert.That(Parties(register, s_later.AddMilliseconds(-1)), Is.EqualTo(187), "the old answer can be had again");
    }

    [Test]
    public void A_changed_kind_is_a_correction_of_the_same_event()
    {
        using var scratch = new Scratch();
        var plan = Imported(scratch, seeds => Edit(seeds, Events, Korea, "PRK,ratification,2016-06-17,"));
        Assert.That(
            plan.Lines(),
            Is.EqualTo(new[] { "~ untoc-PRK-accession-2016-06-17 becomes PRK ratification 2016-06-17, corroborated" })
        );
    }

    [Test]
    public void A_vanished_row_is_retracted()
    {
        using var scratch = new Scratch();
        var plan = Imported(scratch, seeds => Edit(seeds, Events, Row(seeds, Korea) + "\n", ""));
        Assert.That(plan.Lines(), Is.EqualTo(new[] { "- untoc-PRK-accession-2016-06-17 is retracted" }));
        var register = Register.Load(scratch.Database);
        Assert.That((Parties(register, null), Parties(register, Times.Start)), Is.EqualTo((186, 187)));
    }

    [Test]
    public void A_new_row_is_a_new_event_known_from_its_import_on_whatever_the_file_says()
    {
        using var scratch = new Scratch();
        var plan = Imported(
            scratch,
            seeds => File.AppendAllText(Path.Combine(seeds, Events), "IRN,ratification,2016-06-18,,,unverified,2020-01-01T00:00:00Z,\n")
        );
        Assert.That(plan.Lines(), Is.EqualTo(new[] { "+ untoc-IRN-ratification-2016-06-18" }));
        var register = Register.Load(scratch.Database);
        Assert.That((Parties(register, null), Parties(register, Times.Start)), Is.EqualTo((188, 187)));
    }

    [Test]
    public void A_retracted_row_that_returns_is_a_new_event_with_an_id_of_its_own()
    {
        using var scratch = new Scratch();
        Imported(scratch, seeds => Edit(seeds, Events, Row(seeds, Korea) + "\n", ""));
        var plan = Import.Run(scratch.Database, SeedReader.Read(Repository.Seeds), s_later.AddDays(1));
        Assert.That(plan.Lines(), Is.EqualTo(new[] { "+ untoc-PRK-accession-2016-06-17-2" }));
        Assert.That(Parties(Register.Load(scratch.Database), null), Is.EqualTo(187));
    }

    [Test]
    public void An_import_with_a_clock_that_went_back_is_still_later_than_what_is_held()
    {
        using var scratch = new Scratch();
        Imported(scratch, seeds => Edit(seeds, Events, Korea, "PRK,accession,2016-06-27,"));
        var plan = Import.Run(scratch.Database, SeedReader.Read(Repository.Seeds), s_later.AddHours(-1));
        Assert.That(plan.Events.Single().RecordedAt, Is.GreaterThan(s_later));
        Assert.That(Parties(Register.Load(scratch.Database), null), Is.EqualTo(187));
    }

    [Test]
    public void An_import_that_waits_for_another_writer_is_recorded_when_it_writes()
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        Task<ImportPlan> import;
        DateTimeOffset released;
        using (var writer = scratch.Database.OpenWrite())
        {
            using var transaction = writer.BeginTransaction(deferred: false);
            import = Task.Run(() =>
                Import.Run(scratch.Database, RegisterChanges.Changed, TimeProvider.System, ImportOptions.Mirror, (_, _) => { })
            );
            Assert.That(import.Wait(500), Is.False);
            released = DateTimeOffset.UtcNow;
        }
        Assert.That(import.Result.Events.Select(e => e.RecordedAt), Is.All.GreaterThanOrEqualTo(released.AddMilliseconds(-1)));
    }

    [Test]
    public void A_register_with_a_recording_of_the_future_takes_no_import_and_says_why()
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        Import.Run(scratch.Database, RegisterChanges.Changed, new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        var refusal = Assert.Throws<DatabaseException>(() =>
            Import.Run(scratch.Database, SeedReader.Read(Repository.Seeds), DateTimeOffset.UtcNow)
        )!;
        Assert.That(refusal.Message, Does.Contain("9999-12-31T23:59:59.999Z").And.Contain("Set the clock"));
    }

    [Test]
    public void A_treaty_that_vanished_is_refused_and_nothing_changes()
    {
        using var scratch = new Scratch();
        var before = Register.Load(scratch.Seeded()).Version;
        var seeds = scratch.CopyOfSeeds();
        File.Delete(Path.Combine(seeds, "treaties", "uncac.json"));
        File.Delete(Path.Combine(seeds, "events", "uncac.csv"));
        File.WriteAllLines(
            Path.Combine(seeds, "published-counts.csv"),
            File.ReadAllLines(Path.Combine(seeds, "published-counts.csv")).Where(l => !l.StartsWith("uncac", StringComparison.Ordinal))
        );
        File.WriteAllLines(
            Path.Combine(seeds, "waivers.csv"),
            File.ReadAllLines(Path.Combine(seeds, "waivers.csv")).Where(l => !l.Contains("uncac", StringComparison.Ordinal))
        );
        Assert.That(
            () => Import.Run(scratch.Database, SeedReader.Read(seeds), s_later),
            Throws.InstanceOf<DatabaseException>().With.Message.Contains("uncac")
        );
        Assert.That(Register.Load(scratch.Database).Version, Is.EqualTo(before));
    }

    [Test]
    public void A_participant_that_events_name_cannot_be_removed_and_nothing_changes()
    {
        using var scratch = new Scratch();
        var before = Register.Load(scratch.Seeded()).Version;
        var seeds = SeedReader.Read(Repository.Seeds);
        var without = seeds with { Participants = [.. seeds.Participants.Where(p => p.Code != "PRK")] };
        Assert.That(
            () => Import.Run(scratch.Database, without, s_later),
            Throws.InstanceOf<DatabaseException>().With.Message.Contains("PRK")
        );
        Assert.That(Register.Load(scratch.Database).Version, Is.EqualTo(before));
    }

    [Test]
    public void Reference_data_is_replaced_and_changes_the_data_version()
    {
        using var scratch = new Scratch();
        var before = Register.Load(scratch.Seeded()).Version;
        var seeds = scratch.CopyOfSeeds();
        Edit(seeds, "participants.csv", "Türkiye,Türkiye", "Turkiye,Türkiye");
        var facts = SeedReader.Read(seeds);
        Import.Run(scratch.Database, facts, s_later);
        var after = Register.Load(scratch.Database);
        Assert.That(after.Version, Is.Not.EqualTo(before));
        Assert.That(after.Facts.Participants, Is.EqualTo(facts.Participants));
    }

    /// <summary>
    /// Whatever is edited, what import made of the register exports as the edited seeds: the identity, over random edits.
    /// </summary>
    [Test, Category("Slow")]
    public void Export_gives_back_whatever_was_imported_over_whatever_was_held()
    {
        var random = new Random(20261124);
        using var scratch = new Scratch();
        scratch.Seeded();
        var facts = SeedReader.Read(Repository.Seeds);
        for (var round = 1; round <= 12; round++)
        {
            facts = facts with { Events = [.. Edited(facts.Events, random)] };
            Import.Run(scratch.Database, facts, s_later.AddDays(round));

            var held = Register.Load(scratch.Database).Facts;
            var exported = SeedWriter.Write(held with { Events = [.. History.KnownAt(held.Events, DateTimeOffset.MaxValue)] });
            var wanted = SeedWriter.Write(facts);
            foreach (var (path, text) in wanted)
                Assert.That(Acts(exported[path]), Is.EqualTo(Acts(text)), $"round {round}: {path}");
            Assert.That(Import.Run(scratch.Database, facts, s_later.AddDays(round)).IsEmpty, Is.True, $"round {round}");
        }
    }

    /// <summary>A seed file without the instants of recording, which an import gives itself.</summary>
    static IEnumerable<string> Acts(string text) =>
        text.Split('\n').Select(l => System.Text.RegularExpressions.Regex.Replace(l, @",\d{4}-\d\d-\d\dT[\d:.]+Z,", ",,"));

    static List<TreatyEvent> Edited(IReadOnlyList<TreatyEvent> events, Random random)
    {
        var edited = events.ToList();
        for (var n = 0; n < 20; n++)
        {
            var at = random.Next(edited.Count);
            var e = edited[at];
            switch (random.Next(5))
            {
                case 0:
                    edited.RemoveAt(at);
                    break;
                case 1:
                    edited[at] = e with { Date = e.Date.AddDays(random.Next(-400, 400)) };
                    break;
                case 2:
                    edited[at] = e with { Kind = e.Kind.IsConsent() ? EventKind.Acceptance : e.Kind, Note = "edited" };
                    break;
                case 3:
                    edited[at] = e with { Verification = Verification.Unverified, EffectiveOn = e.Date.AddDays(10) };
                    break;
                default:
                    edited.Add(e with { Kind = EventKind.Declaration, Date = e.Date.AddDays(random.Next(1000)) });
                    break;
            }
        }
        // Ids are what the reader would give them: by what the row says, numbered within a day.
        return
        [
            .. edited
                .GroupBy(e => EventIds.Of(e.Treaty, e.Participant, e.Kind, e.Date))
                .SelectMany(g => g.Select((e, i) => e with { Id = EventIds.Numbered(g.Key, i + 1) }))
                .Order(TreatyEvent.HistoricalOrder),
        ];
    }

    static ImportPlan Imported(Scratch scratch, Action<string> edit)
    {
        scratch.Seeded();
        var seeds = scratch.CopyOfSeeds();
        edit(seeds);
        return Import.Run(scratch.Database, SeedReader.Read(seeds), s_later);
    }

    static void Edit(string seeds, string file, string from, string to) => Scratch.Edit(Path.Combine(seeds, file), from, to);

    static string Row(string seeds, string start) =>
        File.ReadLines(Path.Combine(seeds, Events)).Single(l => l.StartsWith(start, StringComparison.Ordinal));

    static int Parties(Register register, DateTimeOffset? knownAt) =>
        register.KnownAt(knownAt).StatusOf(register.FindTreaty("untoc")!).Timeline.On(s_day).Parties;
}
