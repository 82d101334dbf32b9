using FastEndpoints;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>The newest events of one State or organization.</summary>
public sealed class GetStateEventsFeed : Endpoint<GetStateEventsFeed.Request>
{
    /// <summary>Whose, and as of which knowledge.</summary>
    public sealed class Request : FeedRequest
    {
        /// <summary>ISO alpha-3 (<c>PRK</c>), alpha-2 (<c>KP</c>) or M49 (<c>408</c>), in any letter case.</summary>
        public string State { get; init; } = "";
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
        Get("/v1/states/{state}/events.atom");
        this.Describe(
            ApiTags.Events,
            "What is new about a State, as an Atom feed",
            EventsFeed.About,
            "/v1/states/PRK/events.atom?knownAt=2026-11-23T00:00:00Z&limit=2"
        );
        this.ServeFeed();
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        if (register.FindParticipant(req.State) is not { } state)
            return Send.ResultAsync(NotFoundResults.UnknownState(register, req.State));
        CanonicalPath.Declare(HttpContext, $"/v1/states/{state.Code}/events.atom");
        // A correction that says it was another's act concerns both.
        bool Concerns(TreatyEvent e) =>
            e.Participant == state.Code || (e.Corrects is { } corrected && Concerns(register.EventsById[corrected]));
        return Send.ResultAsync(
            EventsFeed.Of(
                HttpContext,
                req,
                context,
                Labels.Phrase("feed-of-state", context.Language, ("name", state.NameIn(context.Language))),
                $"/v1/states/{state.Code}/events.atom",
                $"/v1/events?state={state.Code}",
                Concerns
            )
        );
    }
}
