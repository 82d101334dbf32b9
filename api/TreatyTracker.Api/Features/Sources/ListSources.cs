using FastEndpoints;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features.Sources;

/// <summary>A source of facts.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Url">Its address; absent where it has none.</param>
/// <param name="Events">How many events recorded by then name it.</param>
public sealed record CitedSource(string Id, string Title, string? Url, int Events)
{
    internal static CitedSource Of(Data.Source source, Clocks clocks) =>
        new(source.Id, source.Title, source.Url, clocks.Register.Facts.Events.Count(e => e.RecordedAt <= clocks.KnownAt && e.Sources.Contains(source.Id)));

    internal static IReadOnlyList<Column<CitedSource>> Columns { get; } =
        [new("id", s => s.Id), new("title", s => s.Title), new("url", s => s.Url), new("events", s => s.Events)];
}

/// <summary>Where the facts come from.</summary>
public sealed class ListSources : Endpoint<ListSources.Request, Page<CitedSource>>
{
    /// <summary>Which page.</summary>
    public sealed class Request : KnownRequest, IListRequest
    {
        /// <summary>How many rows at the most, from 1 to 500. In JSON 100 if not given; CSV and NDJSON carry all rows if not given.</summary>
        public int? Limit { get; init; }

        /// <summary>Where to go on: the <c>next</c> of the page before.</summary>
        public string? Cursor { get; init; }

        /// <summary>The representation; wins over the header Accept. <c>excel</c> is CSV as a file that Excel opens rightly.</summary>
        public Format? Format { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class Rules : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public Rules() => this.AddListRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/sources");
        this.Describe(Topics.Sources, "Where do the facts come from?", "All sources, in order of id.", "/v1/sources?limit=2");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        return Send.ResultAsync(Formats.List(HttpContext, req, [.. clocks.Register.Facts.Sources.Select(s => CitedSource.Of(s, clocks))], s => s.Id, CitedSource.Columns, p => p with { KnownAt = clocks.KnownAt }));
    }
}
