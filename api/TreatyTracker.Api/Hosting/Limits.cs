using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TreatyTracker.Api.Features.Consistency;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Hosting;

/// <summary>Limits on what one client, and all clients together, can request.</summary>
public static class Limits
{
    /// <summary>Registers the limits.</summary>
    public static void AddTo(IServiceCollection services, Settings settings)
    {
        services.Configure<KestrelServerOptions>(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestLineSize = settings.MaxRequestLine;
            o.Limits.MaxRequestHeadersTotalSize = settings.MaxRequestHeaders;
            // A body that no operation reads is skipped to reach the next request; a larger one ends the connection. An operation that
            // reads one sets its own limit (JsonRequestBody).
            o.Limits.MaxRequestBodySize = 65_536;
            // The buffer must hold the longest line.
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
                        $"The answer was not ready after {settings.RequestTimeout.TotalSeconds} seconds. "
                            + "Request less at once, or try again in a moment."
                    ),
            }
        );
        services.AddRateLimiter(_ => { });
    }

    /// <summary>The limit on all requests of one client.</summary>
    public static RateLimiterOptions OfRequests(Settings settings) => PerMinute(settings.RateLimit, "request", IsExempt);

    /// <summary>The limit on dry runs of one client: each can take as long as a thousand other answers, and needs no key.</summary>
    public static RateLimiterOptions OfDryRuns(Settings settings) => PerMinute(settings.DryRunLimit, "dry run", _ => false);

    /// <summary>Whether a request is a dry run.</summary>
    public static bool IsDryRun(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
        && http.Request.Path.Value?.TrimEnd('/').Equals(CheckRecord.Address, StringComparison.OrdinalIgnoreCase) is true;

    static RateLimiterOptions PerMinute(int limit, string what, Func<HttpContext, bool> isExempt) =>
        new()
        {
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http =>
                isExempt(http)
                    ? RateLimitPartition.GetNoLimiter(IPAddress.None)
                    : RateLimitPartition.GetFixedWindowLimiter(
                        ClientOf(http),
                        _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) }
                    )
            ),
            OnRejected = (context, _) => new ValueTask(Refuse(context.HttpContext, context.Lease, limit, what)),
        };

    /// <summary>
    /// Ends the time limit at the first byte of an answer. From then on, Kestrel's minimum rate applies, so that a slow but steady download
    /// is not cut off. Closes the connection if the limit is reached when part of the answer is written.
    /// </summary>
    public static async Task EndTimeoutAtFirstByte(HttpContext http, RequestDelegate next)
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

    // Monitoring is not a client of the API.
    static bool IsExempt(HttpContext http) => http.Request.Path.StartsWithSegments("/health");

    /// <summary>The IPv4 address, or the /64 network of the IPv6 address, because one client usually has all its 2^64 addresses.</summary>
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

    static Task Refuse(HttpContext http, RateLimitLease lease, int limit, string what)
    {
        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 60;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Send(
            http,
            ProblemType.TooManyRequests,
            $"Rate limit exceeded: {limit} {what}{(limit == 1 ? "" : "s")} per minute. "
                + $"Try again in {seconds} second{(seconds == 1 ? "" : "s")}."
        );
    }
}
