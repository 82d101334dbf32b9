using System.Net;
using System.Net.Sockets;
using System.Text;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Hosting;

/// <summary>The service stops without cutting anybody off, and stops.</summary>
[Parallelizable(ParallelScope.All)]
[Category("Slow")]
public sealed class ShutdownTests
{
    const string Large = "/v1/events?format=ndjson";

    [Test]
    public async Task A_slow_reader_gets_its_whole_answer_during_shutdown_and_new_connections_are_refused()
    {
        using var service = await ServiceProcess.With();
        using var reader = await SlowReader(service, Large);
        service.Terminate();
        await Refused(service);
        Assert.That(service.HasEnded, Is.False, "it waits for the reader");

        var answer = Encoding.UTF8.GetString(await ReadAll(reader));
        Assert.That(answer, Does.EndWith("\r\n0\r\n\r\n"), "the end of a chunked body");
        Assert.That(service.ExitCode(), Is.Zero, service.Log);
    }

    [Test]
    public async Task A_reader_that_does_not_read_does_not_keep_the_service_for_longer_than_is_set()
    {
        using var service = await ServiceProcess.With(("SHUTDOWN_TIMEOUT", "1"));
        using var reader = await SlowReader(service, Large);
        service.Terminate();
        Assert.That(service.ExitCode(), Is.Zero, service.Log);
        Assert.That(
            Encoding.UTF8.GetString(await ReadAll(reader)),
            Does.Not.EndWith("\r\n0\r\n\r\n"),
            "half an answer does not look like a whole one"
        );
    }

    [Test]
    public async Task While_it_drains_it_answers_and_says_that_it_is_not_ready()
    {
        using var service = await ServiceProcess.With(("DRAIN", "10"));
        service.Terminate();
        using var stopping = await service.Client.Until("/health/ready", HttpStatusCode.ServiceUnavailable);
        Assert.That(await stopping.Content.ReadAsStringAsync(), Does.Contain("stopping"));
        using var answer = await service.Client.Ask("/v1/treaties/untoc/counts?asOf=2017-06-30");
        using var live = await service.Client.Ask("/health/live");
        Assert.That((answer.StatusCode, live.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That(service.ExitCode(), Is.Zero, service.Log);
    }

    /// <summary>
    /// A connection on which an answer is under way and cannot go on until somebody reads: it is asked for so often, one after the other,
    /// that the system's buffers cannot take them all.
    /// </summary>
    static async Task<Socket> SlowReader(ServiceProcess service, string url)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(IPAddress.Loopback, service.Address.Port);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"GET {url} HTTP/1.1\r\nHost: localhost\r\n\r\n", 30)))
        );
        var first = new byte[12];
        await socket.ReceiveAsync(first);
        Assert.That(Encoding.ASCII.GetString(first), Is.EqualTo("HTTP/1.1 200"));
        // Until the buffers are full.
        await Task.Delay(2000);
        return socket;
    }

    static async Task<byte[]> ReadAll(Socket socket)
    {
        using var all = new MemoryStream();
        var buffer = new byte[65536];
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var read)
                all.Write(buffer, 0, read);
        }
        catch (SocketException)
        {
            // Cut off: what came came.
        }
        return all.ToArray();
    }

    static async Task Refused(ServiceProcess service)
    {
        for (var wait = 0; wait < 300; wait++)
        {
            try
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, service.Address.Port);
                await Task.Delay(100);
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionRefused)
            {
                return;
            }
        }
        Assert.Fail("it still lets others in");
    }
}
