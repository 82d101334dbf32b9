using System.Text;
using FastEndpoints;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>
/// Past and future entries into force and effects of withdrawals, as iCalendar (RFC 5545). The law computes the days. Nothing depends on
/// the clock: the same data always gives the same bytes.
/// </summary>
static class EffectsCalendar
{
    const string MediaType = "text/calendar";

    /// <summary>The maximum number of entries: calendar programs reject large files.</summary>
    const int MaxEntries = 500;

    /// <summary>How often programs that subscribe to the calendar should refresh it.</summary>
    const string RefreshInterval = "PT12H";

    public const string Description =
        "Returns an iCalendar file (RFC 5545) with all-day entries: when a treaty enters into force, when it enters into force for each "
        + "participant, and when a participant is no longer bound. It contains past days and the future days that follow from acts "
        + "already known. The maximum is 500 entries, and the latest ones are returned; use from and to for others. A corrected entry "
        + "keeps its UID and gets a higher SEQUENCE. If there are no entries, the calendar contains one undated journal entry that says "
        + "so.";

    /// <summary>Describes an operation as a calendar.</summary>
    public static void ServeCalendar(this BaseEndpoint endpoint) => ProducesMediaTypes.Only(endpoint, MediaType, new VariesByHost());

    /// <summary>Creates a calendar.</summary>
    /// <param name="http">The HTTP context.</param>
    /// <param name="request">The parameters of the request.</param>
    /// <param name="context">The context of the answer.</param>
    /// <param name="name">The name of the calendar.</param>
    /// <param name="treaties">The treaties to include.</param>
    /// <param name="state">The only participant to include; <c>null</c> for all participants and the treaties themselves.</param>
    /// <param name="recordNote">What may be missing from the record, for the calendar of one treaty.</param>
    public static IResult Of(
        HttpContext http,
        CalendarRequest request,
        AnswerContext context,
        string name,
        IEnumerable<Treaty> treaties,
        ParticipantEntry? state = null,
        string? recordNote = null
    )
    {
        var effects = new Effects(context);
        var calendar = new Calendar { ProductId = $"-//Treaty Tracker//Effects//{context.Language.ToUpperInvariant()}" };
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        if (recordNote is not null)
            calendar.AddProperty("X-WR-CALDESC", recordNote);
        // RFC 7986, 5.7, and the older property X-PUBLISHED-TTL for programs that do not support it.
        var refresh = new CalendarProperty("REFRESH-INTERVAL", RefreshInterval);
        refresh.AddParameter("VALUE", "DURATION");
        calendar.AddProperty(refresh);
        calendar.AddProperty("X-PUBLISHED-TTL", RefreshInterval);
        calendar.Events.AddRange(
            treaties
                .SelectMany(t => effects.Of(context.StatusOf(t), state))
                .Where(e => (request.From is null || request.From <= e.On) && (request.To is null || e.On <= request.To))
                .OrderBy(e => e.On)
                .ThenBy(e => e.Uid, StringComparer.Ordinal)
                .TakeLast(MaxEntries)
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
                    // An entry into force does not make anyone busy.
                    Transparency = TransparencyType.Transparent,
                })
        );
        // A calendar needs at least one component (RFC 5545, 3.6). A journal entry needs no date and does not appear on any day.
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
