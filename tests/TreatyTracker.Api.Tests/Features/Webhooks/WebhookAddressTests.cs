using System.Net;
using System.Net.Sockets;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Webhooks;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Webhooks;

/// <summary>Which addresses are called, whatever a name leads to.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WebhookAddressTests
{
    static readonly WebhookOptions s_public = new(AllowsPrivate: false);

    /// <summary>The networks for special purposes, each by its first, some inner, and its last address.</summary>
    static readonly string[] s_forbidden =
    [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.170",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:808:808::1",
        "3fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456:789a::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ];

    static readonly string[] s_allowed =
    [
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "2a00:1450:4001:82a::200e",
    ];

    [TestCaseSource(nameof(s_forbidden))]
    public void No_special_address_is_one_of_the_internet(string address) =>
        Assert.That(PublicAddresses.Contains(IPAddress.Parse(address)), Is.False);

    [TestCaseSource(nameof(s_allowed))]
    public void Others_are(string address) => Assert.That(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Test]
    public void No_address_of_this_machine_is() =>
        Assert.That(
            System
                .Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces()
                .SelectMany(i => i.GetIPProperties().UnicastAddresses)
                .Where(a => PublicAddresses.Contains(a.Address)),
            Is.Empty
        );

    [TestCaseSource(nameof(s_forbidden))]
    public async Task A_name_that_leads_to_one_is_not_called(string address)
    {
        var answer = await Send("https://hooks.example/", _ => [IPAddress.Parse(address)]);
        Assert.That(answer.Problem, Does.Contain(IPAddress.Parse(address).ToString()).And.Contain("TREATYTRACKER_WEBHOOKS_PRIVATE"));
    }

    [TestCaseSource(nameof(s_forbidden))]
    public async Task One_is_not_called_by_itself_and_cannot_be_added(string address)
    {
        var url = $"https://{(address.Contains(':') ? $"[{address}]" : address)}/";
        var answer = await Send(url, _ => throw new InvalidOperationException("an address is not looked up"));
        Assert.That(answer.Problem, Does.Contain("no address of the public internet"));
        Assert.That(WebhookAddress.ProblemOf(url, s_public, out _), Does.Contain("TREATYTRACKER_WEBHOOKS_PRIVATE"));
    }

    [TestCase("https://2130706433/")]
    [TestCase("https://0x7f.1/")]
    [TestCase("https://0177.0.0.1/")]
    [TestCase("https://127.1/")]
    [TestCase("https://localhost/")]
    [TestCase("https://[::ffff:127.0.0.1]/")]
    public void However_this_machine_is_written_it_cannot_be_added(string url) =>
        Assert.That(WebhookAddress.ProblemOf(url, s_public, out _), Does.Contain("this machine"));

    [TestCase("http://hooks.example/", "is not encrypted")]
    [TestCase("ftp://hooks.example/", "is not an HTTP address")]
    [TestCase("hooks.example", "is not an HTTP address")]
    [TestCase("https://me:secret@hooks.example/", "user name or password")]
    [TestCase("https://hooks.example/#part", "after '#'")]
    public void An_address_that_cannot_be_is_refused_with_what_to_do(string url, string says) =>
        Assert.That(WebhookAddress.ProblemOf(url, s_public, out _), Does.Contain(says));

    [Test]
    public void A_public_address_can_be_added() =>
        Assert.That(WebhookAddress.ProblemOf("https://hooks.example:8443/treaties?key=1", s_public, out _), Is.Null);

    [Test]
    public async Task A_name_that_changes_between_tries_is_checked_at_each_of_them()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var lookups = 0;
        using var sender = new WebhookSender(
            s_public,
            TimeProvider.System,
            (_, _) =>
                lookups++ == 0
                    ? throw new SocketException((int)SocketError.HostNotFound)
                    : Task.FromResult(new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        );
        var webhook = Subscriptions.To($"https://hooks.example:{port}/");
        var message = Outbox.Test(webhook, Times.Start);
        Assert.That((await sender.Send(webhook, message, default)).Problem, Is.EqualTo("the name of the receiver is not known"));
        Assert.That((await sender.Send(webhook, message, default)).Problem, Does.Contain("127.0.0.1, ::1"));
        Assert.That(lookups, Is.EqualTo(2));
        Assert.That(listener.Pending(), Is.False, "nobody called");
    }

    [Test]
    public async Task Without_encryption_nothing_is_sent_unless_a_setting_allows_it()
    {
        await using var receiver = await Receiver.Open();
        var webhook = Subscriptions.To(receiver.Url);
        var message = Outbox.Test(webhook, Times.Start);
        using var careful = new WebhookSender(s_public, TimeProvider.System);
        Assert.That((await careful.Send(webhook, message, default)).Problem, Does.Contain("not encrypted"));
        Assert.That(receiver.All, Is.Empty);
        using var allowing = new WebhookSender(new(AllowsPrivate: true), TimeProvider.System);
        Assert.That(await allowing.Send(webhook, message, default), Is.EqualTo(new WebhookAnswer(204, null)));
        Assert.That(() => Verified(webhook, receiver.All.Single()), Throws.Nothing);
        Assert.That(() => Verified(Subscriptions.To(receiver.Url), receiver.All.Single()), Throws.Exception, "with another secret");
    }

    [Test]
    public async Task Nobody_listening_and_no_answer_are_told_apart()
    {
        using var sender = new WebhookSender(new(AllowsPrivate: true), TimeProvider.System);
        var webhook = Subscriptions.To($"http://127.0.0.1:{CommandRunner.FreePort()}/");
        Assert.That(
            (await sender.Send(webhook, Outbox.Test(webhook, Times.Start), default)).Problem,
            Is.EqualTo("the receiver cannot be reached")
        );
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        webhook = Subscriptions.To($"http://{silent.LocalEndpoint}/");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.That(
            (await sender.Send(webhook, Outbox.Test(webhook, Times.Start), default)).Problem,
            Is.EqualTo("no answer within 10 seconds")
        );
        Assert.That(clock.Elapsed, Is.GreaterThan(TimeSpan.FromSeconds(9)));
    }

    /// <summary>Checks a message as a library of others does, which also wants its time to be now.</summary>
    static void Verified(Webhook webhook, Received message) =>
        new StandardWebhooks.StandardWebhook(webhook.Secret).Verify(
            message.Body,
            new Microsoft.AspNetCore.Http.HeaderDictionary
            {
                ["webhook-id"] = message.Id,
                ["webhook-timestamp"] = message.Timestamp,
                ["webhook-signature"] = message.Signature,
            }
        );

    static async Task<WebhookAnswer> Send(string url, Func<string, IPAddress[]> resolve)
    {
        using var sender = new WebhookSender(s_public, TimeProvider.System, (name, _) => Task.FromResult(resolve(name)));
        var webhook = Subscriptions.To(url);
        return await sender.Send(webhook, Outbox.Test(webhook, Times.Start), default);
    }
}
