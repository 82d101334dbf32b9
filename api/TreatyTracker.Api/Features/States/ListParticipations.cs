using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Features.States;

/// <summary>Where a participant stands under one treaty.</summary>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="Mtdsg">Its MTDSG number.</param>
/// <param name="Title">Its title, in the language asked for where there is one, else in English.</param>
/// <param name="TitleLanguage">The language that the title is in.</param>
/// <param name="Status">The participant's row of its status table.</param>
/// <param name="Record">How far the treaty's record goes.</param>
public sealed record StateParticipation(string Treaty, string Mtdsg, string Title, string TitleLanguage, StatusRow Status, RecordState Record)
{
    internal static IReadOnlyList<Column<StateParticipation>> Columns { get; } =
    [
        new("treaty", r => r.Treaty), new("mtdsg", r => r.Mtdsg), new("title", r => r.Title),
        .. StatusRow.Columns.Select(c => new Column<StateParticipation>(c.Name, r => c.Value(r.Status))),
        new("completeThrough", r => r.Record.CompleteThrough), new("asOfIsBeyond", r => r.Record.AsOfIsBeyond), new("titleLanguage", r => r.TitleLanguage),
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

        /// <summary>
        /// Which rows: <c>any</c> (if not given), <c>party</c> (counted in <c>parties</c>), <c>party-in-force</c>, <c>contracting</c> (not in force for it),
        /// <c>signatory</c> (not bound), or <c>former-party</c>.
        /// </summary>
        public StandingFilter? Standing { get; init; }
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
        var rows = clocks.View.Treaties
            .Select(t => (Treaty: t, Participation: clocks.StatusOf(t).Of(state.Code)))
            .Where(r => r.Participation is { } p && (req.Standing ?? StandingFilter.Any).Takes(clocks.StatusOf(r.Treaty), p, clocks.AsOf))
            .Select(r => (r.Treaty, r.Participation, Title: r.Treaty.TitleIn(clocks.Language)))
            .Select(r => new StateParticipation(r.Treaty.Id, r.Treaty.Mtdsg, r.Title.Title, r.Title.Language, StatusRow.Of(r.Participation!, clocks), RecordState.Of(r.Treaty, clocks)))
            .ToList();
        return Send.ResultAsync(Formats.List(HttpContext, req, rows, r => r.Treaty, StateParticipation.Columns, p => p with { AsOf = clocks.AsOf, KnownAt = clocks.KnownAt }));
    }
}
