using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Tests.Data;

public sealed class TemporaryDirectoryTests
{
    [Test]
    public void Only_what_a_process_that_no_longer_runs_left_behind_is_deleted()
    {
        var prefix = $"treatytracker-{Guid.NewGuid():N}-";
        var mine = TemporaryDirectory.Create(prefix);
        // No process has an id this large.
        var (left, dated, named) = (At("2147483647-aB3dE6"), At("2026-11-28"), At("notes"));
        try
        {
            TemporaryDirectory.DeleteLeftovers(prefix);
            Assert.That(new[] { mine, left, dated, named }.Select(Directory.Exists), Is.EqualTo(new[] { true, false, true, true }));
        }
        finally
        {
            foreach (var directory in new[] { mine, dated, named })
                TemporaryDirectory.Delete(directory);
        }

        string At(string name) => Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), prefix + name)).FullName;
    }
}
