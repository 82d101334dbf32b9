using FastEndpoints;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Subscriptions;

public sealed class GetStateEventsFeed : Endpoint<GetStateEventsFeed.Request>
{
    public sealed class Request : FeedRequest
    {
        /// <inheritdoc cref="States.GetState.Request.State"/>
        public string State { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/states/{state}/events.atom");
        this.Describe(
            ApiTags.Events,
            "An Atom feed of new events of a State",
            EventsFeed.Description,
            "/v1/states/PRK/events.atom?knownAt=2026-11-23T00:00:00Z&limit=2"
        );
        this.ServeFeed();
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        if (register.FindParticipant(req.State) is not { } state)
            return Send.ResultAsync(NotFoundResults.UnknownState(register, req.State));
        CanonicalPath.Declare(HttpContext, $"/v1/states/{state.Code}/events.atom");
        // A correction that changes the participant of an event concerns both participants.
        bool Concerns(TreatyEvent e) =>
            e.Participant == state.Code || (e.Corrects is { } corrected && Concerns(register.Facts.Events[corrected]));
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
