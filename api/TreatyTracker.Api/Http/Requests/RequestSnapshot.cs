using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>The snapshot and the instant that a whole request is answered from, whatever is loaded meanwhile.</summary>
/// <param name="Register">The snapshot.</param>
/// <param name="Now">The instant at which the request arrived.</param>
public sealed record RequestSnapshot(Register Register, DateTimeOffset Now)
{
    /// <summary>The calendar day, UTC.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The instant that a request names, as <c>knownAt</c> or by a recording; <c>null</c> where it names none.</summary>
    public DateTimeOffset? KnownAt(KnownRequest request) =>
        request.Version is { } number ? Register.Log.All[number - 1].Instant : request.KnownAt;

    /// <summary>The snapshot of a request; <c>null</c> while no register is loaded.</summary>
    public static RequestSnapshot? Of(HttpContext http) => http.Features.Get<RequestSnapshot>();

    /// <summary>The snapshot of a request that only arrives once a register is loaded.</summary>
    public static RequestSnapshot Required(HttpContext http) => Of(http) ?? throw new InvalidOperationException("no register is loaded");
}
