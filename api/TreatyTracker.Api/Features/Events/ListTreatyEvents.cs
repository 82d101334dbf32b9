using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Events;

public sealed class ListTreatyEvents : Endpoint<ListTreatyEvents.Request, Page<RecordedEvent>>
{
    public sealed class Request : EventListRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/events");
        this.Describe(
            ApiTags.Events,
            "What happened under a treaty?",
            "Returns the treaty's events dated on or before asOf, including corrections, ordered by date and id, "
                + "or by the instant of recording; order=desc puts the latest first.",
            "/v1/treaties/untoc/events?from=2016-01-01&to=2016-12-31&asOf=2017-06-30"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        if (AnswerContext.Of(HttpContext, req).Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/events");
        return Send.ResultAsync(EventFilters.List(HttpContext, req, treaty));
    }
}
