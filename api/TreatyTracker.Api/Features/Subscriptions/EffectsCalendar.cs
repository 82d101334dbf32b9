using System.Text;
using FastEndpoints;
using FluentValidation;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>
/// Entries into force and withdrawals taking effect, past and to come, as iCalendar (RFC 5545). The days are the law's; nothing in it
/// depends on
/// the clock: the same data, the same bytes.
/// </summary>
static class EffectsCalendar
{
    const string MediaType = "text/calendar";

    /// <summary>How many days of effect a calendar has at the most: programs refuse large ones.</summary>
    const int Most = 500;

    /// <summary>How long a program that keeps the calendar may wait before it looks again.</summary>
    const string Refresh = "PT12H";

    public const string About =
        "RFC 5545, all days whole ones: when a treaty enters into force, when it does for each participant, and when a participant is no longer bound; past days, and those to come by the acts already known. At the most 500, the latest; from and to choose others. A day that was corrected keeps its UID and has a higher SEQUENCE. Where no day is to be told, one journal entry, which stands on no day, says so.";

    /// <summary>Describes an operation as a calendar.</summary>
    public static void ServeCalendar(this BaseEndpoint endpoint) => ProducesMediaTypes.Only(endpoint, MediaType, new VariesByHost());

    /// <summary>The rules of its requests.</summary>
    public static void AddCalendarRules<T>(this Validator<T> validator)
        where T : CalendarRequest => validator.AddStretchRule(r => r.From, r => r.To);

    /// <summary>The calendar.</summary>
    /// <param name="http">The request.</param>
    /// <param name="request">Its parameters.</param>
    /// <param name="context">Its context.</param>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="treaties">The treaties that it is about.</param>
    /// <param name="state">The one participant that it is about; <c>null</c> for all, and for the treaties themselves.</param>
    public static IResult Of(
        HttpContext http,
        CalendarRequest request,
        AnswerContext context,
        string name,
        IEnumerable<Treaty> treaties,
        ParticipantEntry? state = null
    )
    {
        var effects = new Effects(context);
        var calendar = new Calendar { ProductId = $"-//Treaty Tracker//Effects//{context.Language.ToUpperInvariant()}" };
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        // RFC 7986, 5.7, and what programs older than it read.
        var refresh = new CalendarProperty("REFRESH-INTERVAL", Refresh);
        refresh.AddParameter("VALUE", "DURATION");
        calendar.AddProperty(refresh);
        calendar.AddProperty("X-PUBLISHED-TTL", Refresh);
        calendar.Events.AddRange(
            treaties
                .SelectMany(t => effects.Of(context.StatusOf(t), state))
                .Where(e => (request.From is null || request.From <= e.On) && (request.To is null || e.On <= request.To))
                .OrderBy(e => e.On)
                .ThenBy(e => e.Uid, StringComparer.Ordinal)
                .TakeLast(Most)
                .Select(e => new CalendarEvent
                {
                    Uid = e.Uid,
                    DtStamp = Stamp(e.Revision.RecordedAt),
                    LastModified = Stamp(e.Revision.RecordedAt),
                    Sequence = e.Revision.Number,
                    Start = new CalDateTime(e.On),
                    Summary = e.Summary,
                    Description = e.Description,
                    Url = http.Absolute(e.Path),
                    // Nobody is busy because a treaty enters into force.
                    Transparency = TransparencyType.Transparent,
                })
        );
        // A calendar has one component at least (RFC 5545, 3.6). Of these a journal entry alone needs no day, and puts nothing into
        // anybody's days.
        if (calendar.Events.Count == 0)
            calendar.Journals.Add(
                new Journal
                {
                    Uid = $"{http.Request.Path.Value!.Trim('/').Replace('/', '.')}.nothing@treaty-tracker",
                    DtStamp = Stamp(context.KnownAt),
                    Summary = Labels.Phrase("nothing", context.Language),
                    Description = Labels.Phrase("nothing-known", context.Language),
                }
            );
        return TypedResults.Text(new CalendarSerializer().SerializeToString(calendar)!, MediaType, Encoding.UTF8);
    }

    static CalDateTime Stamp(DateTimeOffset instant) => new(instant.UtcDateTime, "UTC");
}
