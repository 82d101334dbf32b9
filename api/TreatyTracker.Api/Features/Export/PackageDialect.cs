namespace TreatyTracker.Api.Features.Export;

/// <summary>How a CSV file is written.</summary>
sealed record PackageDialect(
    string Delimiter = ",",
    string LineTerminator = "\r\n",
    string QuoteChar = "\"",
    bool DoubleQuote = true,
    bool Header = true,
    bool SkipInitialSpace = false
);
