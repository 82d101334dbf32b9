namespace TreatyTracker.Api.Features.Export;

/// <summary>A table: its file, how that is written, and its schema.</summary>
sealed record PackageTable(
    string Name,
    string Path,
    string Title,
    string Description,
    string Profile,
    string Format,
    string Mediatype,
    string Encoding,
    long Bytes,
    string Hash,
    PackageDialect Dialect,
    TableSchema Schema
);
