using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

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
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddParticipantRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/non-parties");
        this.Describe(
            ApiTags.Parties,
            "Who could be a party to a treaty and is not?",
            "UN Members, signatories or parties to the parent treaty that are not counted in parties on the day, each with the reason, in order of code.",
            "/v1/treaties/untoc-trafficking/non-parties?among=parent-parties&asOf=2017-06-30&limit=2"
        );
    }

    /// <inheritdoc/>
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
                Problem.BadParameter("among", $"'{treaty.Id}' belongs to no other treaty. Ask among un-members or signatories.")
            );
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/non-parties");

        var rows = register
            .Facts.Participants.Where(p => req.Takes(p, context))
            .Select(p => (Entry: p, Here: status.Of(p.Code) ?? new Participation(treaty.Id, p.Participant)))
            .Where(x =>
                x.Here.ConsentInEffect(context.AsOf) is null
                && among switch
                {
                    Parties.Among.UnMembers => x.Entry.Participant.KindOn(context.AsOf) is ParticipantKind.UnMember,
                    Parties.Among.Signatories => x.Here.HasSigned(context.AsOf),
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
                NonParty.Columns,
                page => new NonParties(
                    TreatyReference.Of(treaty, context),
                    among,
                    context.AsOf,
                    context.KnownAt,
                    context.LooksAhead,
                    page.Total,
                    RecordCoverage.Of(treaty, context),
                    page.Items,
                    page.Next,
                    Languages.English
                )
            )
        );
    }
}
