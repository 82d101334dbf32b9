using Dapper;
using Microsoft.Extensions.DependencyInjection;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Webhooks;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Features.Webhooks;

/// <summary>A service in this process delivers to a receiver in this process.</summary>
public sealed class WebhookDeliveryTests
{
    Clock _clock = null!;
    Hosted _service = null!;
    Receiver _receiver = null!;

    [SetUp]
    public async Task Start()
    {
        _clock = new() { Now = Times.Start.AddDays(1) };
        _service = new(_clock, ("webhooks-private", "true"));
        _receiver = await Receiver.Open();
    }

    [TearDown]
    public async Task Stop()
    {
        _service.Dispose();
        await _receiver.DisposeAsync();
    }

    WebhookDelivery Delivery => _service.Services.GetRequiredService<WebhookDelivery>();

    void Move(TimeSpan time)
    {
        _clock.Now += time;
        Delivery.Wake();
    }

    Webhook Subscribe(string[]? treaties = null, string[]? states = null, EventKind[]? kinds = null) =>
        Subscriptions.Add(_service.Database, _receiver.Url, _clock.Now, treaties, states, kinds);

    [Test]
    public async Task What_is_recorded_arrives_signed_as_a_CloudEvent_with_its_effects_and_coverage()
    {
        var webhook = Subscribe();
        var treaty = Subscriptions.Seeded.Treaties.Single(t => t.Id == "untoc");
        var ids = Subscriptions.Record(
            _service.Database,
            _clock.Now,
            Subscriptions.Act("untoc", "PRK", EventKind.Withdrawal, new(2026, 12, 1))
        );
        await _receiver.Accepts(1);

        var message = _receiver.Accepted.Single();
        Assert.That(message.IsSignedWith(webhook.Secret), "the signature holds");
        Assert.That(message.IsSignedWith(WebhookSignature.NewSecret()), Is.False, "and not with another secret");
        var byOthers = new StandardWebhooks.StandardWebhook(webhook.Secret);
        Assert.That(byOthers.Sign(message.Id!, message.At, message.Body), Is.EqualTo(message.Signature));
        Assert.That(message.At, Is.EqualTo(_clock.Now));
        Assert.That(message.ContentType, Is.EqualTo("application/cloudevents+json; charset=utf-8"));
        var json = message.Json;
        Assert.That((string?)json["specversion"], Is.EqualTo("1.0"));
        Assert.That((string?)json["id"], Is.EqualTo(message.Id).And.Match("^msg_[0-9a-f]{32}$"));
        Assert.That((string?)json["source"], Is.Not.Empty);
        Assert.That((string?)json["type"], Is.EqualTo("treatytracker.event.recorded"));
        Assert.That((string?)json["subject"], Is.EqualTo("untoc/PRK"));
        Assert.That((string?)json["time"], Is.EqualTo("2026-12-02T12:00:00Z"));
        Assert.That((string?)json["datacontenttype"], Is.EqualTo("application/json"));
        var data = json["data"]!;
        Assert.That((string?)data["event"]!["id"], Is.EqualTo(ids.Single()));
        Assert.That((string?)data["event"]!["verification"], Is.EqualTo("unverified"));
        // Article 40(1) of the Convention: one year after the receipt of the notification.
        Assert.That((string?)data["effects"]![0]!["effect"], Is.EqualTo("participation.ended"));
        Assert.That((string?)data["effects"]![0]!["on"], Is.EqualTo("2027-12-01"));
        Assert.That((string?)data["record"]!["completeThrough"], Is.EqualTo(Instant.Text(treaty.CompleteThrough)));
        Assert.That((int)data["recording"]!, Is.EqualTo(2));
        using var answer = await _service.Client.GetAsync((string)data["path"]!);
        Assert.That(answer.IsSuccessStatusCode, "the path leads to it");
    }

    [Test]
    public async Task Nothing_older_is_delivered_and_what_follows_comes_in_order_once()
    {
        Subscriptions.Declare(_service.Database, _clock.Now, state: "FRA");
        Subscribe();
        var all = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            _clock.Now += TimeSpan.FromHours(1);
            all.AddRange(Subscriptions.Declare(_service.Database, _clock.Now, 20, new[] { "PRK", "FRA", "DEU" }[round]));
        }
        await _receiver.Accepts(60);
        Assert.That(_receiver.All.Select(m => m.Event), Is.EqualTo(all));
        Assert.That(_receiver.All.Select(m => m.Id), Is.Unique);
    }

    [Test]
    public async Task Corrections_and_retractions_come_with_what_they_correct()
    {
        var seeded = Subscriptions.Seeded;
        Subscribe(treaties: ["untoc"], states: ["PRK", "SOM"]);
        var facts = seeded with
        {
            Events =
            [
                .. seeded
                    .Events.Where(e => !(e.Treaty == "untoc" && e.Participant == "SOM" && e.Kind is EventKind.Accession))
                    .Select(e =>
                        e.Treaty == "untoc" && e.Participant == "PRK" && e.Kind is EventKind.Accession
                            ? e with
                            {
                                Date = new(2016, 6, 27),
                            }
                            : e
                    ),
            ],
        };
        Import.Run(_service.Database, facts, _clock.Now);
        await _receiver.Accepts(2);
        var corrected = _receiver.Accepted.Single(m => m.Type == "treatytracker.event.corrected").Json["data"]!;
        Assert.That((string?)corrected["event"]!["date"], Is.EqualTo("2016-06-27"));
        Assert.That((string?)corrected["original"]!["date"], Is.EqualTo("2016-06-17"));
        // Article 38(2): the thirtieth day after deposit.
        Assert.That((string?)corrected["effects"]![0]!["on"], Is.EqualTo("2016-07-27"));
        var retracted = _receiver.Accepted.Single(m => m.Type == "treatytracker.event.retracted").Json["data"]!;
        Assert.That((string?)retracted["original"]!["participant"], Is.EqualTo("SOM"));
        Assert.That(retracted["effects"]!.AsArray(), Is.Empty);
    }

    [TestCase("untoc", null, null, new[] { "untoc-PRK-declaration", "untoc-FRA-objection", "untoc-FRA-declaration" })]
    [TestCase(null, "PRK", null, new[] { "untoc-PRK-declaration", "untoc-FRA-objection", "uncac-PRK-declaration" })]
    [TestCase(null, null, EventKind.Objection, new[] { "untoc-FRA-objection" })]
    [TestCase("uncac", "PRK", EventKind.Declaration, new[] { "uncac-PRK-declaration" })]
    public async Task Filters_choose_by_treaty_by_who_is_concerned_and_by_kind(
        string? treaty,
        string? state,
        EventKind? kind,
        string[] wanted
    )
    {
        var webhook = Subscribe(treaty is null ? [] : [treaty], state is null ? [] : [state], kind is { } k ? [k] : []);
        Subscriptions.Record(
            _service.Database,
            _clock.Now,
            Subscriptions.Act("untoc", "PRK", EventKind.Declaration, new(2020, 1, 1)),
            Subscriptions.Act("untoc", "FRA", EventKind.Objection, new(2020, 1, 2)) with
            {
                Counterpart = "PRK",
            },
            Subscriptions.Act("untoc", "FRA", EventKind.Declaration, new(2020, 1, 3)),
            Subscriptions.Act("uncac", "PRK", EventKind.Declaration, new(2020, 1, 4)),
            Subscriptions.Act("uncac", "FRA", EventKind.Declaration, new(2020, 1, 5))
        );
        await CommandRunner.Until(
            () => Task.FromResult(Subscriptions.Stored(_service.Database, webhook).Position.Recording == 2),
            "the webhook is at the end"
        );
        Assert.That(_receiver.All.Select(m => m.Event![..^"-2020-01-01".Length]), Is.EqualTo(wanted));
    }

    [Test]
    public async Task Days_that_arrive_are_told_on_the_day_with_the_act_behind_them()
    {
        Subscribe(states: ["PRK"]);
        Subscriptions.Record(_service.Database, _clock.Now, Subscriptions.Act("untoc", "PRK", EventKind.Withdrawal, new(2026, 12, 2)));
        await _receiver.Accepts(1);
        Move(TimeSpan.FromDays(364));
        await Settled();
        Assert.That(_receiver.All, Has.Count.EqualTo(1), "the day before, nothing has happened");

        Move(TimeSpan.FromDays(1));
        await _receiver.Accepts(2);
        var message = _receiver.Accepted[1];
        Assert.That(message.Type, Is.EqualTo("treatytracker.participation.ended"));
        Assert.That((string?)message.Json["time"], Is.EqualTo("2027-12-02T00:00:00Z"));
        var data = message.Json["data"]!;
        Assert.That((string?)data["on"], Is.EqualTo("2027-12-02"));
        Assert.That((string?)data["act"], Is.EqualTo("untoc-PRK-withdrawal-2026-12-02"));
        Assert.That((string?)data["name"], Does.Contain("Korea"));
        Assert.That((bool)data["record"]!["asOfIsBeyond"]!, "the record may lack what happened since");
        Move(TimeSpan.FromDays(1));
        await Settled();
        Assert.That(_receiver.All, Has.Count.EqualTo(2), "and it is told once");
    }

    [Test]
    public async Task A_clock_that_was_ahead_silences_no_later_day()
    {
        var webhook = Subscribe(states: ["PRK"]);
        Subscriptions.Record(_service.Database, _clock.Now, Subscriptions.Act("untoc", "PRK", EventKind.Withdrawal, new(2026, 12, 2)));
        await _receiver.Accepts(1);
        Move(TimeSpan.FromDays(300));
        await Settled();
        Move(-TimeSpan.FromDays(300));
        await CommandRunner.Until(
            () => Task.FromResult(Subscriptions.Stored(_service.Database, webhook).Position.Day == DateOnly.FromDateTime(_clock.Now.Date)),
            "the webhook is back at today"
        );
        Move(TimeSpan.FromDays(365));
        await _receiver.Accepts(2);
        Assert.That(_receiver.Accepted[1].Type, Is.EqualTo("treatytracker.participation.ended"));
    }

    [Test]
    public async Task A_clock_that_is_behind_brings_back_no_day_from_before_the_webhook()
    {
        var webhook = Subscribe();
        Move(-TimeSpan.FromDays(400));
        await Settled();
        Assert.That(Subscriptions.Stored(_service.Database, webhook).Position.Day, Is.EqualTo(webhook.Position.Day));
    }

    [Test]
    public async Task A_wait_that_began_while_the_clock_was_ahead_ends_when_it_is_right_again()
    {
        Subscribe();
        _receiver.Answer = (_, _) => Task.FromResult(503);
        Move(TimeSpan.FromDays(300));
        var ids = Subscriptions.Declare(_service.Database, _clock.Now);
        await _receiver.Gets(1);
        await Settled();
        _receiver.Answer = (_, _) => Task.FromResult(200);
        Move(-TimeSpan.FromDays(300));
        await _receiver.Accepts(1);
        Assert.That(_receiver.Accepted[0].Event, Is.EqualTo(ids.Single()));
    }

    [Test]
    public async Task An_address_that_is_none_is_shown_as_disabled_and_the_others_are_told()
    {
        var broken = Subscribe();
        Subscribe();
        RegisterChanges.Sql(_service.Scratch.DatabaseFile, $"UPDATE webhook SET url = 'https://a b:x/' WHERE id = '{broken.Id}'");
        var ids = Subscriptions.Declare(_service.Database, _clock.Now, 2);
        await _receiver.Accepts(2);
        Assert.That(_receiver.All.Select(m => m.Event), Is.EqualTo(ids));
        var list = CommandRunner.Run("webhooks", "list", "--database", _service.Scratch.DatabaseFile);
        Assert.That((list.ExitCode, list.Error), Is.EqualTo((1, "")));
        Assert.That(list.Output, Does.Contain($"{broken.Id}  disabled").And.Contain("'https://a b:x/' is not valid"));
        Assert.That(list.Output, Does.Not.Contain("webhooks enable"));
        var enable = CommandRunner.Run("webhooks", "enable", broken.Id, "--database", _service.Scratch.DatabaseFile);
        Assert.That((enable.ExitCode, enable.Output), Is.EqualTo((2, "")));
        Assert.That(CommandRunner.Run("webhooks", "remove", broken.Id, "--database", _service.Scratch.DatabaseFile).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_receiver_that_fails_for_an_hour_gets_all_afterwards_in_order()
    {
        var webhook = Subscribe();
        _receiver.Answer = (_, _) => Task.FromResult(503);
        var ids = Subscriptions.Declare(_service.Database, _clock.Now, 5);
        await _receiver.Gets(1);
        for (var tries = 1; tries < 8; tries++)
        {
            await Settled();
            var stored = Subscriptions.Stored(_service.Database, webhook);
            Assert.That((stored.Failures, stored.Position.Delivered), Is.EqualTo((tries, 0)));
            Assert.That(stored.NextTry - _clock.Now, Is.GreaterThan(TimeSpan.FromSeconds(2)), "it waits");
            Move(TimeSpan.FromHours(1) / 7);
            await _receiver.Gets(tries + 1);
        }
        Assert.That(_receiver.All.Select(m => m.Event).Distinct(), Is.EqualTo(ids.Take(1)), "nothing overtakes what fails");
        Assert.That(_receiver.All.Select(m => m.Id).Distinct().Count(), Is.EqualTo(1), "the id is that of the message");
        await Settled();

        _receiver.Answer = (_, _) => Task.FromResult(200);
        Move(TimeSpan.FromHours(1));
        await _receiver.Accepts(5);
        Assert.That(_receiver.Accepted.Select(m => m.Event), Is.EqualTo(ids));
        Assert.That(_receiver.All.All(m => m.IsSignedWith(webhook.Secret)), "each try is signed with its own time");
        await Settled();
        var after = Subscriptions.Stored(_service.Database, webhook);
        Assert.That((after.Failures, after.FailingSince, after.NextTry), Is.EqualTo((0, (DateTimeOffset?)null, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task A_receiver_that_fails_for_three_days_is_disabled_and_shown_until_it_is_enabled()
    {
        var webhook = Subscribe();
        var other = await Receiver.Open();
        await using var disposed = other;
        Subscriptions.Add(_service.Database, other.Url, _clock.Now);
        _receiver.Answer = (_, _) => Task.FromResult(500);
        var ids = Subscriptions.Declare(_service.Database, _clock.Now, 3);
        await other.Accepts(3);

        var start = _clock.Now;
        while (Subscriptions.Stored(_service.Database, webhook) is { Disabled: null })
        {
            Assert.That(_clock.Now - start, Is.LessThanOrEqualTo(TimeSpan.FromDays(3)));
            await Settled();
            if (Subscriptions.Stored(_service.Database, webhook).NextTry is { } next)
            {
                var tries = _receiver.All.Count;
                Move(next - _clock.Now);
                await _receiver.Gets(tries + 1);
                await Settled();
            }
        }
        Assert.That(_clock.Now - start, Is.EqualTo(TimeSpan.FromDays(3)), "the last try is after three days");
        Assert.That(_receiver.All.Count, Is.InRange(30, 60));
        Assert.That((Delivery.Disabled, Delivery.Enabled), Is.EqualTo((1, 1)));
        var list = CommandRunner.Run("webhooks", "list", "--database", _service.Scratch.DatabaseFile);
        Assert.That(list.ExitCode, Is.EqualTo(1));
        Assert.That(list.Output, Does.Contain($"{webhook.Id}  disabled  {_receiver.Url}").And.Contain("the receiver answered 500"));

        var asked = _receiver.All.Count;
        _receiver.Answer = (_, _) => Task.FromResult(200);
        Move(TimeSpan.FromDays(30));
        await Settled();
        Assert.That(_receiver.All, Has.Count.EqualTo(asked), "nothing is sent to a disabled webhook");
        Assert.That(CommandRunner.Run("webhooks", "enable", webhook.Id, "--database", _service.Scratch.DatabaseFile).ExitCode, Is.Zero);
        await _receiver.Accepts(3);
        Assert.That(_receiver.Accepted.Take(3).Select(m => m.Event), Is.EqualTo(ids), "what it missed");
    }

    [Test]
    public async Task A_receiver_that_is_gone_for_good_is_disabled_at_once()
    {
        var webhook = Subscribe();
        _receiver.Answer = (_, _) => Task.FromResult(410);
        Subscriptions.Declare(_service.Database, _clock.Now);
        await _receiver.Gets(1);
        await Settled();
        Assert.That(Subscriptions.Stored(_service.Database, webhook).DisabledBecause, Does.Contain("410"));
    }

    [TestCase(301)]
    [TestCase(307)]
    public async Task A_redirect_is_not_followed(int status)
    {
        var webhook = Subscribe();
        _receiver.Answer = (_, response) =>
        {
            response.Headers.Location = "/elsewhere";
            return Task.FromResult(status);
        };
        Subscriptions.Declare(_service.Database, _clock.Now);
        await _receiver.Gets(1);
        await Settled();
        Assert.That(_receiver.All.Select(m => m.Path), Is.EqualTo(new[] { "/hook" }));
        Assert.That(Subscriptions.Stored(_service.Database, webhook).Problem, Does.Contain("redirects are not followed"));
    }

    [Test]
    public async Task A_body_without_end_holds_nothing_up()
    {
        Subscribe();
        _receiver.Answer = async (_, response) =>
        {
            var part = new byte[64 * 1024];
            await response.StartAsync();
            for (var n = 0; n < 64 && !response.HttpContext.RequestAborted.IsCancellationRequested; n++)
                await response.Body.WriteAsync(part);
            return 200;
        };
        var ids = Subscriptions.Declare(_service.Database, _clock.Now, 3);
        await _receiver.Gets(3);
        Assert.That(_receiver.All.Select(m => m.Event).Distinct(), Is.EqualTo(ids));
    }

    [Test]
    public async Task Progress_is_no_change_of_the_data()
    {
        var webhook = Subscribe();
        var current = _service.Services.GetRequiredService<CurrentRegister>();
        Subscriptions.Declare(_service.Database, _clock.Now);
        await _receiver.Accepts(1);
        await Settled();
        var (before, head) = (current.Now, Register.Load(_service.Database).Head);
        var changes = 0;
        current.Changed += () => Interlocked.Increment(ref changes);
        current.WriteBeside((connection, transaction) => WebhookStore.Save(connection, transaction, webhook));
        current.Refresh();
        Assert.That(changes, Is.Zero, "the register is not read again");
        Assert.That(current.Now, Is.SameAs(before));
        Assert.That(Register.Load(_service.Database).Head, Is.EqualTo(head));
        using (var connection = _service.Database.OpenWrite())
            connection.Execute("UPDATE treaty SET final_clauses = '{}' WHERE id = 'untoc'");
        Assert.That(Failure, Is.Not.Null.After(20_000, 50), "what others do is still seen");

        ReloadFailure? Failure()
        {
            current.Refresh();
            return current.Failure;
        }
    }

    [Test]
    public async Task Without_webhooks_nothing_runs_and_nothing_is_left()
    {
        Subscriptions.Declare(_service.Database, _clock.Now);
        await Settled();
        Assert.That(File.Exists($"{_service.Database.Path}-webhooks"), Is.False);
        var webhook = Subscribe();
        Subscriptions.Declare(_service.Database, _clock.Now.AddHours(1), state: "FRA");
        await _receiver.Accepts(1);
        Assert.That(CommandRunner.Run("webhooks", "remove", webhook.Id, "--database", _service.Scratch.DatabaseFile).ExitCode, Is.Zero);
        await Settled();
        Subscriptions.Declare(_service.Database, _clock.Now.AddHours(2), state: "DEU");
        await Settled();
        Assert.That(_receiver.All, Has.Count.EqualTo(1));
        Assert.That(Delivery.IsAsleep, "it waits for a change of the register and for nothing else");
    }

    [Test, Category("Slow")]
    public async Task A_restore_is_told_and_what_is_recorded_after_it()
    {
        var webhook = Subscribe();
        var backup = Path.Combine(_service.Scratch.Path, "backup.db");
        Assert.That(CommandRunner.Run("backup", backup, "--database", _service.Scratch.DatabaseFile).ExitCode, Is.Zero);
        Subscriptions.Declare(_service.Database, _clock.Now, 2);
        await _receiver.Accepts(2);
        await Settled();
        Assert.That(CommandRunner.Run("restore", backup, "--database", _service.Scratch.DatabaseFile).ExitCode, Is.Zero);
        await _receiver.Accepts(3);
        Assert.That(_receiver.Accepted[2].Type, Is.EqualTo("treatytracker.register.restored"));
        Assert.That(
            Subscriptions.Stored(_service.Database, webhook).Secret,
            Is.EqualTo(webhook.Secret),
            "the restore leaves webhooks alone"
        );
        Subscriptions.Declare(_service.Database, DateTimeOffset.UtcNow.AddHours(1));
        await _receiver.Accepts(4);
        Assert.That(_receiver.Accepted[3].Event, Is.EqualTo(_receiver.Accepted[0].Event));
        Assert.That(_receiver.Accepted[3].Id, Is.Not.EqualTo(_receiver.Accepted[0].Id), "recorded anew, it is another message");
    }

    /// <summary>Waits until nothing is being delivered, and all changes of the register are seen.</summary>
    async Task Settled()
    {
        _service.Services.GetRequiredService<CurrentRegister>().Refresh();
        Delivery.Wake();
        await CommandRunner.Until(() => Task.FromResult(Delivery.IsIdle), "nothing is being delivered");
    }
}
