using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

/// <summary>
/// Creates files from the register once for each state of it, and keeps them in a temporary directory until it creates the next ones or
/// the service stops. Entity tags are hashes of the bytes, so that equal files have equal tags on every machine.
/// </summary>
/// <param name="make">Creates the files in a directory and returns the register that they contain. It may be newer than the
/// snapshot.</param>
/// <param name="current">The current snapshot.</param>
/// <param name="clock">The clock for the time of creation.</param>
/// <param name="log">The log for failures.</param>
public sealed class ExportCache(Func<string, Register, Task<Register>> make, CurrentRegister current, TimeProvider clock, ILogger log)
    : IDisposable
{
    const string Prefix = "treatytracker-export-";

    // One request creates the files; concurrent requests wait for it.
    readonly SemaphoreSlim _gate = new(1);
    Made? _made;

    /// <param name="Directory">The directory of the files.</param>
    /// <param name="Version">The data version that they contain.</param>
    /// <param name="State">The data version with the restores, which are recordings too.</param>
    /// <param name="Tags">Hashes of the files' bytes, by file name.</param>
    /// <param name="At">When they were created.</param>
    /// <param name="Overtaken">The snapshot at the time of creation, if the files contain newer data than it. They serve requests for this
    /// snapshot too, so that they are not created again.</param>
    sealed record Made(
        string Directory,
        string Version,
        string State,
        IReadOnlyDictionary<string, string> Tags,
        DateTimeOffset At,
        Register? Overtaken
    )
    {
        public bool IsOf(Register register) => State == register.VersionOfAnswers || Overtaken == register;
    }

    /// <summary>Deletes the files of services that were killed.</summary>
    internal static void DeleteLeftovers() => TemporaryDirectory.DeleteLeftovers(Prefix);

    /// <summary>An answer with one of the files; <c>null</c> if no file has that name.</summary>
    /// <param name="file">The path of the file within the directory, separated by <c>/</c>.</param>
    /// <param name="mediaType">The media type of the file.</param>
    /// <param name="savedAs">Returns the name under which clients save the file, given the data version.</param>
    /// <param name="ct">Cancels the wait.</param>
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
            // A cleanup of the temporary directory may have deleted the files.
            if (!File.Exists(Path.Combine(_made.Directory, file)))
                await Renew(register);
            // Opened under the lock, because an open file can be read to its end even after it is deleted.
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
            log.LogError(e, "Cannot create the file '{File}'", file);
            return Problem.Result(
                ProblemType.Unavailable,
                "The service cannot create the file at the moment. Other addresses are not affected. Try again in a moment."
            );
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        if (_made is not null)
            TemporaryDirectory.Delete(_made.Directory);
        _gate.Dispose();
    }

    async Task Renew(Register register)
    {
        var directory = TemporaryDirectory.Create(Prefix);
        try
        {
            var held = await make(directory, register);
            var tags = new Dictionary<string, string>();
            foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
            {
                await using var file = File.OpenRead(path);
                tags[Path.GetRelativePath(directory, path).Replace('\\', '/')] = Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
            }
            var old = _made;
            _made = new(
                directory,
                held.Version,
                held.VersionOfAnswers,
                tags,
                clock.GetUtcNow(),
                held.VersionOfAnswers == register.VersionOfAnswers ? null : register
            );
            if (old is not null)
                TemporaryDirectory.Delete(old.Directory);
        }
        catch
        {
            TemporaryDirectory.Delete(directory);
            throw;
        }
    }
}
