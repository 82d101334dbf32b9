using FastEndpoints;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>Which rows of a status table to list; each but the last is one of the named counts.</summary>
public enum StandingFilter
{
    /// <summary>Those counted in <c>parties</c>.</summary>
    Party,
    /// <summary>Those counted in <c>partiesInForce</c>.</summary>
    PartyInForce,
    /// <summary>Those counted in <c>contractingNotInForce</c>.</summary>
    Contracting,
    /// <summary>Those counted in <c>signatoriesNotBound</c>.</summary>
    Signatory,
    /// <summary>Those counted in <c>formerParties</c>.</summary>
    FormerParty,
    /// <summary>The whole status table: every participant that had done anything by the day.</summary>
    Any,
}

/// <summary>The ways of expressing consent to be bound (VCLT 11 to 15), as the kinds of event that do.</summary>
public enum ConsentKind
{
    /// <summary>A signature that itself expresses it.</summary>
    DefinitiveSignature,
    /// <summary>Ratification.</summary>
    Ratification,
    /// <summary>Acceptance.</summary>
    Acceptance,
    /// <summary>Approval.</summary>
    Approval,
    /// <summary>Accession.</summary>
    Accession,
    /// <summary>Succession.</summary>
    Succession,
    /// <summary>Formal confirmation.</summary>
    FormalConfirmation,
    /// <summary>Simplified procedure, or what follows from another treaty.</summary>
    Participation,
}

/// <summary>The status table of a treaty on a day.</summary>
public sealed class ListParties : Endpoint<ListParties.Request, StatusTable>
{
    /// <summary>Which rows, and when.</summary>
    public sealed class Request : TimedListRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>
        /// Which rows: <c>party</c> (if not given: those counted in <c>parties</c>, so that <c>total</c> is the count), <c>party-in-force</c>,
        /// <c>contracting</c> (not in force for them), <c>signatory</c> (not bound), <c>former-party</c>, or <c>any</c> for the whole table.
        /// </summary>
        public StandingFilter? Standing { get; init; }

        /// <summary>Only this M49 region: Africa, Americas, Asia, Europe, Oceania.</summary>
        public string? Region { get; init; }

        /// <summary>Only this UN regional group: African, Asia-Pacific, Eastern European, GRULAC, WEOG.</summary>
        public string? Group { get; init; }

        /// <summary>Only participants that are of this kind on the day.</summary>
        public ParticipantKind? Kind { get; init; }

        /// <summary>Only those that expressed their consent to be bound in this way.</summary>
        public ConsentKind? Consent { get; init; }

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
        Get("/v1/treaties/{treaty}/parties");
        this.Describe(Topics.Parties, "Who is a party to a treaty on a day?",
            "A row a participation, in order of code. Without standing, the rows are those counted in parties and total is that count; standing=any gives the whole status table.",
            "/v1/treaties/untoc/parties?asOf=2017-06-30&region=Oceania&limit=2");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        var register = clocks.Register;
        if (register.FindTreaty(req.Treaty) is not { } treaty) return Send.ResultAsync(Asking.UnknownTreaty(register, req.Treaty));
        if (Asking.NotOneOf("region", req.Region, register.Facts.Participants.Select(p => p.Participant.Region)) is { } badRegion) return Send.ResultAsync(badRegion);
        if (Asking.NotOneOf("group", req.Group, register.Facts.Participants.Select(p => p.Participant.UnRegionalGroup)) is { } badGroup) return Send.ResultAsync(badGroup);
        HttpContext.Canonical($"/v1/treaties/{treaty.Id}/parties");

        var status = clocks.StatusOf(treaty);
        var rows = status.Participations
            .Where(p => IsAskedFor(req.Standing ?? StandingFilter.Party, p, status.ContributionOf(p, clocks.AsOf), clocks.AsOf))
            .Select(p => (Entry: register.Participant(p.Participant.Code), Row: StatusRow.Of(p, clocks)))
            .Where(r => (req.Region is null || r.Row.Region == req.Region) && (req.Group is null || r.Row.Group == req.Group))
            .Where(r => (req.Kind is null || r.Row.Kind == req.Kind) && (req.Consent is null || r.Row.Consent?.Word() == req.Consent?.Word()))
            .Where(r => req.Q is null || Folding.Contains(req.Q, r.Entry.Searched()))
            .Select(r => r.Row).ToList();
        return Send.ResultAsync(Formats.List(HttpContext, req, rows, r => r.Participant, StatusRow.Columns, page => StatusTable.Of(page, treaty, clocks)));
    }

    static bool IsAskedFor(StandingFilter filter, Participation participation, Contribution counted, DateOnly asOf) => filter switch
    {
        StandingFilter.Party => counted.Party,
        StandingFilter.PartyInForce => counted.InForce,
        StandingFilter.Contracting => counted.ContractingNotInForce,
        StandingFilter.Signatory => counted.SignatoryNotBound,
        StandingFilter.FormerParty => counted.FormerParty,
        _ => counted.InForce || participation.Events.Any(e => e.Date <= asOf),
    };
}
