using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Service;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>
/// Sends messages to receivers. Where a name leads is checked on the address that is really connected to, so that no name and no change
/// of a name leads to a forbidden one. Redirects and proxies are not followed.
/// </summary>
/// <param name="options">What is allowed.</param>
/// <param name="clock">The clock for the time of a message.</param>
/// <param name="resolve">Looks up a name; the system does when it is not given.</param>
sealed class WebhookSender(WebhookOptions options, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    : IDisposable
{
    /// <summary>How long a receiver may take, from the connection to the head of its answer.</summary>
    public static TimeSpan TimeLimit { get; } = TimeSpan.FromSeconds(10);

    readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

    HttpMessageInvoker? _client;

    /// <summary>Sends a message.</summary>
    /// <returns>What came of it.</returns>
    public async Task<WebhookAnswer> Send(Webhook webhook, WebhookMessage message, CancellationToken ct)
    {
        if (webhook.Url.Scheme != Uri.UriSchemeHttps && !options.AllowsPrivate)
            return new(null, $"the address is not encrypted; {WebhookAddress.Allow}");
        using var request = Request(webhook, message);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeLimit);
        try
        {
            // The body of the answer is not read.
            using var answer = await (_client ??= Client()).SendAsync(request, limit.Token);
            var status = (int)answer.StatusCode;
            return status switch
            {
                >= 200 and < 300 => new(status, null),
                >= 300 and < 400 => new(status, $"the receiver answered {status}, and redirects are not followed"),
                _ => new(status, $"the receiver answered {status}"),
            };
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(null, $"no answer within {TimeLimit.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException e)
        {
            return new(null, Cause(e));
        }
    }

    public void Dispose() => _client?.Dispose();

    HttpRequestMessage Request(Webhook webhook, WebhookMessage message)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new("application/cloudevents+json") { CharSet = "utf-8" };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("TreatyTracker", GetVersion.OfService));
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", WebhookSignature.Of(webhook.Secret, message.Id, timestamp, message.Body));
        return request;
    }

    HttpMessageInvoker Client() =>
        new(
            new SocketsHttpHandler
            {
                ConnectCallback = Connect,
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                ActivityHeadersPropagator = null,
                // In kilobytes.
                MaxResponseHeadersLength = 16,
                // What a receiver answers beyond this is not read: the connection is closed.
                MaxResponseDrainSize = 4096,
                ResponseDrainTimeout = TimeSpan.FromSeconds(1),
                // A name is looked up again, and a connection made anew, at least this often.
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            }
        );

    async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolve(host, ct);
        var allowed = options.AllowsPrivate ? found : [.. found.Where(PublicAddresses.Contains)];
        if (allowed.Length == 0 && found.Length > 0)
            throw new ForbiddenAddressException(
                $"the name leads to {string.Join(", ", found.Take(3).Select(a => a.ToString()))}, which is no address of the public "
                    + $"internet; {WebhookAddress.Allow}"
            );
        SocketException? last = null;
        foreach (var address in allowed)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e)
            {
                socket.Dispose();
                if (e is not SocketException failed)
                    throw;
                last = failed;
            }
        }
        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    static string Cause(HttpRequestException e) =>
        e.InnerException is ForbiddenAddressException forbidden ? forbidden.Message
        : e.HttpRequestError is HttpRequestError.NameResolutionError ? "the name of the receiver is not known"
        : e.HttpRequestError is HttpRequestError.SecureConnectionError ? "the receiver's certificate is not valid, or it does not speak TLS"
        : e.HttpRequestError is HttpRequestError.ConnectionError ? "the receiver cannot be reached"
        : e.InnerException is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }
            ? "the name of the receiver is not known"
        : e.InnerException is SocketException ? "the receiver cannot be reached"
        : "the receiver gave no valid HTTP answer";
}
