using FastEndpoints;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Subscriptions;

public sealed class GetStateCalendar : Endpoint<GetStateCalendar.Request>
{
    public sealed class Request : CalendarRequest
    {
        /// <inheritdoc cref="States.GetState.Request.State"/>
        public string State { get; init; } = "";
    }

    public override void Configure()
    {
        Get("/v1/states/{state}/calendar.ics");
        this.Describe(
            ApiTags.Events,
            "A calendar of entries into force and withdrawals for a State",
            EffectsCalendar.Description,
            "/v1/states/PRK/calendar.ics?from=2015-01-01&to=2016-12-31&knownAt=2026-11-23T00:00:00Z"
        );
        this.ServeCalendar();
    }

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
