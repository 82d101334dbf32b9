using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>
/// Whatever is sent with a key, the answer is one that the document describes, never a fault of the service, and what is recorded breaks no
/// rule. The environment variable FUZZ_REQUESTS asks for another number of requests, FUZZ_SEED for other ones.
/// </summary>
[Category("Slow")]
public sealed class RandomRecordingTests
{
    [Test]
    public async Task Random_bodies_are_answered_as_documented_and_nothing_recorded_breaks_a_rule()
    {
        var (seed, requests) = (TestSettings.Number("FUZZ_SEED", 5), TestSettings.Number("FUZZ_REQUESTS", 1000) / 2);
        TestContext.Out.WriteLine($"FUZZ_REQUESTS={requests * 2} FUZZ_SEED={seed}");
        using var recorder = new Recorder();
        // Commands have the clock of the machine.
        recorder.Clock.Now = DateTimeOffset.UtcNow.AddHours(-8);
        var operations = await Contract.Operations();
        Operation Of(string path) => operations.Single(o => o.Method == "POST" && o.Path == path);
        var (record, correct, check) = (Of("/v1/events"), Of("/v1/events/{id}/corrections"), Of("/v1/consistency/check"));
        var (wrong, seen) = (new List<string>(), new SortedDictionary<int, int>());
        for (var n = 0; n < requests && wrong.Count < 10; n++)
        {
            var random = new Random(seed * 1_000_003 + n);
            var operation = random.Next(10) switch
            {
                < 6 => record,
                < 9 => correct,
                _ => check,
            };
            var ids = recorder.Current.Facts.Events;
            var url = operation.Path.Replace("{id}", ids[random.Next(ids.Count)].Id, StringComparison.Ordinal);
            var body = RandomBody.Of(operation, random)!;
            recorder.Clock.Now = recorder.Clock.Now.AddSeconds(1);
            using var response = await recorder.Send(body, url);
            var status = (int)response.StatusCode;
            seen[status] = seen.GetValueOrDefault(status) + 1;
            var breaches = (await Contract.Breaches(operation, response)).ToList();
            if (status >= 500)
                breaches.Add(await response.Content.ReadAsStringAsync());
            if (breaches.Count > 0)
                wrong.Add($"{n}: {operation.Method} {url} {body}\n  {string.Join("\n  ", breaches)}");
        }
        TestContext.Out.WriteLine(string.Join(", ", seen.Select(s => $"{s.Key}: {s.Value}")));
        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
        Assert.That(seen.Keys, Is.SupersetOf(new[] { 200, 201, 400, 422 }), "what was sent is too tame");

        var register = Register.LoadExisting(recorder.Database);
        Assert.That(register.Head, Is.EqualTo(recorder.Current.Head));
        var report = Checker.Run(
            CheckContext.OfRegister(register, DateOnly.FromDateTime(recorder.Clock.Now.UtcDateTime)),
            register.Facts.Waivers,
            CheckOptions.Everything
        );
        Assert.That(report.Failing(Severity.Error).Select(f => f.Found), Is.Empty);
        // And what was recorded goes into seeds and comes back.
        var directory = Path.Combine(recorder.Scratch.Path, "export");
        Assert.That(CommandRunner.Run("export", directory, "--database", recorder.Scratch.DatabaseFile).ExitCode, Is.Zero);
        var import = CommandRunner.Run("import", "--seeds", directory, "--database", recorder.Scratch.DatabaseFile);
        Assert.That(import.Output, Is.EqualTo("The register already contains all of it.\n"), import.Error);
    }
}
