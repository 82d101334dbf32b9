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

    /// <summary>
    /// <c>application/vnd.openxmlformats-officedocument.spreadsheetml.sheet</c>: a workbook. Its first sheet is the table with typed days
    /// and numbers; its second has the definitions of the columns, the day, the coverage of the record and a citation.
    /// </summary>
    Xlsx,
}
