using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Events;

/// <summary>Filters that all lists of events share.</summary>
public abstract class EventListRequest : TimedListRequest
{
    /// <summary>Only events of this State or organization, by code.</summary>
    public string? State { get; init; }

    /// <summary>Only events of this kind. Repeat the parameter for several kinds.</summary>
    public EventKind[]? Kind { get; init; }

    /// <summary>Only events dated on or after this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only events dated on or before this day.</summary>
    [NotBefore(nameof(From))]
    public DateOnly? To { get; init; }

    /// <summary>Only events recorded at or after this instant.</summary>
    public DateTimeOffset? RecordedSince { get; init; }

    /// <summary>Only events with this verification.</summary>
    public Verification? Verification { get; init; }

    /// <summary>
    /// What orders the rows: <c>date</c> (default), or <c>recorded</c> for the instant at which the register recorded them.
    /// </summary>
    public EventOrder? Sort { get; init; }

    /// <summary><c>asc</c> (default): the earliest first. <c>desc</c>: the latest first.</summary>
    public SortDirection? Order { get; init; }
}
