using System.Net;
using System.Net.Sockets;
using System.Text;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Hosting;

public sealed class DisconnectTests
{
    [Test]
    public async Task A_client_that_disconnects_is_not_an_error_in_the_log()
    {
        using var service = await ServiceProcess.With(("LOG_FORMAT", "json"));
        string[] requests =
        [
            .. new[]
            {
                "/v1/events?format=csv",
                "/v1/events?format=ndjson",
                "/v1/treaties/untoc/parties?standing=any&limit=500",
                "/v1/export/treatytracker.sqlite",
                "/swagger/swagger-ui-bundle.js",
            }.Select(path => $"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            "GET /v1/treaties HTTP/1.1\r\nHost: loc",
        ];
        for (var i = 0; i < 3; i++)
            foreach (var request in requests)
                await AskAndReset(service.Address.Port, request);

        // Another caller is answered as before.
        using var answer = await service.Client.Ask("/v1/treaties/untoc/counts");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        service.Terminate();
        Assert.That(service.ExitCode(), Is.Zero);
        Assert.That(service.Log, Does.Contain("Listening").And.Not.Contain("Exception"));
        Assert.That(service.Log, Does.Not.Contain("\"LogLevel\":\"Error\"").And.Not.Contain("\"LogLevel\":\"Warning\""));
    }

    // Reads the beginning of the answer into a small buffer, so that the server still has to send, and resets the connection.
    static async Task AskAndReset(int port, string request)
    {
        using var client = new TcpClient { ReceiveBufferSize = 2048, LingerState = new(true, 0) };
        await client.ConnectAsync(IPAddress.Loopback, port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        if (request.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            await client.GetStream().ReadExactlyAsync(new byte[512]);
        client.Close();
    }
}
