namespace TreatyTracker.Api.Http.Caching;

/// <summary>Passes on what is written to it, and keeps a copy up to a size.</summary>
/// <param name="target">Where the bytes go.</param>
/// <param name="largest">The most bytes that are kept.</param>
sealed class TeeStream(Stream target, int largest) : Stream
{
    MemoryStream? _copy = new();

    /// <summary>All that was written; <c>null</c> when it was too large.</summary>
    public byte[]? Copied => _copy?.ToArray();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Copy(buffer);
        target.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Copy(buffer.Span);
        return target.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => target.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => target.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    void Copy(ReadOnlySpan<byte> bytes)
    {
        if (_copy is not null && _copy.Length + bytes.Length > largest)
            _copy = null;
        _copy?.Write(bytes);
    }
}
