using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>A question about time that is answered with a list.</summary>
public abstract class TimedListRequest : TimedRequest, IListRequest
{
    /// <summary>How many rows at the most, from 1 to 500. In JSON 100 if not given; CSV and NDJSON carry all rows if not given.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: the <c>next</c> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>The representation; wins over the header Accept. <c>excel</c> is CSV as a file that Excel opens rightly.</summary>
    public Format? Format { get; init; }
}
