using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http;

/// <summary>What a whole request is answered from, whatever is loaded and however late it grows meanwhile: one snapshot, one instant.</summary>
/// <param name="Register">The snapshot.</param>
/// <param name="Now">The instant at which the request came.</param>
sealed record Moment(Register Register, DateTimeOffset Now)
{
    /// <summary>The calendar day, UTC.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>That of a request; <c>null</c> while no register is loaded.</summary>
    public static Moment? Of(HttpContext http) => http.Features.Get<Moment>();
}
