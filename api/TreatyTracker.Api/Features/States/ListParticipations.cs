using FastEndpoints;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.States;

/// <summary>Where a participant stands under one treaty.</summary>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="Mtdsg">Its MTDSG number.</param>
/// <param name="Title">Its title, in the language asked for where there is one, else in English.</param>
/// <param name="Status">The participant's row of its status table.</param>
/// <param name="Record">How far the treaty's record goes.</param>
public sealed record StateParticipation(string Treaty, string Mtdsg, string Title, StatusRow Status, RecordState Record)
{
    internal static IReadOnlyList<Column<StateParticipation>> Columns { get; } =
    [
        new("treaty", r => r.Treaty), new("mtdsg", r => r.Mtdsg), new("title", r => r.Title),
        .. StatusRow.Columns.Select(c => new Column<StateParticipation>(c.Name, r => c.Value(r.Status))),
        new("completeThrough", r => r.Record.CompleteThrough), new("asOfIsBeyond", r => r.Record.AsOfIsBeyond),
    ];
}

/// <summary>A participant's standing under every treaty.</summary>
public sealed class ListParticipations : Endpoint<ListParticipations.Request, Page<StateParticipation>>
{
    /// <summary>Who, and when.</summary>
    public sealed class Request : TimedListRequest
    {
        /// <summary>ISO alpha-3, alpha-2 or M49, in any letter case.</summary>
        public string State { get; init; } = "";
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
        Get("/v1/states/{state}/participations");
        this.Describe(Topics.States, "Which treaties is a State bound by on a day?",
            "A row for every treaty under which it has acted by the day, in order of treaty id, with its standing.",
            "/v1/states/PRK/participations?asOf=2017-06-30&limit=2");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        if (clocks.Register.FindParticipant(req.State) is not { } state) return Send.ResultAsync(Asking.UnknownState(clocks.Register, req.State));
        HttpContext.Canonical($"/v1/states/{state.Code}/participations");
        var rows = clocks.Treaties()
            .Select(t => (Treaty: t, Participation: clocks.StatusOf(t).Of(state.Code)))
            .Where(r => r.Participation is { } p && (p.Events.Any(e => e.Date <= clocks.AsOf) || p.StandingOn(clocks.AsOf) is not Standing.None))
            .Select(r => new StateParticipation(r.Treaty.Id, r.Treaty.Mtdsg, TreatyReference.Of(r.Treaty, clocks).Title,
                StatusRow.Of(r.Participation!, clocks), RecordState.Of(r.Treaty, clocks)))
            .ToList();
        return Send.ResultAsync(Formats.List(HttpContext, req, rows, r => r.Treaty, StateParticipation.Columns, p => p with { AsOf = clocks.AsOf, KnownAt = clocks.KnownAt }));
    }
}
