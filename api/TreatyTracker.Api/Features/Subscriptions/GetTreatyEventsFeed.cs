using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>The newest events of one treaty.</summary>
public sealed class GetTreatyEventsFeed : Endpoint<GetTreatyEventsFeed.Request>
{
    /// <summary>Which treaty, and as of which knowledge.</summary>
    public sealed class Request : FeedRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";
    }

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddFeedRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/events.atom");
        this.Describe(
            ApiTags.Events,
            "What is new under a treaty, as an Atom feed",
            EventsFeed.About,
            "/v1/treaties/rome-statute/events.atom?knownAt=2026-11-23T00:00:00Z&limit=2"
        );
        this.ServeFeed();
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        var list = $"/v1/treaties/{treaty.Id}/events";
        CanonicalPath.Declare(HttpContext, list + ".atom");
        return Send.ResultAsync(
            EventsFeed.Of(
                HttpContext,
                req,
                context,
                Labels.Phrase("feed-of-treaty", context.Language, ("name", treaty.TitleIn(context.Language).Title)),
                list + ".atom",
                list,
                e => e.Treaty == treaty.Id
            )
        );
    }
}
