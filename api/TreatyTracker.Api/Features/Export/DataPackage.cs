using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features.Export;

/// <summary>
/// The register as a Frictionless Data Package: a descriptor, a CSV file for each table, and an archive with all of them. The same data
/// always gives the same bytes.
/// </summary>
public static class DataPackage
{
    internal const string Archive = "treatytracker.zip",
        Descriptor = "datapackage.json";

    /// <summary>All tables: first the recorded ones, then the computed ones.</summary>
    internal static IReadOnlyList<Table> Tables { get; } = [.. RecordTables.All, .. ComputedTables.All];

    /// <summary>The path of a table within the package.</summary>
    internal static string PathOf(string table) => $"data/{table}.csv";

    /// <summary>Writes the descriptor, the tables and the archive.</summary>
    public static async Task Write(Register register, string directory)
    {
        Directory.CreateDirectory(Path.Combine(directory, "data"));
        var resources = new List<PackageTable>();
        foreach (var table in Tables)
        {
            await using var file = File.Create(Path.Combine(directory, PathOf(table.Name)));
            await table.Write(file, register);
            file.Position = 0;
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
            resources.Add(
                new(
                    table.Name,
                    PathOf(table.Name),
                    table.Title,
                    table.Description,
                    "tabular-data-resource",
                    "csv",
                    "text/csv",
                    "utf-8",
                    file.Length,
                    $"sha256:{hash}",
                    new(),
                    table.Schema
                )
            );
        }
        await File.WriteAllBytesAsync(
            Path.Combine(directory, Descriptor),
            [.. JsonSerializer.SerializeToUtf8Bytes(Describe(register, resources), Json.Indented), (byte)'\n']
        );
        await Pack(directory, [Descriptor, .. resources.Select(r => r.Path)], register.LastRecordedAt);
    }

    static PackageDescriptor Describe(Register register, IReadOnlyList<PackageTable> resources) =>
        new(
            "treatytracker",
            "Treaty Tracker: who is bound by which treaty, on any day",
            """
            All data of a Treaty Tracker register. The tables `participations` and `counts` are computed from the events
            by treaty law. All other tables are the record itself.

            Dates are `YYYY-MM-DD`, instants are in UTC. An empty cell means "not known" or "does not apply". A text
            that begins like a formula (with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line break) is
            prefixed with an apostrophe so that no spreadsheet executes it. Keys, enum values, dates and numbers never
            begin like that. The SQLite file of the same version contains every text unchanged.

            The version is the data version that the service sends as `X-Data-Version`: a hash of the data.
            """.ReplaceLineEndings("\n"),
            register.Version,
            register.LastRecordedAt,
            "tabular-data-package",
            [new("MIT", "MIT License. Dates and figures are facts", "https://opensource.org/license/mit")],
            [.. register.Facts.Sources.Select(s => new PackageSource(s.Title, s.Url))],
            resources
        );

    static async Task Pack(string directory, IEnumerable<string> files, DateTimeOffset? at)
    {
        await using var stream = File.Create(Path.Combine(directory, Archive));
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: false, entryNameEncoding: null);
        // The instant of the data instead of the clock, so that the bytes depend only on the data. ZIP dates begin in 1980.
        var written = at is { Year: >= 1980 } instant ? instant : new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        // Some readers create only directories that the archive lists.
        zip.CreateEntry("data/").LastWriteTime = written;
        foreach (var file in files)
        {
            var entry = zip.CreateEntry(file, CompressionLevel.SmallestSize);
            entry.LastWriteTime = written;
            await using var content = await entry.OpenAsync();
            await using var source = File.OpenRead(Path.Combine(directory, file));
            await source.CopyToAsync(content);
        }
    }
}
