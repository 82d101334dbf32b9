using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Seeds;

public sealed class RoundTripTests
{
    [Test]
    public void Export_after_import_gives_the_shipped_seeds_byte_for_byte()
    {
        using var scratch = new Scratch();
        var held = Register.Load(scratch.Seeded(SmallRecord.Path)).Facts;

        var files = SeedWriter.Write(held with { Events = [.. History.KnownAt(held.Events, DateTimeOffset.MaxValue)] });

        var shipped = Directory
            .EnumerateFiles(SmallRecord.Path, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(SmallRecord.Path, f))
            .Where(f => !f.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.That(files.Keys, Is.EqualTo(shipped));
        foreach (var (path, text) in files)
            Assert.That(text, Is.EqualTo(File.ReadAllText(Path.Combine(SmallRecord.Path, path))), path);
    }

    [Test]
    public void Importing_the_same_seeds_again_records_nothing()
    {
        using var scratch = new Scratch();
        var database = scratch.Seeded(SmallRecord.Path);
        var before = Register.Load(database);

        var plan = Import.Run(database, SeedReader.Read(SmallRecord.Path), Times.Start.AddDays(1));

        Assert.That(plan.Lines(), Is.Empty);
        Assert.That(Register.Load(database).Version, Is.EqualTo(before.Version));
    }

    [Test]
    public void What_the_database_gives_back_is_what_the_seeds_say()
    {
        using var scratch = new Scratch();
        var held = Register.Load(scratch.Seeded(SmallRecord.Path)).Facts;
        var seeds = SeedReader.Read(SmallRecord.Path);

        Assert.That(held.Sources, Is.EqualTo(seeds.Sources));
        Assert.That(held.PublishedCounts, Is.EqualTo(seeds.PublishedCounts));
        foreach (var (mine, theirs) in held.Participants.Zip(seeds.Participants))
            Assert.That(mine, Is.EqualTo(theirs));
        Assert.That(
            held.Events.OrderBy(e => e.Id, StringComparer.Ordinal),
            Is.EqualTo(seeds.Events.OrderBy(e => e.Id, StringComparer.Ordinal))
        );
    }
}
