using System.Security.Cryptography;
using System.Text;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>Signs messages as the Standard Webhooks specification has it: HMAC-SHA256 of the id, the time and the body.</summary>
static class WebhookSignature
{
    const string Prefix = "whsec_";

    /// <summary>A new secret: 32 random bytes in base64. The specification wants 24 to 64.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The value of the header <c>webhook-signature</c>.</summary>
    /// <param name="secret">The secret of the webhook.</param>
    /// <param name="id">The value of <c>webhook-id</c>.</param>
    /// <param name="timestamp">The value of <c>webhook-timestamp</c>.</param>
    /// <param name="body">The bytes that are sent.</param>
    public static string Of(string secret, string id, string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), signed))}";
    }
}
