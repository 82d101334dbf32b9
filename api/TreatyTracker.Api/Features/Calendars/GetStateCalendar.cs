using FastEndpoints;

namespace TreatyTracker.Api.Features.Calendars;

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
    public sealed class Rules : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public Rules() => this.AddCalendarRules();
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/states/{state}/calendar.ics");
        this.Describe(Topics.Events, "What takes effect for a State, and when, as a calendar", EffectsCalendar.About, "/v1/states/PRK/calendar.ics?from=2015-01-01&to=2016-12-31&knownAt=2026-11-23T00:00:00Z");
        this.ServeCalendar();
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        if (clocks.Register.FindParticipant(req.State) is not { } state) return Send.ResultAsync(Asking.UnknownState(clocks.Register, req.State));
        HttpContext.Canonical($"/v1/states/{state.Code}/calendar.ics");
        return Send.ResultAsync(EffectsCalendar.Of(HttpContext, req, clocks, Labels.Phrase("calendar-of", clocks.Language, ("name", state.NameIn(clocks.Language))), clocks.View.Treaties, state));
    }
}
