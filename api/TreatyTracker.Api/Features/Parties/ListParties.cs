using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>The status table of a treaty on a day.</summary>
public sealed class ListParties : Endpoint<ListParties.Request, StatusTable>
{
    /// <summary>Which rows, and when.</summary>
    public sealed class Request : ParticipantListRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>
        /// Which rows: <c>party</c> (if not given: those counted in <c>parties</c>, so that <c>total</c> is the count),
        /// <c>party-in-force</c>,
        /// <c>contracting</c> (not in force for them), <c>signatory</c> (not bound), <c>former-party</c>, or <c>any</c> for the whole
        /// table.
        /// </summary>
        public StandingFilter? Standing { get; init; }

        /// <summary>Only those that expressed their consent to be bound in this way.</summary>
        public ConsentKind? Consent { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddParticipantRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/parties");
        this.Describe(
            ApiTags.Parties,
            "Who is a party to a treaty on a day?",
            "A row a participation, in order of code. Without standing, the rows are those counted in parties and total is that count; standing=any gives the whole status table.",
            "/v1/treaties/untoc/parties?asOf=2017-06-30&region=Oceania&limit=2"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/parties");

        var status = context.StatusOf(treaty);
        var rows = status
            .Participations.Where(p =>
                (req.Standing ?? StandingFilter.Party).Takes(status, p, context.AsOf)
                && req.Takes(register.Participant(p.Participant.Code), context)
            )
            .Select(p => StatusRow.Of(p, context))
            .Where(r => req.Consent is null || r.Consent?.WireName() == req.Consent?.WireName())
            .ToList();
        return Send.ResultAsync(
            ListResults.List(HttpContext, req, rows, r => r.Participant, StatusRow.Columns, page => StatusTable.Of(page, treaty, context))
        );
    }
}
