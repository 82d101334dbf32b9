using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>Among whom to look for those that are not parties.</summary>
public enum Among
{
    /// <summary>All UN Members of the day.</summary>
    UnMembers,
    /// <summary>The signatories.</summary>
    Signatories,
    /// <summary>The parties to the treaty to which this one belongs.</summary>
    ParentParties,
}

/// <summary>Somebody that could be a party and is not.</summary>
/// <param name="Participant">The participant's code.</param>
/// <param name="Name">Its name today, in the language asked for.</param>
/// <param name="Kind">Its kind on the day.</param>
/// <param name="Region">M49 region; absent for an organization.</param>
/// <param name="Group">UN regional group; absent where it has none.</param>
/// <param name="Standing">Its standing on the day: <c>none</c>, <c>signatory</c> or <c>former-party</c>.</param>
/// <param name="SignedOn">Day of signature; absent where it had not signed.</param>
/// <param name="Reason">Why it is not counted in <c>parties</c>.</param>
/// <param name="KindLabel">What people call its kind, in the language asked for.</param>
/// <param name="RegionLabel">What people call its region, in the language asked for.</param>
/// <param name="GroupLabel">What people call its group, in the language asked for.</param>
/// <param name="StandingLabel">What people call its standing, in the language asked for.</param>
public sealed record NonParty(string Participant, string Name, ParticipantKind Kind, string? Region, string? Group, Standing Standing, DateOnly? SignedOn, string Reason,
    string KindLabel, string? RegionLabel, string? GroupLabel, string StandingLabel)
{
    internal static NonParty Of(ParticipantEntry entry, Participation here, TreatyStatus status, Clocks clocks)
    {
        var (asOf, language, p) = (clocks.AsOf, clocks.Language, entry.Participant);
        var (kind, standing) = (p.KindOn(asOf), here.StandingOn(asOf));
        return new(entry.Code, entry.NameIn(language), kind, p.Region, p.UnRegionalGroup, standing, here.HasSigned(asOf) ? here.Signature!.Date : null,
            Explanation.Of(status, here, asOf).First(r => r.Count is NamedCount.Parties).Text,
            Labels.Of(kind, language), Labels.OfRegion(p.Region, language), Labels.OfGroup(p.UnRegionalGroup, language), Labels.Of(standing, language));
    }

    internal static IReadOnlyList<Column<NonParty>> Columns { get; } =
    [
        new("participant", r => r.Participant), new("name", r => r.Name), new("kind", r => r.Kind.Word()), new("region", r => r.Region), new("group", r => r.Group),
        new("standing", r => r.Standing.Word()), new("signedOn", r => r.SignedOn), new("reason", r => r.Reason),
        new("kindLabel", r => r.KindLabel), new("regionLabel", r => r.RegionLabel), new("groupLabel", r => r.GroupLabel), new("standingLabel", r => r.StandingLabel),
        new("reasonLanguage", _ => Languages.English),
    ];
}

/// <summary>Those that could be parties to a treaty and are not.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="Among">Among whom one looked.</param>
/// <param name="AsOf">The day.</param>
/// <param name="KnownAt">The instant as of whose knowledge it was computed.</param>
/// <param name="LooksAhead">Present and true when the day is still to come.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Record">How far the treaty's record goes.</param>
/// <param name="Items">The rows, in order of code.</param>
/// <param name="Next">Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</param>
/// <param name="ReasonLanguage">The language of each <c>reason</c>: English, whatever language is asked for.</param>
public sealed record NonParties(TreatyReference Treaty, Among Among, DateOnly AsOf, DateTimeOffset KnownAt, bool? LooksAhead, int Total, RecordState Record, IReadOnlyList<NonParty> Items, string? Next,
    string ReasonLanguage);

/// <summary>Who is missing.</summary>
public sealed class ListNonParties : Endpoint<ListNonParties.Request, NonParties>
{
    /// <summary>Which treaty, among whom, and when.</summary>
    public sealed class Request : ParticipantListRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>Among all <c>un-members</c> (if not given), the <c>signatories</c>, or the <c>parent-parties</c>.</summary>
        public Among? Among { get; init; }
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
        Get("/v1/treaties/{treaty}/non-parties");
        this.Describe(Topics.Parties, "Who could be a party to a treaty and is not?",
            "UN Members, signatories or parties to the parent treaty that are not counted in parties on the day, each with the reason, in order of code.",
            "/v1/treaties/untoc-trafficking/non-parties?among=parent-parties&asOf=2017-06-30&limit=2");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        var register = clocks.Register;
        if (clocks.Find(req.Treaty, out var treaty) is { } missing) return Send.ResultAsync(missing);
        var among = req.Among ?? Parties.Among.UnMembers;
        var status = clocks.StatusOf(treaty);
        if (among is Parties.Among.ParentParties && status.Parent is null)
            return Send.ResultAsync(Problem.BadParameter("among", $"'{treaty.Id}' belongs to no other treaty. Ask among un-members or signatories."));
        HttpContext.Canonical($"/v1/treaties/{treaty.Id}/non-parties");

        var rows = register.Facts.Participants
            .Where(p => req.Takes(p, clocks.AsOf))
            .Select(p => (Entry: p, Here: status.Of(p.Code) ?? new Participation(treaty.Id, p.Participant)))
            .Where(x => x.Here.ConsentInBeing(clocks.AsOf) is null && among switch
            {
                Parties.Among.UnMembers => x.Entry.Participant.KindOn(clocks.AsOf) is ParticipantKind.UnMember,
                Parties.Among.Signatories => x.Here.HasSigned(clocks.AsOf),
                _ => status.Parent!.Of(x.Entry.Code)?.ConsentInBeing(clocks.AsOf) is not null,
            })
            .Select(x => NonParty.Of(x.Entry, x.Here, status, clocks))
            .ToList();
        return Send.ResultAsync(Formats.List(HttpContext, req, rows, r => r.Participant, NonParty.Columns, page => new NonParties(TreatyReference.Of(treaty, clocks), among,
            clocks.AsOf, clocks.KnownAt, clocks.LooksAhead, page.Total, RecordState.Of(treaty, clocks), page.Items, page.Next, Languages.English)));
    }
}
