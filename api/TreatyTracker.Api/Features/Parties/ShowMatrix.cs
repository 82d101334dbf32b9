using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>One participant across treaties.</summary>
/// <param name="Participant">The participant's code.</param>
/// <param name="Name">Its name today, in the language asked for.</param>
/// <param name="Kind">Its kind on the day.</param>
/// <param name="Region">M49 region; absent for an organization.</param>
/// <param name="Standings">Its standing under each treaty, by treaty id, <c>none</c> where it has none.</param>
/// <param name="KindLabel">What people call its kind, in the language asked for.</param>
/// <param name="RegionLabel">What people call its region, in the language asked for.</param>
public sealed record MatrixRow(string Participant, string Name, ParticipantKind Kind, string? Region, IReadOnlyDictionary<string, Standing> Standings, string KindLabel, string? RegionLabel);

/// <summary>A treaty of the matrix, with how far its record goes.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="Record">How far its record goes.</param>
public sealed record MatrixTreaty(TreatyReference Treaty, RecordState Record);

/// <summary>Participants against treaties.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="KnownAt">The instant as of whose knowledge it was computed.</param>
/// <param name="LooksAhead">Present and true when the day is still to come.</param>
/// <param name="Treaties">The treaties, in order of id.</param>
/// <param name="StandingLabels">What people call each standing of the cells, by its word, in the language asked for.</param>
/// <param name="Total">How many rows the whole matrix has.</param>
/// <param name="Items">The rows, in order of code.</param>
/// <param name="Next">Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</param>
public sealed record StandingMatrix(DateOnly AsOf, DateTimeOffset KnownAt, bool? LooksAhead, IReadOnlyList<MatrixTreaty> Treaties,
    IReadOnlyDictionary<string, string> StandingLabels, int Total, IReadOnlyList<MatrixRow> Items, string? Next);

/// <summary>Participants against treaties, standing in each cell.</summary>
public sealed class ShowMatrix : Endpoint<ShowMatrix.Request, StandingMatrix>
{
    /// <summary>Which treaties and participants, and when.</summary>
    public sealed class Request : ParticipantListRequest
    {
        /// <summary>Ids or MTDSG numbers; give it once for each. All treaties if not given.</summary>
        public string[]? Treaty { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class Rules : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public Rules() => this.AddParticipantRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/matrix");
        this.Describe(Topics.Parties, "Who is bound by which of several treaties?",
            "A row a participant in order of code, a standing a treaty. Former States without a standing are left out.",
            "/v1/matrix?treaty=untoc&treaty=uncac&region=Oceania&asOf=2017-06-30&limit=2");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        var register = clocks.Register;
        if (clocks.Find(req.Treaty, out var treaties) is { } bad) return Send.ResultAsync(bad);

        var rows = register.Facts.Participants
            .Where(p => req.Takes(p, clocks.AsOf))
            .Select(p => Row(p, treaties, clocks))
            .Where(r => r.Kind is not ParticipantKind.FormerState || r.Standings.Values.Any(s => s is not Standing.None))
            .ToList();
        IReadOnlyList<Column<MatrixRow>> columns =
        [
            new("participant", r => r.Participant), new("name", r => r.Name), new("kind", r => r.Kind.Word()), new("region", r => r.Region),
            .. treaties.Select(t => new Column<MatrixRow>(t.Id, r => r.Standings[t.Id].Word())),
            new("kindLabel", r => r.KindLabel), new("regionLabel", r => r.RegionLabel),
        ];
        return Send.ResultAsync(Formats.List(HttpContext, req, rows, r => r.Participant, columns, page => new StandingMatrix(clocks.AsOf, clocks.KnownAt, clocks.LooksAhead,
            [.. treaties.Select(t => new MatrixTreaty(TreatyReference.Of(t, clocks), RecordState.Of(t, clocks)))],
            Enum.GetValues<Standing>().ToDictionary(s => s.Word(), s => Labels.Of(s, clocks.Language)), page.Total, page.Items, page.Next)));
    }

    static MatrixRow Row(ParticipantEntry entry, IReadOnlyList<Treaty> treaties, Clocks clocks) => new(entry.Code, entry.NameIn(clocks.Language), entry.Participant.KindOn(clocks.AsOf),
        entry.Participant.Region, treaties.ToDictionary(t => t.Id, t => clocks.StatusOf(t).Of(entry.Code)?.StandingOn(clocks.AsOf) ?? Standing.None),
        Labels.Of(entry.Participant.KindOn(clocks.AsOf), clocks.Language), Labels.OfRegion(entry.Participant.Region, clocks.Language));
}
