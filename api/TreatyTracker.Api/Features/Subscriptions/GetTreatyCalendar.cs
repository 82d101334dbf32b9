using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>The days of effect under one treaty.</summary>
public sealed class GetTreatyCalendar : Endpoint<GetTreatyCalendar.Request>
{
    /// <summary>Which treaty, which days, and as of which knowledge.</summary>
    public sealed class Request : CalendarRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";
    }

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => this.AddCalendarRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/calendar.ics");
        this.Describe(
            ApiTags.Events,
            "What takes effect under a treaty, and when, as a calendar",
            EffectsCalendar.About,
            "/v1/treaties/rome-statute/calendar.ics?from=2017-01-01&knownAt=2026-11-23T00:00:00Z"
        );
        this.ServeCalendar();
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/calendar.ics");
        return Send.ResultAsync(EffectsCalendar.Of(HttpContext, req, context, treaty.TitleIn(context.Language).Title, [treaty]));
    }
}
