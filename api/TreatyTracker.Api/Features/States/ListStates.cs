using FastEndpoints;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.States;

/// <summary>States and other participants.</summary>
public sealed class ListStates : Endpoint<ListStates.Request, Page<ParticipantProfile>>
{
    /// <summary>Which participants.</summary>
    public sealed class Request : TimedListRequest
    {
        /// <summary>Only participants that are of this kind on the day.</summary>
        public ParticipantKind? Kind { get; init; }

        /// <summary>Only those with this text in a name, in any language, former and everyday names too, or in the code; letter case and accents do not matter.</summary>
        public string? Q { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class Rules : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public Rules() => this.AddListRules();
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
            .Where(p => req.Kind is null || p.Participant.KindOn(clocks.AsOf) == req.Kind)
            .Where(p => req.Q is null || Folding.Contains(req.Q, p.Searched()))
            .Select(p => ParticipantProfile.Of(p, clocks)).ToList();
        return Send.ResultAsync(Formats.List(HttpContext, req, rows, r => r.Code, ParticipantProfile.Columns, p => p with { AsOf = clocks.AsOf, KnownAt = clocks.KnownAt }));
    }
}
