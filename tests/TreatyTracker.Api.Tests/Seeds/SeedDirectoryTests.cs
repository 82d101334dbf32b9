using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Seeds;

public sealed class SeedDirectoryTests
{
    [Test]
    public void Export_follows_no_link_out_of_its_directory()
    {
        using var scratch = new Scratch();
        var facts = SeedReader.Read(Repository.Seeds);
        var (directory, victim, elsewhere) = (At("out"), At("victim.txt"), At("elsewhere"));
        File.WriteAllText(victim, "as it was");
        foreach (var folder in new[] { directory, elsewhere })
            Directory.CreateDirectory(folder);
        File.CreateSymbolicLink(Path.Combine(directory, "sources.csv.part"), victim);
        File.CreateSymbolicLink(Path.Combine(directory, "participants.csv"), victim);
        SeedDirectory.Write(directory, facts);
        Assert.That(File.ReadAllText(victim), Is.EqualTo("as it was"));
        Assert.That(SeedReader.Read(directory).Sources, Has.Count.EqualTo(facts.Sources.Count));

        Directory.Delete(Path.Combine(directory, "treaties"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(directory, "treaties"), elsewhere);
        Assert.That(() => SeedDirectory.Write(directory, facts), Throws.TypeOf<DatabaseException>().With.Message.Contains("is a link"));
        Assert.That(Directory.EnumerateFileSystemEntries(elsewhere), Is.Empty);

        string At(string name) => Path.Combine(scratch.Path, name);
    }
}
