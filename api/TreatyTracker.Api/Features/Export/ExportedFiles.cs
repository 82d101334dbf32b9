using Dapper;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features.Export;

/// <summary>The whole register as files: its database, and a data package of tables.</summary>
public sealed class ExportedFiles : IDisposable
{
    /// <summary>The copy of the database.</summary>
    internal const string DatabaseFile = "treatytracker.sqlite";

    readonly ExportCache _copy,
        _package;

    /// <summary>Makes nothing yet.</summary>
    public ExportedFiles(CurrentRegister current, Database database, TimeProvider clock, ILogger<ExportedFiles> log)
    {
        _copy = new((directory, _) => Task.FromResult(Copy(database, Path.Combine(directory, DatabaseFile))), current, clock, log);
        _package = new(
            async (directory, register) =>
            {
                await DataPackage.Write(register, directory);
                return register.Version;
            },
            current,
            clock,
            log
        );
    }

    /// <inheritdoc/>
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
    /// A copy made in one read transaction, which holds up nobody. <c>VACUUM INTO</c> rather than the online backup: it writes no pages of
    /// what was deleted, needs no log beside the file, and gives the same bytes for the same history. What was committed between the
    /// snapshot
    /// and the copy is in it, so that the copy itself is asked what it holds.
    /// </summary>
    static string Copy(Database database, string path)
    {
        using (var connection = database.OpenRead())
            connection.Execute("VACUUM INTO @path", new { path });
        return Register.Load(new Database(path)).Version;
    }
}
