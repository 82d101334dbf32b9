using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>What the calendars ask.</summary>
public abstract class CalendarRequest : KnownRequest
{
    /// <summary>First day, inclusive. From the first day of the record if not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive. As far ahead as the acts already known reach if not given.</summary>
    public DateOnly? To { get; init; }
}
