using System.Net;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>Which addresses a webhook may have.</summary>
static class WebhookAddress
{
    const int Longest = 2048;

    /// <summary>How to allow what is refused by default.</summary>
    public const string Allow = "--webhooks-private true (TREATYTRACKER_WEBHOOKS_PRIVATE) allows it";

    /// <summary>What is wrong with an address, and what to do; <c>null</c> for nothing. No name is looked up.</summary>
    /// <param name="text">The address.</param>
    /// <param name="options">What is allowed.</param>
    /// <param name="url">The address, if nothing is wrong.</param>
    public static string? ProblemOf(string text, WebhookOptions options, out Uri url)
    {
        url = null!;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("https" or "http") || parsed.Host.Length == 0)
            return $"'{text}' is not an HTTP address. Write it like https://hooks.example/treaties.";
        if (text.Length > Longest)
            return $"The address is longer than {Longest} characters. Use a shorter one.";
        if (parsed.UserInfo.Length > 0)
            return "The address has a user name or password in it. Leave it out: every message is signed with the secret instead.";
        if (parsed.Fragment.Length > 0)
            return $"The address has a part after '#', which is never sent. Leave it out.";
        if (parsed.Scheme == "http" && !options.AllowsPrivate)
            return $"'{text}' is not encrypted. Use https; for a receiver in your own network, {Allow}.";
        if (!options.AllowsPrivate && IsNotPublic(parsed))
            return $"'{parsed.Host}' is an address of this machine or of a private network, or a special one. {Allow}.";
        url = parsed;
        return null;
    }

    static bool IsNotPublic(Uri url) =>
        url.IsLoopback || (IPAddress.TryParse(url.IdnHost, out var address) && !PublicAddresses.Contains(address));
}
