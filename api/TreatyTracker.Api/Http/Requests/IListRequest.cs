using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>Parameters of every list.</summary>
public interface IListRequest
{
    /// <summary>How many rows at the most, from 1 to 500. In JSON 100 if not given; CSV and NDJSON carry all rows if not given.</summary>
    int? Limit { get; }

    /// <summary>Where to go on: the <c>next</c> of the page before.</summary>
    string? Cursor { get; }

    /// <summary>The representation; wins over the header Accept. <c>excel</c> is CSV as a file that Excel opens rightly.</summary>
    Format? Format { get; }
}
