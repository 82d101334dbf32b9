using FastEndpoints;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

public sealed class ListNonParties : Endpoint<ListNonParties.Request, NonParties>
{
    public sealed class Request : ParticipantListRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <summary>
        /// The participants among which to look: <c>un-members</c> (default), <c>signatories</c>, or <c>parent-parties</c> (parties to the
        /// parent treaty).
        /// </summary>
        public Among? Among { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/non-parties");
        this.Describe(
            ApiTags.Parties,
            "Who could be a party to a treaty but is not?",
            "Returns the UN Members, signatories or parties to the parent treaty that are not counted in parties on the requested day, "
                + "each with the reason, ordered by code.",
            "/v1/treaties/untoc-trafficking/non-parties?among=parent-parties&asOf=2017-06-30&limit=2"
        );
        Description(b => b.WithMetadata(new CoverageInHeaders()));
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var register = context.Register;
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        var among = req.Among ?? Parties.Among.UnMembers;
        var status = context.StatusOf(treaty);
        if (among is Parties.Among.ParentParties && status.Parent is null)
            return Send.ResultAsync(
                Problem.BadParameter("among", $"'{treaty.Id}' has no parent treaty. Use among=un-members or among=signatories.")
            );
        if (ParticipantFilters.WrongOrganization(req.MemberOf, context) is { } wrong)
            return Send.ResultAsync(wrong);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/non-parties");
        var record = RecordCoverage.Of(treaty, context);
        record.SetHeaders(HttpContext);

        var rows = register
            .Facts.Participants.Where(p => req.Matches(p, context))
            .Select(p => (Entry: p, Here: status.Of(p.Code) ?? new Participation(treaty.Id, p.Participant)))
            .Where(x =>
                x.Here.ConsentInEffect(context.AsOf) is null
                && among switch
                {
                    Parties.Among.UnMembers => x.Entry.Participant.KindOn(context.AsOf) is ParticipantKind.UnMember,
                    Parties.Among.Signatories => status.ContributionOf(x.Here, context.AsOf).Signatory,
                    _ => status.Parent!.Of(x.Entry.Code)?.ConsentInEffect(context.AsOf) is not null,
                }
            )
            .Select(x => NonParty.Of(x.Entry, x.Here, status, context))
            .ToList();
        return Send.ResultAsync(
            ListResults.List(
                HttpContext,
                req,
                rows,
                r => r.Participant,
                NonParty.ColumnsIn(context.Language),
                page => new NonParties(
                    TreatyReference.Of(treaty, context),
                    among,
                    context.AsOf,
                    context.KnownAt,
                    context.LooksAhead,
                    page.Total,
                    record,
                    page.Items,
                    page.Next,
                    context.Language
                )
            )
        );
    }
}
