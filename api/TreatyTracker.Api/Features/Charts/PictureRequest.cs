using System.ComponentModel.DataAnnotations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>A request for a picture of a day.</summary>
public abstract class PictureRequest : TimedRequest
{
    /// <summary>The smallest width, that of a small phone.</summary>
    internal const int MinWidth = 320;

    /// <summary>The largest width.</summary>
    internal const int MaxWidth = 2400;

    /// <summary>
    /// The width in pixels. Texts keep their size, and narrow pictures break them into more lines. The height follows. Default: 960.
    /// </summary>
    [Range(MinWidth, MaxWidth)]
    public int? Width { get; init; }

    /// <summary>The colours. Default: <c>light</c>.</summary>
    public Theme? Theme { get; init; }
}
