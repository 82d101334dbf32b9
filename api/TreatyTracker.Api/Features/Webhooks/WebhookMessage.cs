using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>A message to a receiver.</summary>
/// <param name="Id">Its id, the same however often and to whomever it is sent.</param>
/// <param name="Body">A CloudEvent as JSON.</param>
sealed record WebhookMessage(string Id, byte[] Body)
{
    const string Prefix = "treatytracker.";

    /// <summary>Makes a message.</summary>
    /// <param name="key">What the message is about and no other is: its id follows from that.</param>
    /// <param name="type">The type, without prefix.</param>
    /// <param name="subject">Treaty and participant.</param>
    /// <param name="time">When it happened.</param>
    /// <param name="data">The details.</param>
    public static WebhookMessage Of(string key, string type, string? subject, DateTimeOffset time, object data)
    {
        // Without a full stop, which separates the signed parts.
        var id = $"msg_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}";
        var cloudEvent = new CloudEvent(id, Prefix + type, subject, time, data);
        return new(id, JsonSerializer.SerializeToUtf8Bytes(cloudEvent, JsonBody.Json));
    }
}
