using System.Text.Unicode;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Seeds;

/// <summary>Reads single files of a seeds directory, within limits: seeds may come from anybody, as a pull request does.</summary>
static class SeedFile
{
    /// <summary>The largest file, in bytes: more than a million events.</summary>
    const int MostBytes = 64 << 20;

    /// <summary>The longest field, in UTF-16 code units.</summary>
    const int LongestField = 64 << 10;

    /// <summary>The bytes of a file in UTF-8, without a byte order mark; <c>null</c>, and a problem, where they cannot be had.</summary>
    /// <param name="directory">The seeds directory.</param>
    /// <param name="file">Path in it, with <c>/</c>.</param>
    /// <param name="problems">Where a problem goes.</param>
    public static ArraySegment<byte>? Read(string directory, string file, List<SeedProblem> problems)
    {
        try
        {
            var path = Path.Combine(directory, file);
            var target = new FileInfo(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
            if (!target.Exists)
                return Refuse("the file is missing");
            // Devices, pipes and sockets have no length. To open one could wait, or read, without end.
            if (target.Length == 0)
                return Refuse("the file is empty, or not a regular file");
            if (target.Length > MostBytes)
                return Refuse($"the file is larger than {MostBytes >> 20} MB");
            var bytes = new byte[target.Length];
            using var stream = new FileStream(target.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            var text = new ArraySegment<byte>(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
            if (!Utf8.IsValid(text))
                return Refuse("the file is not valid UTF-8");
            return text.AsSpan().StartsWith("\uFEFF"u8) ? text[3..] : text;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refuse("the file is missing");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"the file cannot be read: {e.Message}");
        }

        ArraySegment<byte>? Refuse(string reason)
        {
            problems.Add(new(file, 1, reason));
            return null;
        }
    }

    /// <summary>What is wrong with a field's text wherever it stands; <c>null</c> where nothing is.</summary>
    public static string? WrongWith(ReadOnlySpan<char> field) =>
        field.Length > LongestField ? $"is longer than {LongestField >> 10} kB"
        : PlainText.FirstForbidden(field) is { } forbidden
            ? $"holds {forbidden}; control characters other than tab and line feed, and noncharacters, are not allowed"
        : null;
}
