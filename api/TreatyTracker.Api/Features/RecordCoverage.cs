using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>
/// The coverage of a treaty's record: how far it is complete and proved, and how many events or effects are not known exactly. Every figure
/// includes it.
/// </summary>
/// <param name="CompleteThrough">The last day, inclusive, through which the record of the treaty's events is known to be complete.</param>
/// <param name="AsOfIsBeyond">Whether the requested day is after <c>completeThrough</c>, so that events may be missing.</param>
/// <param name="UnverifiedEvents">The number of events up to the requested day whose date is not confirmed by an available source.</param>
/// <param name="UndatedEvents">
/// The number of events whose day is known only as a period that contains the requested day, or that leaves a date of effect open on it.
/// </param>
/// <param name="AssumedEffects">
/// The number of parties whose date of entry into force is assumed: a succession that states no effect, or a clause for later participants
/// that is not known.
/// </param>
/// <param name="Coverage">
/// How far the record is proved. <c>proved</c>: the number of parties read in the newest table equals that of the record on the table's
/// day, which is <c>completeThrough</c>. <c>newer-acts</c>: newer acts were added, but their number is not proved. <c>older-table</c>: the
/// record ends with an older table. Absent if the record does not say.
/// </param>
/// <param name="RecordNote">What may be missing from the record, in English; absent if nothing is said.</param>
[SchemaName("RecordState")]
public sealed record RecordCoverage(
    DateOnly CompleteThrough,
    bool AsOfIsBeyond,
    int UnverifiedEvents,
    int UndatedEvents,
    int AssumedEffects,
    Coverage? Coverage,
    string? RecordNote
)
{
    /// <summary>Whether the figure is from an older table, which says nothing of later days.</summary>
    internal bool EndsWithOlderTable => AsOfIsBeyond && Coverage is Law.Coverage.OlderTable;

    /// <summary>Puts the coverage into the headers, for representations that have no room for it. A problem has no figure.</summary>
    internal void SetHeaders(HttpContext http) =>
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            if (http.Response.StatusCode != StatusCodes.Status200OK)
                return Task.CompletedTask;
            headers[SharedHeaders.CompleteThrough] = Instant.Text(CompleteThrough);
            headers[SharedHeaders.UndatedEvents] = UndatedEvents.ToString(CultureInfo.InvariantCulture);
            headers[SharedHeaders.UnverifiedEvents] = UnverifiedEvents.ToString(CultureInfo.InvariantCulture);
            headers[SharedHeaders.AssumedEffects] = AssumedEffects.ToString(CultureInfo.InvariantCulture);
            if (Coverage is { } coverage)
                headers[SharedHeaders.Coverage] = coverage.WireName();
            return Task.CompletedTask;
        });

    internal static RecordCoverage Of(Treaty treaty, AnswerContext context) =>
        new(
            treaty.CompleteThrough,
            context.AsOf > treaty.CompleteThrough,
            context.View.UnverifiedThrough(treaty, context.AsOf),
            context.StatusOf(treaty).UndatedEvents(context.AsOf),
            context.StatusOf(treaty).Timeline.On(context.AsOf).AssumedEffects,
            treaty.Coverage,
            treaty.RecordNote
        );

    /// <summary>
    /// What holds of several treaties: complete through the earliest day, the lowest grade, and all events that are not known exactly.
    /// Headers have no place for the coverage of each treaty; <c>/v1/treaties</c> lists it.
    /// </summary>
    internal static RecordCoverage? WeakestOf(IReadOnlyList<RecordCoverage> records) =>
        records.Count == 0
            ? null
            : records[0] with
            {
                CompleteThrough = records.Min(r => r.CompleteThrough),
                UnverifiedEvents = records.Sum(r => r.UnverifiedEvents),
                UndatedEvents = records.Sum(r => r.UndatedEvents),
                AssumedEffects = records.Sum(r => r.AssumedEffects),
                Coverage = records.Any(r => r.Coverage is null) ? null : records.Max(r => r.Coverage),
            };

    /// <summary>The columns of a table whose rows each have a record of their own.</summary>
    internal static IEnumerable<Column<T>> ColumnsOf<T>(Func<T, RecordCoverage> record) =>
        [
            new("completeThrough", r => record(r).CompleteThrough),
            new("asOfIsBeyond", r => record(r).AsOfIsBeyond),
            new("unverifiedEvents", r => record(r).UnverifiedEvents),
            new("undatedEvents", r => record(r).UndatedEvents),
            new("assumedEffects", r => record(r).AssumedEffects),
            new("coverage", r => record(r).Coverage?.WireName()),
        ];
}
