using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Directories for files that a process needs for a while. Their names hold the process's id, so that the next process can tell what a
/// killed one left behind, and delete it.
/// </summary>
static class TemporaryDirectory
{
    static readonly ConcurrentDictionary<string, bool> s_own = [];

    /// <summary>Creates one.</summary>
    /// <param name="prefix">What its name begins with: its purpose.</param>
    /// <returns>Its path.</returns>
    public static string Create(string prefix)
    {
        var directory = Directory.CreateTempSubdirectory($"{prefix}{Environment.ProcessId}-").FullName;
        s_own[directory] = true;
        return directory;
    }

    /// <summary>Deletes one with all that it holds.</summary>
    public static void Delete(string directory)
    {
        s_own.TryRemove(directory, out _);
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
            if (IsLeftBehind(directory, Path.GetFileName(directory)[prefix.Length..]))
                Delete(directory);
    }

    static bool IsLeftBehind(string directory, string name)
    {
        // A container's process often has the id of the one before it.
        if (!int.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == Environment.ProcessId)
            return !s_own.ContainsKey(directory);
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
}
