using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Seeds;

/// <summary>Writes what a register holds as a directory of seeds, and nothing outside of it.</summary>
public static class SeedDirectory
{
    const string Prefix = "treatytracker-check-";

    /// <summary>Writes the seeds; files of the same name are replaced.</summary>
    /// <param name="directory">The directory; it is created when missing.</param>
    /// <param name="held">Everything ever recorded; the acts that hold true are written.</param>
    /// <returns>How many files there are.</returns>
    /// <exception cref="DatabaseException">An id would lead out of the directory. Nothing was written.</exception>
    public static int Write(string directory, Facts held)
    {
        var root = Path.GetFullPath(directory) + Path.DirectorySeparatorChar;
        foreach (var treaty in held.Treaties)
            // On every system alike: no separator of any, and no step upwards.
            if (treaty.Id.AsSpan().IndexOfAny('/', '\\', '\0') >= 0 || !Within(root, SeedFormat.Treaty(treaty.Id)))
                throw new DatabaseException(
                    $"The treaty id '{treaty.Id}' would name a file outside '{directory}'. Nothing was written; "
                        + "restore a backup with sound ids."
                );
        var files = SeedWriter.Write(held with { Events = [.. History.KnownAt(held.Events, DateTimeOffset.MaxValue)] });
        foreach (var (path, text) in files)
        {
            var target = root + path;
            var folder = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (folder.LinkTarget is not null && folder.FullName + Path.DirectorySeparatorChar != root)
                throw new DatabaseException($"'{folder.FullName}' is a link out of '{directory}'. Remove it, or name another directory.");
            // An export replaces a link, where a merge follows it: it may go into a directory that others write to.
            if (new FileInfo(target).LinkTarget is not null)
                File.Delete(target);
            AtomicFile.Write(target, text);
        }
        return files.Count;
    }

    /// <summary>Reads what a register holds as if it were imported.</summary>
    /// <param name="held">Everything ever recorded.</param>
    /// <exception cref="DatabaseException">An import would refuse it.</exception>
    public static void Check(Facts held)
    {
        if (held.Events.FirstOrDefault(e => !Names.IsEventId(e.Id)) is { } odd)
            throw Refused($"the event id '{odd.Id}' is not letters, digits and hyphens", 1);
        // An empty register holds nothing that could be wrong, and seeds must have a treaty.
        if (held.Treaties.Count == 0)
            return;
        TemporaryDirectory.DeleteLeftovers(Prefix);
        var directory = TemporaryDirectory.Create(Prefix);
        try
        {
            Write(directory, held);
            SeedReader.Read(directory);
        }
        catch (SeedException e)
        {
            throw Refused(e.Problems[0].ToString(), e.Problems.Count);
        }
        finally
        {
            TemporaryDirectory.Delete(directory);
        }

        static DatabaseException Refused(string first, int count) =>
            new($"The register holds {count} value{(count == 1 ? "" : "s")} that an import would refuse, the first: {first.TrimEnd('.')}.");
    }

    static bool Within(string root, string path) => Path.GetFullPath(root + path).StartsWith(root, StringComparison.Ordinal);
}
