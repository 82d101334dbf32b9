using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Features.Webhooks;
using TreatyTracker.Api.Tests.Features.Webhooks;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Documentation;

/// <summary>The receivers in api/README.md run, accept what the service signs, and nothing else.</summary>
[Category("Slow")]
public sealed class WebhookReadmeTests
{
    [TestCase("python", "python3", ".py")]
    [TestCase("js", "node", ".cjs")]
    public async Task A_receiver_as_shown_verifies_messages(string language, string program, string extension)
    {
        var code = Regex
            .Matches(Documents.Text("api/README.md"), $@"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(m => m.Groups[1].Value)
            .Single(c => c.Contains("webhook-signature", StringComparison.Ordinal));
        using var scratch = new Scratch();
        var (port, file) = (CommandRunner.FreePort(), Path.Combine(scratch.Path, $"receiver{extension}"));
        await File.WriteAllTextAsync(file, code.Replace("8090", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var webhook = Subscriptions.To($"http://127.0.0.1:{port}/");
        var start = new ProcessStartInfo(Programs.Need(program, "to run a receiver of api/README.md"), [file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["WEBHOOK_SECRET"] = webhook.Secret },
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        try
        {
            var lines = new ConcurrentQueue<string?>();
            process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using var sender = new WebhookSender(new(AllowsPrivate: true), TimeProvider.System);
            using var late = new WebhookSender(new(AllowsPrivate: true), new Clock { Now = DateTimeOffset.UtcNow.AddMinutes(-10) });
            var message = Outbox.Test(webhook, DateTimeOffset.UtcNow);
            WebhookAnswer answer = null!;
            await CommandRunner.Until(
                async () => (answer = await sender.Send(webhook, message, default)).Status is not null,
                $"the receiver answers {answer}"
            );
            Assert.That(answer, Is.EqualTo(new WebhookAnswer(204, null)));
            var forged = await sender.Send(webhook with { Secret = WebhookSignature.NewSecret() }, message, default);
            Assert.That(forged.Status, Is.EqualTo(401), "another secret");
            Assert.That((await late.Send(webhook, message, default)).Status, Is.EqualTo(401), "an old message");
            await CommandRunner.Until(
                () => Task.FromResult(lines.Any(l => l?.StartsWith("treatytracker.webhook.test", StringComparison.Ordinal) is true)),
                "it says what arrived"
            );
        }
        finally
        {
            process.Kill();
        }
    }
}
