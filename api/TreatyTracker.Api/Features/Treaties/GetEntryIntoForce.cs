using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

public sealed class GetEntryIntoForce : Endpoint<GetEntryIntoForce.Request, EntryIntoForceAnswer>
{
    public sealed class Request : TimedRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <summary>
        /// The assumed date of deposit of the missing instruments, on or after <c>asOf</c>. Default: <c>asOf</c>.
        /// </summary>
        public DateOnly? DepositedOn { get; init; }

        /// <summary>
        /// The participants whose instruments are assumed, by code. Repeat the parameter for each. Default: all that are missing.
        /// </summary>
        public string[]? DepositedBy { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/entry-into-force");
        this.Describe(
            ApiTags.Treaties,
            "When did, or would, a treaty enter into force?",
            "For a treaty in force, returns the instrument that reached the threshold, the published date and the computed date. For a "
                + "treaty not in force on the requested day, returns what each condition still needs, and the date of entry into force "
                + "if the missing instruments, or those of depositedBy, were deposited on depositedOn.",
            "/v1/treaties/untoc/entry-into-force?asOf=2003-06-30&depositedOn=2003-07-01"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        if (req.DepositedOn < context.AsOf)
            return Send.ResultAsync(
                Problem.BadParameter(
                    "depositedOn",
                    $"{Instant.Text(req.DepositedOn!.Value)} is before asOf ({Instant.Text(context.AsOf)}). Use that day or a later one."
                )
            );
        var depositors = new List<Participant>();
        foreach (var code in req.DepositedBy ?? [])
            if (context.Register.FindParticipant(code) is { } depositor)
                depositors.Add(depositor.Participant);
            else
                return Send.ResultAsync(NotFoundResults.BadState(context.Register, "depositedBy", code));
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/entry-into-force");
        var status = context.StatusOf(treaty);
        return Send.OkAsync(
            new(
                TreatyReference.Of(treaty, context),
                context.AsOf,
                context.KnownAt,
                context.LooksAhead,
                status.IsInForce(context.AsOf),
                TreatyEntryIntoForce.Of(status, context.Language),
                treaty.FinalClauses.EntryIntoForce,
                EntryIntoForceOutlookAnswer.Of(
                    EntryIntoForceOutlook.Of(status, context.AsOf, req.DepositedOn ?? context.AsOf, depositors),
                    treaty,
                    context
                ),
                RecordCoverage.Of(treaty, context)
            ),
            ct
        );
    }
}
