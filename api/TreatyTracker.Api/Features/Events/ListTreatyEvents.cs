using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

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
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddEventRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/events");
        this.Describe(
            ApiTags.Events,
            "What happened under a treaty?",
            "Its event history, corrections among it, in order of date and id. Dated on or before asOf.",
            "/v1/treaties/untoc/events?from=2016-01-01&to=2016-12-31&asOf=2017-06-30"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        if (AnswerContext.Of(HttpContext, req).Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/events");
        return Send.ResultAsync(EventFilters.List(HttpContext, req, treaty));
    }
}
