using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>Parameters of all calendars.</summary>
public abstract class CalendarRequest : KnownRequest
{
    /// <summary>The first day, inclusive. Default: the first day of the record.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, inclusive. Default: the last future day that follows from the acts already known.</summary>
    [NotBefore(nameof(From))]
    public DateOnly? To { get; init; }
}
