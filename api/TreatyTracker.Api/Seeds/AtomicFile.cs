namespace TreatyTracker.Api.Seeds;

/// <summary>Writes files so that whoever reads one, or is left with it after a crash, has the old or the new text as a whole.</summary>
static class AtomicFile
{
    /// <summary>Writes a file, in UTF-8, or replaces it.</summary>
    /// <param name="target">Its path. The directory must exist.</param>
    /// <param name="text">The whole text.</param>
    public static void Write(string target, string text) => Write(target, System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    /// <param name="target">Its path. The directory must exist.</param>
    /// <param name="bytes">The whole content.</param>
    public static void Write(string target, ReadOnlySpan<byte> bytes)
    {
        // A new name, so that no link that stands there already leads elsewhere.
        var part = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
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
}
