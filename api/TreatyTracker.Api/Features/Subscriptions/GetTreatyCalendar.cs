using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Subscriptions;

public sealed class GetTreatyCalendar : Endpoint<GetTreatyCalendar.Request>
{
    public sealed class Request : CalendarRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/calendar.ics");
        this.Describe(
            ApiTags.Events,
            "A calendar of entries into force and withdrawals under a treaty",
            EffectsCalendar.Description,
            "/v1/treaties/rome-statute/calendar.ics?from=2017-01-01&knownAt=2026-11-23T00:00:00Z"
        );
        this.ServeCalendar();
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/calendar.ics");
        return Send.ResultAsync(
            EffectsCalendar.Of(
                HttpContext,
                req,
                context,
                context.Register.TellingTitle(treaty, context.Language).Title,
                [treaty],
                recordNote: treaty.RecordNote
            )
        );
    }
}
