using FastEndpoints;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

public sealed class ListParties : Endpoint<ListParties.Request, StatusTable>
{
    public sealed class Request : ParticipantListRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <summary>
        /// The rows to list: <c>party</c> (default: participants counted in <c>parties</c>, so that <c>total</c> is that count),
        /// <c>party-in-force</c>, <c>contracting</c> (not in force for them), <c>signatory</c> (not bound), <c>former-party</c>,
        /// <c>provisionally-applying</c>, <c>any</c> for the whole table, or <c>none</c> for everyone without a standing.
        /// </summary>
        public StandingFilter? Standing { get; init; }

        /// <summary>Only participants that expressed their consent to be bound in this way.</summary>
        public ConsentKind? Consent { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/parties");
        this.Describe(
            ApiTags.Parties,
            "Who is a party to a treaty on a day?",
            "Returns one row per participant, ordered by code. By default the rows are the participants counted in parties, and total is "
                + "that count. standing=any returns the whole status table.",
            "/v1/treaties/untoc/parties?asOf=2017-06-30&region=Oceania&limit=2"
        );
        Description(b => b.WithMetadata(new CoverageInHeaders()));
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        if (ParticipantFilters.WrongOrganization(req.MemberOf, context) is { } wrong)
            return Send.ResultAsync(wrong);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/parties");
        var record = RecordCoverage.Of(treaty, context);
        record.SetHeaders(HttpContext);

        var status = context.StatusOf(treaty);
        var standing = req.Standing ?? StandingFilter.Party;
        // Of those without a standing, most have no act and so no participation.
        IEnumerable<Participation> participations =
            standing is StandingFilter.None
                ? register
                    .Facts.Participants.Where(p => p.Participant.KindOn(context.AsOf) is not ParticipantKind.FormerState)
                    .Select(p => status.Find(p.Participant, standing)!)
                : status.Participations;
        var rows = participations
            .Where(p => standing.Matches(status, p, context.AsOf) && req.Matches(register.Participant(p.Participant.Code), context))
            .Select(p => StatusRow.Of(p, context))
            .Where(r => req.Consent is null || r.Consent == req.Consent)
            .ToList();
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                rows,
                r => r.Participant,
                StatusRow.Columns,
                page => StatusTable.Of(page, treaty, record, context)
            )
        );
    }
}
