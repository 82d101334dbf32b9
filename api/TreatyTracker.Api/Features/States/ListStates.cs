using FastEndpoints;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features.States;

/// <summary>States and other participants.</summary>
public sealed class ListStates : Endpoint<ListStates.Request, Page<ParticipantProfile>>
{
    /// <summary>Which participants.</summary>
    public sealed class Request : ParticipantListRequest;

    /// <summary>The rules of the request.</summary>
    public sealed class Rules : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public Rules() => this.AddParticipantRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/states");
        this.Describe(Topics.States, "Which States and organizations does the register know?",
            "UN Members, observers, other States, regional organizations and former States, in order of code, each with a summary of where it stands on the day.",
            "/v1/states?q=swaziland&asOf=2017-06-30");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        var rows = clocks.Register.Facts.Participants
            .Where(p => req.Takes(p, clocks.AsOf))
            .Select(p => ParticipantProfile.Of(p, clocks)).ToList();
        return Send.ResultAsync(Formats.List(HttpContext, req, rows, r => r.Code, ParticipantProfile.Columns, p => p with { AsOf = clocks.AsOf, KnownAt = clocks.KnownAt }));
    }
}
