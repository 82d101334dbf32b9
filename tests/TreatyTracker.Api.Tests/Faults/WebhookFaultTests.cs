using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Features.Webhooks;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Faults;

/// <summary>
/// Services that deliver webhooks are killed, and share a file. The environment variable KILLS asks for another number of kills.
/// </summary>
[Category("Slow")]
public sealed class WebhookFaultTests
{
    static readonly int s_kills = TestSettings.Number("KILLS", 5);

    static readonly (string, string)[] s_settings =
    [
        ("WEBHOOKS_PRIVATE", "true"),
        // A proxy that nobody runs: who used it would deliver nothing.
        ("HTTP_PROXY", "http://127.0.0.1:9"),
        ("http_proxy", "http://127.0.0.1:9"),
        ("ALL_PROXY", "http://127.0.0.1:9"),
    ];

    [Test]
    public async Task Whenever_a_service_is_killed_each_event_arrives_at_least_once_and_in_order()
    {
        using var scratch = new Scratch();
        await using var receiver = await Receiver.Open();
        receiver.Answer = async (_, _) =>
        {
            await Task.Delay(Random.Shared.Next(5));
            return Random.Shared.Next(50) == 0 ? 500 : 204;
        };
        var database = scratch.Seeded();
        var webhook = Subscriptions.Add(database, receiver.Url, DateTimeOffset.UtcNow);
        var recorded = new List<string>();
        string[] states = [.. Subscriptions.Seeded.Participants.Select(p => p.Code)];
        var (interrupted, twice) = (0, 0);
        for (var kill = 0; kill < s_kills; kill++)
        {
            recorded.AddRange(Subscriptions.Declare(database, DateTimeOffset.UtcNow, 40, states[kill % states.Length]));
            using var service = await ServiceProcess.On(database.Path, s_settings);
            var delay = Task.Delay(Random.Shared.Next(600));
            recorded.AddRange(Subscriptions.Declare(database, DateTimeOffset.UtcNow, 10, states[kill % states.Length], "uncac"));
            await delay;
            service.Kill();
            interrupted += receiver.Accepted.Select(m => m.Id).Distinct().Count() < recorded.Count ? 1 : 0;
            // A wait for the next try must not hold up the test.
            WebhookStore.Enable(database, webhook.Id);
        }
        receiver.Answer = (_, _) => Task.FromResult(204);
        using (var last = await ServiceProcess.On(database.Path, s_settings))
            await CommandRunner.Until(
                () => Task.FromResult(receiver.Accepted.Select(m => m.Id).Distinct().Count() == recorded.Count),
                "all of it arrives"
            );

        var arrived = receiver.Accepted;
        Assert.That(arrived.Select(m => m.Event).Distinct(), Is.EqualTo(recorded), "each at least once, and in order");
        var furthest = 0;
        foreach (var message in arrived)
        {
            var at = recorded.IndexOf(message.Event!);
            Assert.That(at, Is.LessThanOrEqualTo(furthest), "nothing is left out, also when it goes back after a kill");
            twice += at < furthest ? 1 : 0;
            furthest = Math.Max(furthest, at + 1);
        }
        Assert.That(arrived.GroupBy(m => m.Id).All(g => g.Select(m => m.Event).Distinct().Count() == 1), "one id, one event");
        Assert.That(arrived.All(m => m.IsSignedWith(webhook.Secret)), "all are signed");
        Assert.That(interrupted, Is.Positive, "some kills came before all had arrived");
        TestContext.Out.WriteLine(
            $"{s_kills} kills, {interrupted} amid deliveries; {recorded.Count} events, {twice} of them arrived twice."
        );
    }

    [Test]
    public async Task Of_two_services_on_one_file_one_delivers_and_the_other_takes_over()
    {
        using var scratch = new Scratch();
        await using var receiver = await Receiver.Open();
        var database = scratch.Seeded();
        Subscriptions.Add(database, receiver.Url, DateTimeOffset.UtcNow);
        using var first = await ServiceProcess.On(database.Path, s_settings);
        using var second = await ServiceProcess.On(database.Path, s_settings);
        var recorded = new List<string>();
        for (var n = 0; n < 5; n++)
            recorded.AddRange(Subscriptions.Declare(database, DateTimeOffset.UtcNow, 10, Subscriptions.Seeded.Participants[n].Code));
        await receiver.Accepts(50);
        Assert.That(receiver.All.Select(m => m.Event), Is.EqualTo(recorded), "once and in order");

        first.Kill();
        recorded.AddRange(Subscriptions.Declare(database, DateTimeOffset.UtcNow, 10, "FRA"));
        await receiver.Accepts(60);
        Assert.That(receiver.Accepted.Select(m => m.Event).Distinct(), Is.EqualTo(recorded));
        foreach (var service in new[] { first, second })
            Assert.That(service.Log, Does.Not.Contain("whsec_").And.Not.Contain("hidden-token"));
    }

    [Test]
    public async Task A_service_that_only_reads_delivers_nothing_and_none_logs_a_secret()
    {
        using var scratch = new Scratch();
        await using var receiver = await Receiver.Open();
        receiver.Answer = (_, _) => Task.FromResult(500);
        var database = scratch.Seeded();
        var webhook = Subscriptions.Add(database, receiver.Url, DateTimeOffset.UtcNow);
        Subscriptions.Declare(database, DateTimeOffset.UtcNow);
        using (var reader = await ServiceProcess.On(database.Path, [.. s_settings, ("READ_ONLY", "true")]))
        {
            await reader.Client.ServesSoon(Register.Load(database).Version);
            await Task.Delay(TimeSpan.FromSeconds(1));
            Assert.That(receiver.All, Is.Empty);
        }
        using var service = await ServiceProcess.On(database.Path, [.. s_settings, ("METRICS", "true")]);
        await receiver.Gets(1);
        await CommandRunner.Until(
            () => Task.FromResult(service.Log.Contains("Failure 1", StringComparison.Ordinal)),
            "the failure is logged"
        );
        Assert.That(service.Log, Does.Contain($"Webhook {webhook.Id}: the receiver answered 500"));
        Assert.That(service.Log, Does.Not.Contain("whsec_").And.Not.Contain("hidden-token").And.Not.Contain("declaration"));
        var metrics = await service.Client.GetStringAsync("/metrics");
        Assert.That(metrics, Does.Match($"treatytracker_webhooks_failed_total{{[^}}]*webhook=\"{webhook.Id}\"[^}}]*}} [1-9]"));
        Assert.That(metrics, Does.Match(@"treatytracker_webhooks_enabled(\{[^}]*\})? 1\n"));
        Assert.That(metrics, Does.Match(@"treatytracker_webhooks_disabled(\{[^}]*\})? 0\n"));
        Assert.That(metrics, Does.Match(@"treatytracker_webhooks_lag_seconds(\{[^}]*\})? [1-9]"));
        Assert.That(metrics, Does.Not.Contain("hidden-token"));
        receiver.Answer = (_, _) => Task.FromResult(204);
        await receiver.Accepts(1);
        await CommandRunner.Until(
            async () =>
                (await service.Client.GetStringAsync("/metrics")).Contains(
                    "treatytracker_webhooks_delivered_total",
                    StringComparison.Ordinal
                ),
            "the delivery is counted"
        );
    }
}
