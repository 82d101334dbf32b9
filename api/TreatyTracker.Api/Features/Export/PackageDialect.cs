namespace TreatyTracker.Api.Features.Export;

/// <summary>The CSV dialect of the tables.</summary>
sealed record PackageDialect(
    string Delimiter = ",",
    string LineTerminator = "\r\n",
    string QuoteChar = "\"",
    bool DoubleQuote = true,
    bool Header = true,
    bool SkipInitialSpace = false
);
