namespace TreatyTracker.Api.Data;

/// <summary>A key with which somebody records over HTTP. Its secret is known to its holder alone.</summary>
/// <param name="Id">The part of the key that may be shown.</param>
/// <param name="Hash">SHA-256 of the secret, in hexadecimal.</param>
/// <param name="Name">Under which its recordings are made.</param>
/// <param name="Scope">What it allows.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">The last day, inclusive, on which it is valid; <c>null</c>: it does not expire.</param>
/// <param name="Revoked">When it was revoked; <c>null</c>: it was not.</param>
public sealed record AccessKey(
    string Id,
    string Hash,
    string Name,
    KeyScope Scope,
    DateTimeOffset Created,
    DateOnly? Expires,
    DateTimeOffset? Revoked
)
{
    /// <summary>Whether it can be used on a day.</summary>
    public bool IsValidOn(DateOnly day) => Revoked is null && !(Expires < day);
}
