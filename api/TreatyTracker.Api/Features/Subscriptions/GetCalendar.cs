using FastEndpoints;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>The days of effect under all treaties.</summary>
public sealed class GetCalendar : Endpoint<GetCalendar.Request>
{
    /// <summary>Which days, and as of which knowledge.</summary>
    public sealed class Request : CalendarRequest;

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddCalendarRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/calendar.ics");
        this.Describe(
            ApiTags.Events,
            "What takes effect, and when, as a calendar",
            EffectsCalendar.About,
            "/v1/calendar.ics?from=2017-06-01&to=2017-07-31&knownAt=2026-11-23T00:00:00Z"
        );
        this.ServeCalendar();
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        return Send.ResultAsync(
            EffectsCalendar.Of(HttpContext, req, context, Labels.Phrase("calendar-all", context.Language), context.View.Treaties)
        );
    }
}
