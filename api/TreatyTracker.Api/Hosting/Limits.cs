using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Hosting;

/// <summary>How much one caller, and all together, may ask of the service.</summary>
public static class Limits
{
    /// <summary>Sets them.</summary>
    public static void AddTo(IServiceCollection services, Settings settings)
    {
        services.Configure<KestrelServerOptions>(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestLineSize = settings.MaxRequestLine;
            o.Limits.MaxRequestHeadersTotalSize = settings.MaxRequestHeaders;
            // No address reads a body: one that comes is skipped, to find the next request behind it, and a larger one ends the connection.
            o.Limits.MaxRequestBodySize = 65_536;
            // No line may be longer than the buffer that it is read into.
            o.Limits.MaxRequestBufferSize = Math.Max(
                o.Limits.MaxRequestBufferSize ?? 0,
                Math.Max(settings.MaxRequestLine, settings.MaxRequestHeaders)
            );
            o.Limits.MaxConcurrentConnections = settings.MaxConnections == 0 ? null : settings.MaxConnections;
            o.Limits.KeepAliveTimeout = settings.KeepAlive;
            o.Limits.RequestHeadersTimeout = settings.RequestTimeout;
        });
        services.AddRequestTimeouts(o =>
            o.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = settings.RequestTimeout,
                TimeoutStatusCode = ProblemType.Unavailable.Status,
                WriteTimeoutResponse = http =>
                    Problem.Send(
                        http,
                        ProblemType.Unavailable,
                        $"The answer was not ready after {settings.RequestTimeout.TotalSeconds} seconds and was given up. "
                            + "Ask for less at once, or try again in a moment."
                    ),
            }
        );
        if (settings.RateLimit > 0)
            services.AddRateLimiter(o =>
            {
                o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http =>
                    IsExempt(http)
                        ? RateLimitPartition.GetNoLimiter(IPAddress.None)
                        : RateLimitPartition.GetFixedWindowLimiter(
                            ClientOf(http),
                            _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.RateLimit, Window = TimeSpan.FromMinutes(1) }
                        )
                );
                o.OnRejected = (context, _) => new ValueTask(Refuse(context.HttpContext, context.Lease, settings.RateLimit));
            });
    }

    /// <summary>
    /// Limits the time to the first byte of an answer. Once it has begun, Kestrel's minimum rate decides, so that a slow but steady
    /// download is not cut off.
    /// </summary>
    public static void UseTimeout(WebApplication app)
    {
        app.UseRequestTimeouts();
        app.Use(
            async (http, next) =>
            {
                http.Response.OnStarting(() =>
                {
                    http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
                    return Task.CompletedTask;
                });
                try
                {
                    await next(http);
                }
                // Bytes that are written but not sent cannot be taken back, and a problem must not follow half an answer.
                catch (OperationCanceledException)
                    when (http.Response is { HasStarted: false, BodyWriter: not { CanGetUnflushedBytes: true, UnflushedBytes: 0 } })
                {
                    http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                    http.Abort();
                }
            }
        );
    }

    /// <summary>Who watches the service is not one of its callers.</summary>
    static bool IsExempt(HttpContext http) => http.Request.Path.StartsWithSegments("/health");

    /// <summary>An IPv4 address, or the network of an IPv6 address: whoever has one of these has all 2^64 of its addresses.</summary>
    static IPAddress ClientOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return IPAddress.Any;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily is AddressFamily.InterNetwork)
            return address;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new(bytes);
    }

    static Task Refuse(HttpContext http, RateLimitLease lease, int limit)
    {
        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 60;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Send(
            http,
            ProblemType.TooManyRequests,
            $"Your address may ask {limit} times a minute. Ask again in {seconds} second{(seconds == 1 ? "" : "s")}."
        );
    }
}
