using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>
/// Cursors: the key of the last row of a page, so that new rows do not shift later pages, and a mark of the list, so that a cursor of
/// another list is rejected.
/// </summary>
static class Cursors
{
    const int Mark = 4;

    /// <summary>The cursor of the page that follows a row.</summary>
    public static string Write(string list, string key) => Base64Url.EncodeToString([.. MarkOf(list), .. Encoding.UTF8.GetBytes(key)]);

    /// <summary>The key of the row; <c>null</c> if the cursor is not one of this list.</summary>
    public static string? Read(string list, string cursor) =>
        Base64Url.IsValid(cursor)
        && Base64Url.DecodeFromChars(cursor) is { Length: > Mark } bytes
        && Encoding.UTF8.GetString(bytes, Mark, bytes.Length - Mark) is var key
        && Write(list, key) == cursor
            ? key
            : null;

    static ReadOnlySpan<byte> MarkOf(string list) => SHA256.HashData(Encoding.UTF8.GetBytes(list)).AsSpan(0, Mark);
}
