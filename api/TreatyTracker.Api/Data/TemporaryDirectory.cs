using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Directories for files that a process needs for a while. Their names hold the process's id, so that the next process can tell what a
/// killed one left behind, and delete it.
/// </summary>
public static partial class TemporaryDirectory
{
    static readonly HashSet<string> s_own = [];

    // Between the making of a directory and its note here, another host in this process would take it for one left behind.
    static readonly Lock s_making = new();

    /// <summary>Creates one.</summary>
    /// <param name="prefix">What its name begins with: its purpose.</param>
    /// <returns>Its path.</returns>
    public static string Create(string prefix)
    {
        lock (s_making)
        {
            var directory = Directory.CreateTempSubdirectory($"{prefix}{Environment.ProcessId}-").FullName;
            s_own.Add(directory);
            return directory;
        }
    }

    /// <summary>Deletes one with all that it holds.</summary>
    public static void Delete(string directory)
    {
        lock (s_making)
            s_own.Remove(directory);
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is gone already, or belongs to another user.
        }
    }

    /// <summary>Deletes what processes that no longer run left behind.</summary>
    public static void DeleteLeftovers(string prefix)
    {
        foreach (var directory in Directory.EnumerateDirectories(Path.GetTempPath(), prefix + "*"))
        {
            bool isLeftBehind;
            lock (s_making)
                isLeftBehind = IsLeftBehind(directory, Path.GetFileName(directory)[prefix.Length..]);
            if (isLeftBehind)
                Delete(directory);
        }
    }

    static bool IsLeftBehind(string directory, string name)
    {
        // What Create does not name so is somebody else's.
        if (Name().Match(name) is not { Success: true } own || !int.TryParse(own.Groups[1].ValueSpan, out var id))
            return false;
        // A container's process often has the id of the one before it.
        if (id == Environment.ProcessId)
            return !s_own.Contains(directory);
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    /// <summary>A process id, a hyphen, and the six characters that the system chose.</summary>
    [GeneratedRegex(@"\A(\d+)-[A-Za-z0-9]{6}\z")]
    private static partial Regex Name();
}
