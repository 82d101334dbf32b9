using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TreatyTracker.Api.Tests.Features.Webhooks;

/// <summary>A request that a receiver got.</summary>
sealed record Received(string Path, string? Id, string? Timestamp, string? Signature, string? ContentType, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Type => (string)Json["type"]!;

    public string? Event => (string?)Json["data"]!["event"]?["id"];

    public DateTimeOffset At => DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp!, CultureInfo.InvariantCulture));

    /// <summary>Whether the signature is that of the secret, computed as the specification says and by nothing of the service.</summary>
    public bool IsSignedWith(string secret)
    {
        using var hmac = new HMACSHA256(Convert.FromBase64String(secret["whsec_".Length..]));
        return Signature == "v1," + Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(Id + "." + Timestamp + "." + Body)));
    }
}
