namespace TreatyTracker.Api.Http.Requests;

/// <summary>A request about a day, as the register knew it at an instant.</summary>
public abstract class TimedRequest : KnownRequest
{
    /// <summary>The day whose legal situation is returned. Default: today (UTC). Future days are allowed.</summary>
    public DateOnly? AsOf { get; init; }
}
