using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TreatyTracker.Api.Data;

/// <summary>
/// SHA-256 of a sequence of values, each written so that no other sequence gives the same bytes: numbers in 8 bytes, the least significant
/// first, and texts as their length and their UTF-16 code units, in the same order of bytes. A text that is not there has the length -1.
/// </summary>
sealed class SealDigest : IDisposable
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly byte[] _buffer = new byte[1 << 14];
    int _used;

    /// <summary>Adds a number.</summary>
    public void Add(long number)
    {
        if (_used > _buffer.Length - sizeof(long))
            Flush();
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_used), number);
        _used += sizeof(long);
    }

    /// <summary>Adds a text, or that there is none.</summary>
    public void Add(string? text)
    {
        Add(text?.Length ?? -1L);
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        if (bytes.Length > _buffer.Length - _used)
            Flush();
        if (bytes.Length > _buffer.Length)
            _hash.AppendData(bytes);
        else
        {
            bytes.CopyTo(_buffer.AsSpan(_used));
            _used += bytes.Length;
        }
    }

    /// <summary>The hash of what was added, in hexadecimal. The next one begins empty.</summary>
    public string Take()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    void Flush()
    {
        _hash.AppendData(_buffer, 0, _used);
        _used = 0;
    }
}
