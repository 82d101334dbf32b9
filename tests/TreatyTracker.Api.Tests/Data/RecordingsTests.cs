using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Data;

/// <summary>Every write is one recording, and the register of each recording can be had again.</summary>
public sealed class RecordingsTests
{
    static readonly DateTimeOffset s_later = Times.Start.AddDays(30);

    [Test]
    public void The_first_fill_is_one_recording_and_the_same_wherever_it_is_made()
    {
        using var here = new Scratch();
        using var there = new Scratch();
        there.Database.Prepare();
        Import.Run(there.Database, SeedReader.Read(Repository.Seeds), Times.Start.AddYears(3));
        var register = Register.Load(here.Seeded());
        var recording = register.Log.All.Single();
        Assert.That((recording.Number, recording.By, recording.Note), Is.EqualTo((1, Recordings.ByImport, (string?)null)));
        Assert.That(recording.Instant, Is.EqualTo(register.LastRecordedAt));
        Assert.That((recording.Events, recording.DataVersion), Is.EqualTo((register.Facts.Events.Count, register.Version)));
        Assert.That(Register.Load(there.Database).Head, Is.EqualTo(register.Head));
    }

    [Test]
    public void An_import_is_one_recording_chained_to_the_one_before()
    {
        using var scratch = new Scratch();
        var first = Register.Load(scratch.Seeded());
        Import.Run(scratch.Database, RegisterChanges.Changed, s_later);
        var register = Register.Load(scratch.Database);
        Assert.That(register.Log.All, Has.Count.EqualTo(2));
        Assert.That(register.Log.All[0], Is.EqualTo(first.Log.Newest));
        Assert.That((register.Log.All[1].Instant, register.Log.All[1].Events), Is.EqualTo((s_later, 1)));
        Assert.That(register.LastRecordedAt, Is.EqualTo(s_later));
        Assert.That(Import.Run(scratch.Database, RegisterChanges.Changed, s_later.AddDays(1)).IsEmpty);
        Assert.That(Register.Load(scratch.Database).Head, Is.EqualTo(register.Head), "what changes nothing is no recording");
    }

    [Test]
    public void A_write_gives_the_snapshot_that_a_load_gives()
    {
        using var scratch = new Scratch();
        var held = Register.Load(scratch.Seeded());
        foreach (var (known, at) in new[] { (held, s_later), (null, s_later.AddDays(1)) })
        {
            var (_, after) = Recordings.Write(scratch.Database, "desk", "by telephone", now => Declaration(now, at), known);
            var loaded = Register.Load(scratch.Database);
            Assert.That((after.Version, after.Head), Is.EqualTo((loaded.Version, loaded.Head)));
            Assert.That(after.Facts.Events, Is.EqualTo(loaded.Facts.Events));
            Assert.That(after.KnownAt(null).Acts, Is.EqualTo(loaded.KnownAt(null).Acts));
            Assert.That(after.KnownAt(null).KnownAt, Is.EqualTo(loaded.KnownAt(null).KnownAt));
            Assert.That(after.KnownAt(Times.Start).Version, Is.EqualTo(held.Version));
            Assert.That((loaded.Log.Newest!.By, loaded.Log.Newest.Note), Is.EqualTo(("desk", "by telephone")));
        }
    }

    [Test]
    public void A_write_that_retracts_every_act_of_a_treaty_gives_the_snapshot_that_a_load_gives()
    {
        using var scratch = new Scratch();
        var held = Register.Load(scratch.Seeded());
        var treaty = held.FindTreaty("untoc-firearms")!;
        // What readers asked for before is taken over.
        Assert.That(held.Facts.Events.ByDate, Is.Not.Empty);
        var (_, after) = Recordings.Write(
            scratch.Database,
            "desk",
            null,
            now =>
                new(
                    now.Facts,
                    [
                        .. now.KnownAt(null)
                            .ActsOf(treaty)
                            .Select(a => a with { Id = $"{a.Id}-c", Kind = EventKind.Correction, Corrects = a.Id, RecordedAt = s_later }),
                    ],
                    false
                )
                {
                    RecordedAt = s_later,
                },
            held
        );
        var loaded = Register.Load(scratch.Database);
        Assert.That(held.KnownAt(null).ActsOf(treaty), Is.Not.Empty);
        Assert.That(after.KnownAt(null).ActsOf(treaty), Is.Empty);
        Assert.That(after.KnownAt(null).StatusOf(treaty).Participations, Is.Empty);
        Assert.That(after.Facts.Events.ByDate, Is.EqualTo(loaded.Facts.Events.ByDate));
        Assert.That(after.Facts.Events, Is.EqualTo(loaded.Facts.Events));
        Assert.That((after.Version, after.KnownSince(treaty)), Is.EqualTo((loaded.Version, loaded.KnownSince(treaty))));
    }

    [Test]
    public void A_snapshot_that_is_not_the_newest_is_not_built_upon()
    {
        using var scratch = new Scratch();
        var old = Register.Load(scratch.Seeded());
        Import.Run(scratch.Database, RegisterChanges.Changed, s_later);
        Recordings.Write(scratch.Database, "desk", null, now => Declaration(now, s_later.AddDays(1)), old);
        Assert.That(Register.Load(scratch.Database).Log.All, Has.Count.EqualTo(3));
    }

    [Test]
    public void Only_the_treaties_concerned_are_folded_again()
    {
        using var scratch = new Scratch();
        var before = Register.Load(scratch.Seeded());
        var statuses = before.Facts.Treaties.ToDictionary(t => t.Id, before.KnownAt(null).StatusOf);
        var (_, after) = Recordings.Write(scratch.Database, "desk", null, now => Declaration(now, s_later), before);
        foreach (var register in new[] { after, Register.Load(scratch.Database, before) })
        foreach (var treaty in register.Facts.Treaties)
            Assert.That(
                ReferenceEquals(register.KnownAt(null).StatusOf(treaty), statuses[treaty.Id]),
                Is.EqualTo(treaty.Id != "untoc" && treaty.Parent != "untoc"),
                treaty.Id
            );

        // A participant can matter to every treaty.
        Import.Run(scratch.Database, ChangedRegister.Facts, s_later.AddDays(1));
        var changed = Register.Load(scratch.Database, after);
        Assert.That(
            changed.Facts.Treaties.Select(changed.KnownAt(null).StatusOf).Intersect(statuses.Values, ReferenceEqualityComparer.Instance),
            Is.Empty
        );
    }

    [Test]
    public void A_write_of_the_service_is_answered_at_once_and_so_is_what_another_process_wrote()
    {
        using var scratch = new Scratch();
        using var current = new CurrentRegister(
            scratch.Seeded(),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<CurrentRegister>.Instance
        );
        current.Refresh();
        var (_, after) = current.Write("desk", null, now => Declaration(now, s_later));
        Assert.That(current.Now, Is.SameAs(after));
        current.Refresh();
        Assert.That(current.Now, Is.SameAs(after), "it is not read again");

        Import.Run(scratch.Database, RegisterChanges.Changed, s_later.AddDays(1));
        current.Write("desk", null, now => Declaration(now, s_later.AddDays(2)));
        Assert.That(current.Now!.Log.All, Has.Count.EqualTo(4));
        Assert.That(current.Now.Head, Is.EqualTo(Register.Load(scratch.Database).Head));

        RegisterChanges.Sql(scratch.DatabaseFile, "UPDATE treaty SET subject = 'x' WHERE id = 'untoc'");
        Assert.That(
            () => current.Write("desk", null, now => Declaration(now, s_later.AddDays(3))),
            Throws.InstanceOf<DatabaseException>().With.Property("IsAltered").True
        );
        Assert.That(current.Now!.Log.All, Has.Count.EqualTo(4));
    }

    [Test]
    public void A_refused_plan_leaves_nothing()
    {
        using var scratch = new Scratch();
        var before = Register.Load(scratch.Seeded());
        Assert.That(
            () => Recordings.Write(scratch.Database, "desk", null, _ => throw new FormatException("no")),
            Throws.InstanceOf<FormatException>()
        );
        Assert.That(Register.Load(scratch.Database).Head, Is.EqualTo(before.Head));
    }

    [Test]
    public void The_data_version_of_each_recording_is_that_of_the_register_at_its_instant()
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        var shipped = SeedReader.Read(Repository.Seeds);
        foreach (var (facts, days) in new[] { (ChangedRegister.Facts, 1), (RegisterChanges.Changed, 2), (ChangedRegister.Facts, 3) })
            Import.Run(scratch.Database, ChangedRegister.KeepingAll(facts), s_later.AddDays(days));
        var register = Register.Load(scratch.Database);
        Assert.That(register.Log.All, Has.Count.EqualTo(4));
        Assert.That(
            register.Log.All.Select(r => register.At(r.Instant).KnownAt(r.Instant).Version),
            Is.EqualTo(register.Log.All.Select(r => r.DataVersion))
        );
        Assert.That(register.Log.All.Select(r => r.DataVersion).Distinct().Count(), Is.EqualTo(4));
        Assert.That(
            register.At(register.Log.All[0].Instant).Facts.Treaties.Select(t => t.Titles["en"]),
            Is.EqualTo(shipped.Treaties.Select(t => t.Titles["en"]))
        );
        Assert.That(register.At(null), Is.SameAs(register));
        Assert.That(register.At(s_later.AddDays(3)), Is.SameAs(register));
    }

    [Test]
    public void Every_entry_of_the_shipped_reference_data_reads_as_it_was_written()
    {
        var facts = ShippedRecord.Facts;
        var entries = ReferenceData.Entries(facts);
        var read = ReferenceData.With(Facts.None, entries.ToDictionary(e => e.Key, e => (string?)e.Value));
        Assert.That(ReferenceData.Entries(read), Is.EqualTo(entries));
        Assert.That(
            Register.Hash(read with { Events = facts.Events }, []),
            Is.EqualTo(Register.Hash(facts, [])),
            "in the same order, with every value"
        );
    }

    [TestCase(5)]
    [TestCase(9)]
    public void An_older_register_gets_a_recording_for_each_instant(int version)
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        Import.Run(scratch.Database, RegisterChanges.Changed, s_later);
        var old = new Database(RegisterChanges.OfVersion(version, scratch));
        old.Prepare();
        var register = Register.LoadExisting(old);
        var instants = register.Facts.Events.Select(e => e.RecordedAt).Distinct().Order().ToList();
        Assert.That(instants, Has.Count.GreaterThan(1));
        Assert.That(register.Log.All.Select(r => r.Instant), Is.EqualTo(instants));
        Assert.That(register.Log.All.Select(r => r.By), Is.All.EqualTo(Recordings.ByImport));
        Assert.That(
            register.Log.All.Select(r => register.KnownAt(r.Instant).Version),
            Is.EqualTo(register.Log.All.Select(r => r.DataVersion))
        );
        Assert.That(register.At(instants[0]), Is.SameAs(register), "its reference data counts as known since the beginning");
        Import.Run(old, SeedReader.Read(Repository.Seeds), s_later.AddDays(1));
        Assert.That(Register.LoadExisting(old).Log.All, Has.Count.EqualTo(instants.Count + 1));
    }

    [Test]
    public void A_treaty_that_comes_later_is_known_since_its_recording()
    {
        using var scratch = new Scratch();
        scratch.Seeded();
        Import.Run(scratch.Database, ChangedRegister.Facts, s_later);
        var register = Register.Load(scratch.Database);
        var treaty = register.FindTreaty(ChangedRegister.NewTreaty)!;
        Assert.That(register.KnownSince(treaty), Is.EqualTo(s_later));
        Assert.That(register.At(s_later.AddMilliseconds(-1)).FindTreaty(ChangedRegister.NewTreaty), Is.Null);
    }

    [TestCase("UPDATE recording SET note = 'x'")]
    [TestCase("DELETE FROM recording")]
    [TestCase("REPLACE INTO recording SELECT * FROM recording")]
    [TestCase("UPDATE reference_version SET value = '{}'")]
    [TestCase("DELETE FROM reference_version")]
    [TestCase("REPLACE INTO reference_version SELECT * FROM reference_version")]
    [TestCase("INSERT INTO reference_version (recording, kind, key, value) VALUES (1, 'source', 'x', '{}')")]
    [TestCase(
        "INSERT INTO treaty_event (id, treaty, participant, kind, date, recorded_at, verification) SELECT 'x', 'untoc', 'PRK', "
            + "'declaration', '2020-01-01', max(instant), 'table' FROM recording"
    )]
    [TestCase("INSERT INTO treaty_event_source (event, position, source) SELECT id, 99, (SELECT id FROM source) FROM treaty_event LIMIT 1")]
    public void A_recording_is_closed_for_whoever_opens_the_file(string sql)
    {
        using var scratch = new Scratch();
        var before = Register.Load(scratch.Seeded()).Head;
        Assert.That(
            () => RegisterChanges.Sql(scratch.DatabaseFile, sql),
            Throws.InstanceOf<Microsoft.Data.Sqlite.SqliteException>().With.Message.Match("append-only|closed|next number")
        );
        Assert.That(Register.Load(scratch.Database).Head, Is.EqualTo(before));
    }

    static ImportPlan Declaration(Register held, DateTimeOffset at)
    {
        var recordedAt = Recordings.NextInstant(held.Log, at);
        var id = EventIds.Free("untoc-PRK-declaration-2020-01-01", held.Facts.Events.Contains);
        var act = new TreatyEvent
        {
            Id = id,
            Treaty = "untoc",
            Participant = "PRK",
            Kind = EventKind.Declaration,
            Date = new(2020, 1, 1),
            RecordedAt = recordedAt,
            Verification = Verification.Unverified,
            Sources = [held.Facts.Sources[0].Id, held.Facts.Sources[1].Id],
            Note = "a note\twith a tab",
        };
        return new(held.Facts, [act], false) { RecordedAt = recordedAt };
    }
}
