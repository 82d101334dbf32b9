using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

/// <summary>
/// Files made from the register once for each data version, and kept, in a temporary directory, until the next ones are made or the service
/// ends. Their tags are hashes of their bytes: the same bytes on any machine have the same tag, and other bytes never do.
/// </summary>
/// <param name="make">Makes the files in a directory, from the snapshot if it likes, and says what they hold: that may be newer.</param>
/// <param name="current">The snapshot.</param>
/// <param name="clock">Tells when they were made.</param>
/// <param name="log">Told what cannot be made.</param>
public sealed class ExportCache(Func<string, Register, Task<string>> make, CurrentRegister current, TimeProvider clock, ILogger log)
    : IDisposable
{
    const string Prefix = "treatytracker-export-";

    // One request makes the files; others that come meanwhile wait for the same ones.
    readonly SemaphoreSlim _gate = new(1);
    Made? _made;

    /// <param name="Directory">Where they are.</param>
    /// <param name="Version">The data that they hold.</param>
    /// <param name="Tags">Hashes of the files' bytes, by name.</param>
    /// <param name="At">When they were made.</param>
    /// <param name="Overtaken">The snapshot before which the files were, when it had not seen yet what they hold; it will not be asked for
    /// them again.</param>
    sealed record Made(string Directory, string Version, IReadOnlyDictionary<string, string> Tags, DateTimeOffset At, Register? Overtaken)
    {
        public bool IsOf(Register register) => Version == register.Version || Overtaken == register;
    }

    /// <summary>An answer with one of the files; <c>null</c> when there is none of that name.</summary>
    /// <param name="file">Its name, with <c>/</c> before what lies deeper.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="savedAs">What to call it where it is saved, given the data version.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IResult?> Answer(string file, string mediaType, Func<string, string>? savedAs, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var register = current.Now!;
            if (_made?.IsOf(register) is not true)
                await Renew(register);
            if (!_made!.Tags.ContainsKey(file))
                return null;
            // Whoever tidies the temporary directory may have taken them.
            if (!File.Exists(Path.Combine(_made.Directory, file)))
                await Renew(register);
            // Opened while it is there; deleted, it can be read to its end.
            var content = new FileStream(
                Path.Combine(_made.Directory, file),
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                1,
                FileOptions.Asynchronous
            );
            return new FileAnswer(content, mediaType, savedAs?.Invoke(_made.Version), _made.Tags[file], _made.At, _made.Version);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "'{File}' cannot be made", file);
            return Problem.Result(
                ProblemType.Unavailable,
                "The file cannot be made now. The other addresses answer as ever; try this one again in a moment."
            );
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_made is not null)
            Delete(_made.Directory);
        _gate.Dispose();
    }

    async Task Renew(Register register)
    {
        DeleteLeftovers();
        var directory = Directory.CreateTempSubdirectory(Prefix).FullName;
        try
        {
            var version = await make(directory, register);
            var tags = new Dictionary<string, string>();
            foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
            {
                await using var file = File.OpenRead(path);
                tags[Path.GetRelativePath(directory, path).Replace('\\', '/')] = Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
            }
            (var old, _made) = (_made, new(directory, version, tags, clock.GetUtcNow(), version == register.Version ? null : register));
            if (old is not null)
                Delete(old.Directory);
        }
        catch
        {
            Delete(directory);
            throw;
        }
    }

    /// <summary>What services left behind that were killed. One that runs makes its files anew when they are gone.</summary>
    void DeleteLeftovers()
    {
        foreach (var directory in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
            if (Directory.GetLastWriteTimeUtc(directory) < clock.GetUtcNow().AddDays(-1))
                Delete(directory);
    }

    static void Delete(string directory)
    {
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone already, or another user's.
        }
    }
}
