using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>The parameters of every list.</summary>
public interface IListRequest
{
    /// <summary>The largest page that can be requested.</summary>
    const int MaxLimit = 500;

    /// <summary>The size of a JSON page if the request does not set one.</summary>
    const int DefaultLimit = 100;

    /// <summary>The maximum number of rows to return, from 1 to 500. Default: 100 in JSON, all rows in CSV, NDJSON and XLSX.</summary>
    int? Limit { get; }

    /// <summary>The page to return: the value of <c>next</c> in the previous page.</summary>
    string? Cursor { get; }

    /// <summary>
    /// The format of the answer. Takes precedence over the <c>Accept</c> header. <c>xlsx</c> is a workbook for Excel, LibreOffice and
    /// others. <c>excel</c> is CSV that Excel opens with the right encoding.
    /// </summary>
    Format? Format { get; }
}
