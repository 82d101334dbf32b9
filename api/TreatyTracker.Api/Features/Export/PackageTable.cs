namespace TreatyTracker.Api.Features.Export;

/// <summary>A table of a data package: its file, dialect and schema.</summary>
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
