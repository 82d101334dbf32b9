using FastEndpoints;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

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
    public sealed class Request : ParticipantListRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>
        /// Which rows: <c>party</c> (if not given: those counted in <c>parties</c>, so that <c>total</c> is the count), <c>party-in-force</c>,
        /// <c>contracting</c> (not in force for them), <c>signatory</c> (not bound), <c>former-party</c>, or <c>any</c> for the whole table.
        /// </summary>
        public StandingFilter? Standing { get; init; }

        /// <summary>Only those that expressed their consent to be bound in this way.</summary>
        public ConsentKind? Consent { get; init; }
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
        if (clocks.Find(req.Treaty, out var treaty) is { } missing) return Send.ResultAsync(missing);
        HttpContext.Canonical($"/v1/treaties/{treaty.Id}/parties");

        var status = clocks.StatusOf(treaty);
        var rows = status.Participations
            .Where(p => (req.Standing ?? StandingFilter.Party).Takes(status, p, clocks.AsOf) && req.Takes(register.Participant(p.Participant.Code), clocks.AsOf))
            .Select(p => StatusRow.Of(p, clocks))
            .Where(r => req.Consent is null || r.Consent?.Word() == req.Consent?.Word())
            .ToList();
        return Send.ResultAsync(Formats.List(HttpContext, req, rows, r => r.Participant, StatusRow.Columns, page => StatusTable.Of(page, treaty, clocks)));
    }
}
