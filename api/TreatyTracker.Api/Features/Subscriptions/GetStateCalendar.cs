using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>The days of effect for one State or organization.</summary>
public sealed class GetStateCalendar : Endpoint<GetStateCalendar.Request>
{
    /// <summary>Whose, which days, and as of which knowledge.</summary>
    public sealed class Request : CalendarRequest
    {
        /// <summary>ISO alpha-3 (<c>PRK</c>), alpha-2 (<c>KP</c>) or M49 (<c>408</c>), in any letter case.</summary>
        public string State { get; init; } = "";
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
        Get("/v1/states/{state}/calendar.ics");
        this.Describe(
            ApiTags.Events,
            "What takes effect for a State, and when, as a calendar",
            EffectsCalendar.About,
            "/v1/states/PRK/calendar.ics?from=2015-01-01&to=2016-12-31&knownAt=2026-11-23T00:00:00Z"
        );
        this.ServeCalendar();
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Register.FindParticipant(req.State) is not { } state)
            return Send.ResultAsync(NotFoundResults.UnknownState(context.Register, req.State));
        CanonicalPath.Declare(HttpContext, $"/v1/states/{state.Code}/calendar.ics");
        return Send.ResultAsync(
            EffectsCalendar.Of(
                HttpContext,
                req,
                context,
                Labels.Phrase("calendar-of", context.Language, ("name", state.NameIn(context.Language))),
                context.View.Treaties,
                state
            )
        );
    }
}
