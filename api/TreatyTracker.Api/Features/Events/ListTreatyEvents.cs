using FastEndpoints;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features.Events;

/// <summary>The event history of one treaty.</summary>
public sealed class ListTreatyEvents : Endpoint<ListTreatyEvents.Request, Page<RecordedEvent>>
{
    /// <summary>Which events.</summary>
    public sealed class Request : EventListRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";
    }

    /// <summary>The rules of the request.</summary>
    public sealed class Rules : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public Rules() => this.AddEventRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/events");
        this.Describe(Topics.Events, "What happened under a treaty?",
            "Its event history, corrections among it, in order of date and id. Dated on or before asOf.",
            "/v1/treaties/untoc/events?from=2016-01-01&to=2016-12-31&asOf=2017-06-30");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        if (HttpContext.Clocks(req).Find(req.Treaty, out var treaty) is { } missing) return Send.ResultAsync(missing);
        HttpContext.Canonical($"/v1/treaties/{treaty.Id}/events");
        return Send.ResultAsync(EventFilters.List(HttpContext, req, treaty));
    }
}
