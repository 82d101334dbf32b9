using FastEndpoints;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>The newest events of the register.</summary>
public sealed class GetEventsFeed : Endpoint<GetEventsFeed.Request>
{
    /// <summary>As of which knowledge.</summary>
    public sealed class Request : FeedRequest;

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddFeedRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/events.atom");
        this.Describe(
            ApiTags.Events,
            "What is new, as an Atom feed",
            EventsFeed.About,
            "/v1/events.atom?knownAt=2026-11-23T00:00:00Z&limit=2"
        );
        this.ServeFeed();
    }

    /// <inheritdoc/>
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
