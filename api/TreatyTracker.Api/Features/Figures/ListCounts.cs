using FastEndpoints;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features.Figures;

/// <summary>The named counts of several treaties in one answer.</summary>
public sealed class ListCounts : Endpoint<ListCounts.Request, Page<TreatyCounts>>
{
    /// <summary>Which treaties, and when.</summary>
    public sealed class Request : TimedListRequest
    {
        /// <summary>Ids or MTDSG numbers; give it once for each. All treaties if not given.</summary>
        public string[]? Treaty { get; init; }
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
        Get("/v1/counts");
        this.Describe(Topics.Counts, "How many parties did several treaties have on a day?",
            "The counts of the treaties named, or of all, in order of id.",
            "/v1/counts?treaty=untoc&treaty=uncac&asOf=2017-06-01");
        Description(b => b.WithMetadata(new NamesTheHost()));
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        if (clocks.Find(req.Treaty, out var treaties) is { } bad) return Send.ResultAsync(bad);
        var rows = treaties.Select(t => TreatyCounts.Of(t, clocks, HttpContext)).ToList();
        return Send.ResultAsync(Formats.List(HttpContext, req, rows, r => r.Treaty, TreatyCounts.Columns, p => p with { AsOf = clocks.AsOf, KnownAt = clocks.KnownAt }));
    }
}
