using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>When a treaty entered, or would enter, into force.</summary>
public sealed class GetEntryIntoForce : Endpoint<GetEntryIntoForce.Request, EntryIntoForceAnswer>
{
    /// <summary>Which treaty, and the deposit supposed.</summary>
    public sealed class Request : TimedRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>
        /// The day on which the wanting instruments are supposed to be deposited, on or after <c>asOf</c>; <c>asOf</c> itself if not given.
        /// </summary>
        public DateOnly? DepositedOn { get; init; }
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/entry-into-force");
        this.Describe(
            ApiTags.Treaties,
            "When did, or would, a treaty enter into force?",
            "In force: the instrument that reached the threshold, the published day and the computed one. Not in force on the day: how many instruments are wanting, and the day of entry into force if they were deposited on depositedOn.",
            "/v1/treaties/untoc/entry-into-force?asOf=2003-06-30&depositedOn=2003-07-01"
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        if (req.DepositedOn < context.AsOf)
            return Send.ResultAsync(
                Problem.BadParameter(
                    "depositedOn",
                    $"{Instant.Text(req.DepositedOn!.Value)} lies before asOf, which is {Instant.Text(context.AsOf)}. Suppose a deposit on that day or later."
                )
            );
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/entry-into-force");
        var status = context.StatusOf(treaty);
        return Send.OkAsync(
            new(
                TreatyReference.Of(treaty, context),
                context.AsOf,
                context.KnownAt,
                context.LooksAhead,
                status.IsInForce(context.AsOf),
                TreatyEntryIntoForce.Of(status),
                treaty.FinalClauses.EntryIntoForce,
                EntryIntoForceOutlookAnswer.Of(EntryIntoForceOutlook.Of(status, context.AsOf, req.DepositedOn ?? context.AsOf)),
                RecordCoverage.Of(treaty, context)
            ),
            ct
        );
    }
}
