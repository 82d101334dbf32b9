using System.Text.RegularExpressions;

namespace TreatyTracker.Api.Seeds;

/// <summary>Writes files so that whoever reads one, or is left with it after a crash, has the old or the new text as a whole.</summary>
static partial class AtomicFile
{
    /// <summary>Writes a file, in UTF-8, or replaces it. A link stays one: the file to which it leads is replaced.</summary>
    /// <param name="target">Its path. The directory must exist.</param>
    /// <param name="text">The whole text.</param>
    public static void Write(string target, string text) => Write(target, System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    /// <param name="target">Its path. The directory must exist.</param>
    /// <param name="bytes">The whole content.</param>
    public static void Write(string target, ReadOnlySpan<byte> bytes)
    {
        if (new FileInfo(target) is { LinkTarget: not null } link)
            target = link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        // A new name, so that no link that stands there already leads elsewhere.
        var part = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                if (!OperatingSystem.IsWindows() && File.Exists(target))
                    File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
                stream.Write(bytes);
                // A crash of the machine must not leave a new name on an empty file.
                stream.Flush(flushToDisk: true);
            }
            File.Move(part, target, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Whether a file is one that a killed program left half written.</summary>
    public static bool IsPart(string file) => Part().IsMatch(file);

    [GeneratedRegex(@"\.[0-9a-f]{32}\.part\z")]
    private static partial Regex Part();
}
