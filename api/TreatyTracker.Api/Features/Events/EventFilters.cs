using FastEndpoints;
using FluentValidation;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Events;

/// <summary>Which events of a history to list.</summary>
public abstract class EventListRequest : TimedListRequest
{
    /// <summary>Only events of this State or organization.</summary>
    public string? State { get; init; }

    /// <summary>Only events of this kind.</summary>
    public EventKind? Kind { get; init; }

    /// <summary>Only events dated on or after this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only events dated on or before this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only events recorded at or after this instant.</summary>
    public DateTimeOffset? RecordedSince { get; init; }

    /// <summary>Only events known this well.</summary>
    public Verification? Verification { get; init; }
}

/// <summary>Lists recorded events for the two addresses that do.</summary>
static class EventFilters
{
    public static void AddEventRules<T>(this Validator<T> validator) where T : EventListRequest
    {
        validator.AddListRules();
        validator.AddStretchRule(r => r.From, r => r.To);
    }

    public static IResult List(HttpContext http, EventListRequest request, Treaty? treaty)
    {
        var clocks = http.Clocks(request);
        ParticipantEntry? state = null;
        if (request.State is { } asked && (state = clocks.Register.FindParticipant(asked)) is null) return Asking.BadState(clocks.Register, "state", asked);
        var rows = clocks.Register.EventsInOrder
            .Where(e => e.RecordedAt <= clocks.KnownAt && e.Date <= clocks.AsOf)
            .Where(e => treaty is null || e.Treaty == treaty.Id)
            .Where(e => state is null || e.Participant == state.Code)
            .Where(e => request.Kind is null || e.Kind == request.Kind)
            .Where(e => (request.From is null || request.From <= e.Date) && (request.To is null || e.Date <= request.To))
            .Where(e => request.RecordedSince is null || request.RecordedSince <= e.RecordedAt)
            .Where(e => request.Verification is null || e.Verification == request.Verification)
            .ToList();
        return Formats.List(http, request, new Shown(rows, clocks), r => $"{Instant.Text(r.Date)} {r.Id}", RecordedEvent.Columns, p => p with { AsOf = clocks.AsOf, KnownAt = clocks.KnownAt });
    }

    /// <summary>The rows as they are shown, each made when it is looked at: a page of a long history makes a page of rows.</summary>
    sealed class Shown(IReadOnlyList<TreatyEvent> events, Clocks clocks) : IReadOnlyList<RecordedEvent>
    {
        public RecordedEvent this[int index] => RecordedEvent.Of(events[index], clocks);

        public int Count => events.Count;

        public IEnumerator<RecordedEvent> GetEnumerator() => events.Select(e => RecordedEvent.Of(e, clocks)).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
