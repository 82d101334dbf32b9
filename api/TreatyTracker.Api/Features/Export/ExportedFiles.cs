using Dapper;
using Microsoft.Data.Sqlite;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features.Export;

/// <summary>The whole register as files: a copy of its database, and a data package.</summary>
public sealed class ExportedFiles : IDisposable
{
    /// <summary>The file name of the database copy.</summary>
    internal const string DatabaseFile = "treatytracker.sqlite";

    readonly ExportCache _copy,
        _package;

    public ExportedFiles(CurrentRegister current, Database database, TimeProvider clock, ILogger<ExportedFiles> log)
    {
        _copy = new((directory, _) => Task.FromResult(Copy(database, Path.Combine(directory, DatabaseFile))), current, clock, log);
        _package = new(
            async (directory, register) =>
            {
                await DataPackage.Write(register, directory);
                return register;
            },
            current,
            clock,
            log
        );
    }

    public void Dispose()
    {
        _copy.Dispose();
        _package.Dispose();
    }

    internal async Task<IResult> Database(CancellationToken ct) =>
        (await _copy.Answer(DatabaseFile, "application/vnd.sqlite3", version => $"treatytracker-{version}.sqlite", ct))!;

    internal Task<IResult?> PartOfPackage(string file, string mediaType, bool isSaved, CancellationToken ct) =>
        _package.Answer(file, mediaType, isSaved ? version => $"treatytracker-{version}{Path.GetExtension(file)}" : null, ct);

    /// <summary>
    /// Copies the database in one read transaction, which blocks no one. It uses <c>VACUUM INTO</c> instead of the online backup because
    /// that writes no deleted pages, needs no log file, and gives the same bytes for the same history. The copy may contain data committed
    /// after the snapshot, so it is the copy that is read.
    /// </summary>
    static Register Copy(Database database, string path)
    {
        using (var connection = database.OpenRead())
            connection.Execute("VACUUM INTO @path", new { path });
        // The keys and webhooks are those of the service, and not for others.
        using (var copy = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            copy.Open();
            AccessKeys.RemoveFromCopy(copy);
            WebhookStore.RemoveFromCopy(copy);
        }
        return Register.Load(new Database(path));
    }
}
