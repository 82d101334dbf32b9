namespace TreatyTracker.Api.Features.Exports;

/// <summary>The descriptor of a Data Package (specs.frictionlessdata.io, version 1), as readers of version 2 take it too.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it holds and how to read it, in Markdown.</param>
/// <param name="Version">The data version.</param>
/// <param name="Created">The latest instant at which anything was recorded; absent for an empty register.</param>
/// <param name="Profile">The profile that it follows.</param>
/// <param name="Licenses">What may be done with it.</param>
/// <param name="Sources">Where the facts come from.</param>
/// <param name="Resources">Its tables.</param>
sealed record Package(string Name, string Title, string Description, string Version, DateTimeOffset? Created, string Profile, IReadOnlyList<PackageLicense> Licenses,
    IReadOnlyList<PackageSource> Sources, IReadOnlyList<PackageTable> Resources);

/// <summary>A licence.</summary>
sealed record PackageLicense(string Name, string Title, string Path);

/// <summary>A source.</summary>
sealed record PackageSource(string Title, string? Path);

/// <summary>A table: its file, how that is written, and its schema.</summary>
sealed record PackageTable(string Name, string Path, string Title, string Description, string Profile, string Format, string Mediatype, string Encoding, long Bytes, string Hash, PackageDialect Dialect, TableSchema Schema);

/// <summary>How a CSV file is written.</summary>
sealed record PackageDialect(string Delimiter = ",", string LineTerminator = "\r\n", string QuoteChar = "\"", bool DoubleQuote = true, bool Header = true, bool SkipInitialSpace = false);

/// <summary>What a table's columns hold and how its rows refer to others.</summary>
sealed record TableSchema(IReadOnlyList<TableField> Fields, IReadOnlyList<string> MissingValues, IReadOnlyList<string>? PrimaryKey, IReadOnlyList<ForeignKey>? ForeignKeys);

/// <summary>A column.</summary>
sealed record TableField(string Name, string Type, string? Format, string Description, FieldConstraints? Constraints);

/// <summary>What a column's values must be.</summary>
sealed record FieldConstraints(bool? Required = null, bool? Unique = null, IReadOnlyList<string>? Enum = null, string? Pattern = null, int? Minimum = null);

/// <summary>Columns that refer to a row of a table; an empty name means the same table.</summary>
sealed record ForeignKey(IReadOnlyList<string> Fields, ForeignKeyTarget Reference);

/// <summary>The row referred to.</summary>
sealed record ForeignKeyTarget(string Resource, IReadOnlyList<string> Fields);
