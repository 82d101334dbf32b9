namespace TreatyTracker.Api.Http.Representations;

/// <summary>A representation of a list.</summary>
public enum Format
{
    /// <summary><c>application/json</c>: a page.</summary>
    Json,

    /// <summary><c>text/csv; header=present</c> (RFC 4180): the rows.</summary>
    Csv,

    /// <summary><c>application/x-ndjson</c>: a JSON object a row.</summary>
    Ndjson,

    /// <summary>As <c>csv</c>, as a file that opens with a byte order mark: without one, Excel takes UTF-8 for something else.</summary>
    Excel,
}
