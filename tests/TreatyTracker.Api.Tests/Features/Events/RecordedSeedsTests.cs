using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Events;

/// <summary>What was recorded over HTTP goes into seeds and comes back, and older seeds take nothing of it away.</summary>
[Category("Slow")]
public sealed class RecordedSeedsTests
{
    Recorder _recorder = null!;

    [SetUp]
    public async Task Start()
    {
        _recorder = new();
        // Commands have the clock of the machine.
        _recorder.Clock.Now = DateTimeOffset.UtcNow.AddHours(-8);
        await _recorder.Record(201, _recorder.Act(more: ",\"note\":\" two lines,\\n\\\"quoted\\\" and = \""));
        Later();
        await _recorder.Record(
            201,
            $"[{_recorder.Act("PNG", "accession", "2025-11")},{_recorder.Act("PRK", "declaration")}]".Replace(
                "\"date\":\"2025-11\",\"verification\":\"table\"",
                "\"date\":\"2025-11\",\"verification\":\"unverified\"",
                StringComparison.Ordinal
            )
        );
        Later();
        await _recorder.Record(201, """{"date":"2026-10-07"}""", "/v1/events/untoc-PRK-declaration-2026-10-05/corrections");
        Later();
        var acknowledge = $$""","acknowledge":[{"rule":"double-consent","reason":"twice","source":"{{_recorder.Source}}"}]""";
        await _recorder.Record(201, _recorder.Act(date: "2026-10-06", more: acknowledge));
        Later();
    }

    [TearDown]
    public void Stop() => _recorder.Dispose();

    [Test]
    public void An_export_and_an_import_of_it_change_nothing()
    {
        var head = _recorder.Current.Head;
        var (first, second) = (Export("first"), Export("second"));
        Assert.That(Files(second), Is.EqualTo(Files(first)));
        var import = CommandRunner.Run("import", "--seeds", first, "--database", _recorder.Scratch.DatabaseFile);
        Assert.That(import.Output, Is.EqualTo("The register already contains all of it.\n"), import.Error);
        Assert.That(Register.LoadExisting(_recorder.Database).Head, Is.EqualTo(head));
        // Another register filled from it holds the same acts.
        var other = Path.Combine(_recorder.Scratch.Path, "other.db");
        Assert.That(CommandRunner.Run("import", "--seeds", first, "--database", other).ExitCode, Is.Zero);
        var again = Path.Combine(_recorder.Scratch.Path, "again");
        Assert.That(CommandRunner.Run("export", again, "--database", other).ExitCode, Is.Zero);
        Assert.That(Files(again), Is.EqualTo(Files(first)));
    }

    [Test]
    public void An_import_of_older_seeds_retracts_neither_events_nor_waivers_unless_it_is_asked_to()
    {
        var (acts, waivers) = (_recorder.Current.KnownAt(null).Acts, _recorder.Current.Facts.Waivers);
        var import = CommandRunner.Run("import", "--seeds", Repository.Seeds, "--database", _recorder.Scratch.DatabaseFile);
        Assert.That(import.ExitCode, Is.Zero, import.Error);
        Assert.That(import.Output, Does.Contain("4 recorded events are not in these seeds and stay."));
        var after = Register.LoadExisting(_recorder.Database);
        Assert.That(after.KnownAt(null).Acts, Is.EqualTo(acts));
        Assert.That(after.Facts.Waivers, Is.EqualTo(waivers));
        import = CommandRunner.Run("import", "--seeds", Repository.Seeds, "--database", _recorder.Scratch.DatabaseFile, "--retract");
        Assert.That(import.ExitCode, Is.Zero, import.Error);
        after = Register.LoadExisting(_recorder.Database);
        Assert.That(after.KnownAt(null).Acts.Where(a => a.Participant == "COG" && a.Date.Year == 2026), Is.Empty);
        Assert.That(after.Facts.Waivers.Where(w => w.Reason == "twice"), Is.Empty);
    }

    void Later() => _recorder.Clock.Now = _recorder.Clock.Now.AddHours(1);

    string Export(string name)
    {
        var directory = Path.Combine(_recorder.Scratch.Path, name);
        var export = CommandRunner.Run("export", directory, "--database", _recorder.Scratch.DatabaseFile);
        Assert.That(export.ExitCode, Is.Zero, export.Error);
        return directory;
    }

    static Dictionary<string, string> Files(string directory) =>
        Directory
            .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(directory, f), File.ReadAllText);
}
