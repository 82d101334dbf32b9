using FastEndpoints;

namespace TreatyTracker.Api.Features.Subscriptions;

public sealed class GetEventsFeed : Endpoint<GetEventsFeed.Request>
{
    public sealed class Request : FeedRequest;

    public override void Configure()
    {
        Get("/v1/events.atom");
        this.Describe(
            ApiTags.Events,
            "An Atom feed of new events",
            EventsFeed.Description,
            "/v1/events.atom?knownAt=2026-11-23T00:00:00Z&limit=2"
        );
        this.ServeFeed();
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        return Send.ResultAsync(
            EventsFeed.Of(
                HttpContext,
                req,
                context,
                Labels.Phrase("feed-all", context.Language),
                "/v1/events.atom",
                "/v1/events",
                _ => true
            )
        );
    }
}
