using FastEndpoints;

namespace TreatyTracker.Api.Features.Subscriptions;

public sealed class GetCalendar : Endpoint<GetCalendar.Request>
{
    public sealed class Request : CalendarRequest;

    public override void Configure()
    {
        Get("/v1/calendar.ics");
        this.Describe(
            ApiTags.Events,
            "A calendar of entries into force and withdrawals",
            EffectsCalendar.Description,
            "/v1/calendar.ics?from=2017-06-01&to=2017-07-31&knownAt=2026-11-23T00:00:00Z"
        );
        this.ServeCalendar();
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        return Send.ResultAsync(
            EffectsCalendar.Of(HttpContext, req, context, Labels.Phrase("calendar-all", context.Language), context.View.Treaties)
        );
    }
}
