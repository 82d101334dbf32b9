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
        ParticipantEntry? state = null;
        if (request.State is { } asked && (state = context.Register.FindParticipant(asked)) is null)
            return NotFoundResults.BadState(context.Register, "state", asked);
        var rows = context
            .Register.EventsInOrder.Where(e => e.RecordedAt <= context.KnownAt && e.Date <= context.AsOf)
            .Where(e => treaty is null || e.Treaty == treaty.Id)
            .Where(e => state is null || e.Participant == state.Code)
            .Where(e => request.Kind is null || e.Kind == request.Kind)
            .Where(e => (request.From is null || request.From <= e.Date) && (request.To is null || e.Date <= request.To))
            .Where(e => request.RecordedSince is null || request.RecordedSince <= e.RecordedAt)
            .Where(e => request.Verification is null || e.Verification == request.Verification)
            .ToList();
        return ListResults.List(
            http,
            request,
            new LazyRows(rows, context),
            r => $"{Instant.Text(r.Date)} {r.Id}",
            RecordedEvent.Columns,
            p => p with { AsOf = context.AsOf, KnownAt = context.KnownAt }
        );
    }

    /// <summary>Converts each event to a row when it is read, so that a page of a long history converts only its own rows.</summary>
    sealed class LazyRows(IReadOnlyList<TreatyEvent> events, AnswerContext context) : IReadOnlyList<RecordedEvent>
    {
        public RecordedEvent this[int index] => RecordedEvent.Of(events[index], context);

        public int Count => events.Count;

        public IEnumerator<RecordedEvent> GetEnumerator() => events.Select(e => RecordedEvent.Of(e, context)).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
