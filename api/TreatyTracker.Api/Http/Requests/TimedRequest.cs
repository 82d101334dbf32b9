namespace TreatyTracker.Api.Http.Requests;

/// <summary>The two context of a question.</summary>
public abstract class TimedRequest : KnownRequest
{
    /// <summary>The day asked about: legal effect on that calendar day. Today (UTC) if not given; a day to come is allowed.</summary>
    public DateOnly? AsOf { get; init; }
}
