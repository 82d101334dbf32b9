using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Events;

/// <summary>Validation and answer shared by the two event lists.</summary>
static class EventFilters
{
    public static IResult List(HttpContext http, EventListRequest request, Treaty? treaty)
    {
        var context = AnswerContext.Of(http, request);
        if (context.FindState("state", request.State, out var state) is { } unknown)
            return unknown;
        var rows = context
            .Register.Facts.Events.ByDate.Where(e => e.RecordedAt <= context.KnownAt && e.Date <= context.AsOf)
            .Where(e => treaty is null || e.Treaty == treaty.Id)
            .Where(e => state is null || e.Participant == state.Code)
            .Where(e => request.Kind is null || request.Kind.Contains(e.Kind))
            .Where(e => (request.From is null || request.From <= e.Date) && (request.To is null || e.Date <= request.To))
            .Where(e => request.RecordedSince is null || request.RecordedSince <= e.RecordedAt)
            .Where(e => request.Verification is null || e.Verification == request.Verification)
            .ToList();
        var descending = request.Order is SortDirection.Desc;
        if (request.Sort is EventOrder.Recorded)
            rows = [.. rows.OrderBy(e => e.RecordedAt).ThenBy(e => e.Id, StringComparer.Ordinal)];
        if (descending)
            rows.Reverse();
        return ListResults.List(
            http,
            request,
            new LazyRows<RecordedEvent>(rows.Count, i => RecordedEvent.Of(rows[i], context)),
            request.Sort is EventOrder.Recorded
                ? r => string.Create(CultureInfo.InvariantCulture, $"{r.RecordedAt.UtcTicks:D19} {r.Id}")
                : r => $"{Instant.Text(r.Date)} {r.Id}",
            RecordedEvent.Columns,
            p => p with { AsOf = context.AsOf, KnownAt = context.KnownAt },
            descending
        );
    }
}
