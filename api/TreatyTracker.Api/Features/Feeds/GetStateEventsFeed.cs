using FastEndpoints;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Feeds;

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
    public sealed class Rules : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public Rules() => this.AddFeedRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/states/{state}/events.atom");
        this.Describe(Topics.Events, "What is new about a State, as an Atom feed", EventsFeed.About, "/v1/states/PRK/events.atom?knownAt=2026-11-23T00:00:00Z&limit=2");
        this.ServeFeed();
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        var register = clocks.Register;
        if (register.FindParticipant(req.State) is not { } state) return Send.ResultAsync(Asking.UnknownState(register, req.State));
        HttpContext.Canonical($"/v1/states/{state.Code}/events.atom");
        // A correction that says it was another's act concerns both.
        bool Concerns(TreatyEvent e) => e.Participant == state.Code || (e.Corrects is { } corrected && Concerns(register.EventsById[corrected]));
        return Send.ResultAsync(EventsFeed.Of(HttpContext, req, clocks, Labels.Phrase("feed-of-state", clocks.Language, ("name", state.NameIn(clocks.Language))),
            $"/v1/states/{state.Code}/events.atom", $"/v1/events?state={state.Code}", Concerns));
    }
}
