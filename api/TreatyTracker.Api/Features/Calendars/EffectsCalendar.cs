using System.Text;
using FastEndpoints;
using FluentValidation;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Calendars;

/// <summary>What the calendars ask.</summary>
public abstract class CalendarRequest
{
    /// <summary>The register's own past: only what it had recorded at or before this instant. All that it knows if not given.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>First day, inclusive. From the first day of the record if not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive. As far ahead as the acts already known reach if not given.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A day on which something takes effect.</summary>
/// <param name="Uid">Names it for ever, though the day may be corrected: it goes by the act from which it follows.</param>
/// <param name="On">The day.</param>
/// <param name="Summary">What takes effect.</param>
/// <param name="Description">By what.</param>
/// <param name="Path">Where the register tells why.</param>
/// <param name="RecordedAt">When the register last learned of that act, or of a correction to it.</param>
sealed record EffectDay(string Uid, DateOnly On, string Summary, string Description, string Path, DateTimeOffset RecordedAt);

/// <summary>
/// Entries into force and withdrawals taking effect, past and to come, as iCalendar (RFC 5545). The days are the law's; nothing in it depends on
/// the clock: the same data, the same bytes.
/// </summary>
static class EffectsCalendar
{
    const string MediaType = "text/calendar";

    /// <summary>How many days of effect a calendar has at the most: programs refuse large ones.</summary>
    const int Most = 500;

    public const string About = "RFC 5545, all days whole ones: when a treaty enters into force, when it does for each participant, and when a participant is no longer bound; past days, and those to come by the acts already known. At the most 500, the latest; from and to choose others.";

    /// <summary>Describes an operation as a calendar.</summary>
    public static void ServeCalendar(this BaseEndpoint endpoint) => endpoint.ServeOnly(MediaType, new NamesTheHost());

    /// <summary>The rules of its requests.</summary>
    public static void AddCalendarRules<T>(this Validator<T> validator) where T : CalendarRequest =>
        validator.AddStretchRule(r => r.From, r => r.To);

    /// <summary>The calendar.</summary>
    /// <param name="http">The request.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="treaties">The treaties that it is about.</param>
    /// <param name="state">The one participant that it is about; <c>null</c> for all, and for the treaties themselves.</param>
    public static IResult Of(HttpContext http, CalendarRequest request, string name, IEnumerable<Treaty> treaties, ParticipantEntry? state = null)
    {
        var register = http.Register();
        var view = register.KnownAt(request.KnownAt);
        var effects = new Effects(register, view);
        var calendar = new Calendar { ProductId = "-//Treaty Tracker//Effects//EN" };
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.Events.AddRange(treaties.SelectMany(t => effects.Of(view.StatusOf(t), state))
            .Where(e => (request.From is null || request.From <= e.On) && (request.To is null || e.On <= request.To))
            .OrderBy(e => e.On).ThenBy(e => e.Uid, StringComparer.Ordinal).TakeLast(Most)
            .Select(e => new CalendarEvent
            {
                Uid = e.Uid,
                DtStamp = new CalDateTime(e.RecordedAt.UtcDateTime, "UTC"),
                Start = new CalDateTime(e.On),
                Summary = e.Summary,
                Description = e.Description,
                Url = http.Absolute(e.Path),
                // Nobody is busy because a treaty enters into force.
                Transparency = TransparencyType.Transparent,
            }));
        http.Response.Headers.ContentLanguage = Languages.English;
        return TypedResults.Text(new CalendarSerializer().SerializeToString(calendar)!, MediaType, Encoding.UTF8);
    }
}
