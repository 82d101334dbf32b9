using System.Diagnostics;

namespace TreatyTracker.Api.Seeds;

/// <summary>
/// Keeps two programs from rewriting the files of one seeds directory at once: the later would undo what the earlier wrote.
/// </summary>
static class SeedLock
{
    /// <summary>The file whose lock it is. It is deleted on release, and a killed program leaves it unlocked.</summary>
    public const string File = ".merge.lock";

    /// <summary>What "in use" is called on Linux, macOS and Windows.</summary>
    static readonly int[] s_inUse = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Takes the lock, and removes what killed programs left half written.</summary>
    /// <param name="directory">The seeds directory. It must exist.</param>
    /// <param name="patience">How long to wait for another program.</param>
    /// <exception cref="IOException">Another program keeps the lock for longer.</exception>
    public static IDisposable Take(string directory, TimeSpan patience)
    {
        var path = Path.Combine(directory, File);
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(50))
            try
            {
                var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                // Whoever held it may have deleted it between its opening here and its locking: then this lock guards nothing.
                if (System.IO.File.Exists(path))
                {
                    RemoveParts(directory);
                    return held;
                }
                held.Dispose();
            }
            catch (IOException e) when (s_inUse.Contains(e.HResult))
            {
                if (waited.Elapsed > patience)
                    throw new IOException($"Another merge is writing to {directory}. Merge again when it has ended.");
            }
    }

    // One that is younger may belong to a program that takes no lock, such as 'check --fix'.
    static void RemoveParts(string directory)
    {
        foreach (var part in Directory.EnumerateFiles(directory, "*.part", SearchOption.AllDirectories))
            if (AtomicFile.IsPart(part) && System.IO.File.GetLastWriteTimeUtc(part) < DateTime.UtcNow.AddMinutes(-1))
                System.IO.File.Delete(part);
    }
}
