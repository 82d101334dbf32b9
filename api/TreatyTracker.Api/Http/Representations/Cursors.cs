using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>
/// Cursors: the key of the last row seen, so that rows which arrive later shift nothing; and a mark of the list whose row it is, since the
/// key would have a place, and the wrong one, in many another list.
/// </summary>
static class Cursors
{
    const int Mark = 4;

    /// <summary>The cursor behind a row.</summary>
    public static string Write(string list, string key) => Base64Url.EncodeToString([.. MarkOf(list), .. Encoding.UTF8.GetBytes(key)]);

    /// <summary>The key of the row; <c>null</c> when no page of the list gave this cursor.</summary>
    public static string? Read(string list, string cursor) =>
        Base64Url.IsValid(cursor)
        && Base64Url.DecodeFromChars(cursor) is { Length: > Mark } bytes
        && Encoding.UTF8.GetString(bytes, Mark, bytes.Length - Mark) is var key
        && Write(list, key) == cursor
            ? key
            : null;

    static ReadOnlySpan<byte> MarkOf(string list) => SHA256.HashData(Encoding.UTF8.GetBytes(list)).AsSpan(0, Mark);
}
