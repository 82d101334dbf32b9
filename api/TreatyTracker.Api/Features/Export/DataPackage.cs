using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features.Export;

/// <summary>
/// The register as a Frictionless Data Package: a descriptor, a CSV file a table, and both in one archive. The same data give the same
/// bytes.
/// </summary>
public static class DataPackage
{
    internal const string Archive = "treatytracker.zip",
        Descriptor = "datapackage.json";

    static readonly JsonSerializerOptions s_json = Json.Configure(
        new()
        {
            WriteIndented = true,
            NewLine = "\n",
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>What a record is first, then what follows from it.</summary>
    internal static IReadOnlyList<Table> Tables { get; } = [.. RecordTables.All, .. ComputedTables.All];

    /// <summary>Where a table is in the package.</summary>
    internal static string PathOf(string table) => $"data/{table}.csv";

    /// <summary>Writes descriptor, tables and archive.</summary>
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
            [.. JsonSerializer.SerializeToUtf8Bytes(Describe(register, resources), s_json), (byte)'\n']
        );
        await Pack(directory, [Descriptor, .. resources.Select(r => r.Path)], register.LastRecordedAt);
    }

    static PackageDescriptor Describe(Register register, IReadOnlyList<PackageTable> resources) =>
        new(
            "treatytracker",
            "Treaty Tracker: who is bound by which treaty, on any day",
            """
            All that a register of Treaty Tracker holds. The tables `participations` and `counts` are computed from the events by treaty law; all others are the record itself.

            Days are `YYYY-MM-DD`, instants are in UTC; an empty cell is not known or does not apply. A text that begins like a formula (with `=`, `+`, `-`, `@`, a tab or a line end) is preceded by an apostrophe, so that no spreadsheet runs it; keys, words, days and numbers never begin so. The SQLite file of the same version has every text as it is.

            The version is the data version that the service names in `X-Data-Version`: a hash of the data.
            """.ReplaceLineEndings("\n"),
            register.Version,
            register.LastRecordedAt,
            "tabular-data-package",
            [new("MIT", "MIT License; the dates and figures are facts", "https://opensource.org/license/mit")],
            [.. register.Facts.Sources.Select(s => new PackageSource(s.Title, s.Url))],
            resources
        );

    static async Task Pack(string directory, IEnumerable<string> files, DateTimeOffset? at)
    {
        await using var stream = File.Create(Path.Combine(directory, Archive));
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: false, entryNameEncoding: null);
        // The data's own instant: the clock has no part in the bytes. The format begins with 1980.
        var written = at is { Year: >= 1980 } instant ? instant : new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        // Some readers make no directory that the archive does not name.
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
