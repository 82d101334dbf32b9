using FastEndpoints;
using TreatyTracker.Api.Data;

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
        var register = HttpContext.Register();
        if (register.FindParticipant(req.State) is not { } state) return Send.ResultAsync(Asking.UnknownState(register, req.State));
        HttpContext.Canonical($"/v1/states/{state.Code}/calendar.ics");
        return Send.ResultAsync(EffectsCalendar.Of(HttpContext, req, $"{state.NameIn(Languages.English)}: treaties", register.Facts.Treaties, state));
    }
}
