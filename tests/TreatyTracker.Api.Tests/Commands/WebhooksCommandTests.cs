using System.Text;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Features.Webhooks;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Commands;

/// <summary>The commands of webhooks, and where their secrets must not be.</summary>
public sealed class WebhooksCommandTests
{
    const string Url = "https://hooks.example/treaties";

    Scratch _scratch = null!;

    [SetUp]
    public void Seed() => (_scratch = new()).Seeded();

    [TearDown]
    public void Remove() => _scratch.Dispose();

    CommandRunner.Result Run(params string[] args) => CommandRunner.Run(["webhooks", .. args, "--database", _scratch.DatabaseFile]);

    [Test]
    public void A_webhook_is_added_with_canonical_filters_listed_without_its_secret_and_removed()
    {
        var added = Run(
            "add",
            "--url",
            Url,
            "--treaty",
            "XVIII-12",
            "--treaty",
            "UNCAC",
            "--state",
            "kp",
            "--kind",
            "withdrawal",
            "--name",
            "Desk"
        );
        Assert.That(added.ExitCode, Is.Zero, added.Error);
        Assert.That(added.Output, Does.Match(@"\Awhsec_[A-Za-z0-9+/]{43}=\n\z"), "the secret alone, for a script");
        Assert.That(
            added.Error,
            Does.Contain(Url).And.Contain("only treaty untoc or uncac, state PRK, kind withdrawal").And.Not.Contain("whsec_")
        );
        var webhook = WebhookStore.List(_scratch.Database).Single();
        Assert.That(added.Error, Does.Contain(webhook.Id));
        Assert.That(added.Output.Trim(), Is.EqualTo(webhook.Secret));

        var list = Run("list");
        Assert.That(list.ExitCode, Is.Zero, list.Error);
        Assert.That(
            list.Output,
            Does.StartWith($"{webhook.Id}  enabled  {Url}\n  Desk; added ")
                .And.Contain("only treaty uncac or untoc, state PRK, kind withdrawal\n")
                .And.EndWith("nothing delivered yet; no recording to deliver\n")
                .And.Not.Contain("whsec_")
        );

        Assert.That(Run("remove", webhook.Id).Output, Is.EqualTo($"Webhook {webhook.Id} is removed.\n"));
        Assert.That(Run("list").Output, Does.StartWith("There are no webhooks."));
        Assert.That(File.ReadAllBytes(_scratch.DatabaseFile), Has.No.Property("Length").EqualTo(0));
        Assert.That(Text(_scratch.DatabaseFile), Does.Not.Contain(webhook.Secret), "the secret is gone from the file too");
    }

    [TestCase("--treaty: the register has no treaty 'untok'. Did you mean untoc", "--treaty", "untok")]
    [TestCase("--state: the register has no State or organization 'Japan'. Did you mean JPN (Japan)?", "--state", "Japan")]
    [TestCase("--kind: 'acession' is not one of signature, ", "--kind", "acession")]
    [TestCase("--name: The name must be one line", "--name", "a\nb")]
    public void A_wrong_value_gets_the_nearest_right_one_and_adds_nothing(string says, params string[] args)
    {
        var run = Run(["add", "--url", Url, .. args]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Error);
        Assert.That(run.Error, Does.StartWith(says));
        Assert.That(WebhookStore.List(_scratch.Database), Is.Empty);
    }

    [TestCase("http://hooks.example/")]
    [TestCase("https://127.0.0.1/")]
    [TestCase("https://10.1.2.3/")]
    [TestCase("nonsense")]
    public void An_address_that_must_not_be_called_is_refused(string url)
    {
        var run = Run("add", "--url", url);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Error);
        Assert.That(run.Error, Does.StartWith("--url: "));
    }

    [Test]
    public void A_register_that_is_missing_or_empty_gets_no_webhook()
    {
        var missing = Path.Combine(_scratch.Path, "missing.db");
        var run = CommandRunner.Run("webhooks", "add", "--url", Url, "--database", missing);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Error);
        Assert.That(run.Error, Does.StartWith("There is no database").And.Contain(missing));
        Assert.That(File.Exists(missing), Is.False);
        new Database(missing).Prepare();
        run = CommandRunner.Run("webhooks", "add", "--url", Url, "--database", missing);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Error);
        Assert.That(run.Error, Does.Contain("is empty. Serve or import first"));
    }

    [TestCase("remove")]
    [TestCase("enable")]
    [TestCase("test")]
    public void An_unknown_id_gets_the_nearest_one(string command)
    {
        Assert.That(Run(command, "wh_x").Error, Does.StartWith("There is no webhook 'wh_x': the register has none."));
        Run("add", "--url", Url);
        var id = WebhookStore.List(_scratch.Database).Single().Id;
        var run = Run(command, id[..^1]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain($"Did you mean {id}?"));
    }

    [Test]
    public async Task A_test_says_what_came_back()
    {
        await using var receiver = await Receiver.Open();
        Assert.That(Run("add", "--url", receiver.Url, "--webhooks-private", "true").ExitCode, Is.Zero);
        var webhook = WebhookStore.List(_scratch.Database).Single();
        var run = Run("test", webhook.Id, "--webhooks-private", "true");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Match(@"\ADelivered: the receiver answered 204 after \d+ ms\.\n\z"));
        Assert.That(receiver.All.Single().Type, Is.EqualTo("treatytracker.webhook.test"));
        Assert.That(receiver.All.Single().IsSignedWith(webhook.Secret));

        receiver.Answer = (_, _) => Task.FromResult(500);
        run = Run("test", webhook.Id, "--webhooks-private", "true");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((1, "Not delivered: the receiver answered 500.\n")));
        Assert.That(Run("test", webhook.Id).Output, Does.StartWith("Not delivered: the address is not encrypted"));
        Assert.That(WebhookStore.List(_scratch.Database).Single().Failures, Is.Zero, "a test is no delivery");
    }

    [Test, Category("Slow")]
    public async Task No_copy_of_the_register_has_webhooks_or_secrets()
    {
        Run("add", "--url", Url);
        Run("add", "--url", $"{Url}/gone");
        var webhooks = WebhookStore.List(_scratch.Database);
        var version = Register.Load(_scratch.Database);
        Run("remove", webhooks[1].Id);
        Assert.That(
            (Register.Load(_scratch.Database).Version, Register.Load(_scratch.Database).Head),
            Is.EqualTo((version.Version, version.Head))
        );
        var verify = CommandRunner.Run("verify", "--database", _scratch.DatabaseFile);
        Assert.That(verify.ExitCode, Is.Zero, verify.Output);

        var backup = Path.Combine(_scratch.Path, "backup.db");
        Assert.That(CommandRunner.Run("backup", backup, "--database", _scratch.DatabaseFile).ExitCode, Is.Zero);
        var export = Path.Combine(_scratch.Path, "export.sqlite");
        using (var host = new TestHost(_scratch.DatabaseFile, Repository.Seeds))
        using (var client = host.CreateClient())
        {
            await File.WriteAllBytesAsync(export, await client.GetByteArrayAsync("/v1/export/treatytracker.sqlite"));
            var package = await client.GetByteArrayAsync("/v1/export/treatytracker.zip");
            Assert.That(Encoding.Latin1.GetString(package), Does.Not.Contain("webhook"));
        }
        foreach (var copy in new[] { backup, export })
        {
            Assert.That(WebhookStore.List(new(copy)), Is.Empty, copy);
            foreach (var webhook in webhooks)
                Assert.That(Text(copy), Does.Not.Contain(webhook.Secret).And.Not.Contain("hooks.example"), copy);
            Assert.That(CommandRunner.Run("verify", "--database", copy).ExitCode, Is.Zero, copy);
        }
        Assert.That(CommandRunner.Run("restore", export, "--database", _scratch.DatabaseFile).ExitCode, Is.Zero);
        Assert.That(
            WebhookStore.List(_scratch.Database).Single().Secret,
            Is.EqualTo(webhooks[0].Secret),
            "a restore leaves them as they are"
        );
    }

    static string Text(string file) =>
        string.Concat(new[] { file, file + "-wal" }.Where(File.Exists).Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f))));
}
