using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Subscriptions;

public sealed class GetTreatyEventsFeed : Endpoint<GetTreatyEventsFeed.Request>
{
    public sealed class Request : FeedRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/events.atom");
        this.Describe(
            ApiTags.Events,
            "An Atom feed of new events under a treaty",
            EventsFeed.Description,
            "/v1/treaties/rome-statute/events.atom?knownAt=2026-11-23T00:00:00Z&limit=2"
        );
        this.ServeFeed();
    }

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
                Labels.Phrase("feed-of-treaty", context.Language, ("name", context.Register.TellingTitle(treaty, context.Language).Title)),
                list + ".atom",
                list,
                e => e.Treaty == treaty.Id,
                treaty.RecordNote
            )
        );
    }
}
