using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Events;

/// <summary>The log of recordings.</summary>
public sealed class RecordingsListTests
{
    [Test]
    public async Task Each_recording_says_when_by_whom_how_much_and_the_data_version_before_and_after()
    {
        using var host = new Hosted();
        var current = host.Services.GetRequiredService<CurrentRegister>();
        Import.Run(host.Database, ChangedRegister.Facts, DateTimeOffset.UtcNow);
        Import.Run(host.Database, ChangedRegister.KeepingAll(RegisterChanges.Changed), DateTimeOffset.UtcNow);
        current.Refresh();
        var log = current.Now!.Log;

        var first = JsonNode.Parse(await host.Client.GetStringAsync("/v1/recordings?limit=2"))!;
        Assert.That((int)first["total"]!, Is.EqualTo(3));
        Assert.That(first["items"]!.AsArray().Select(r => (int)r!["number"]!), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(first["items"]![0]!["dataBefore"], Is.Null);
        Assert.That((string?)first["items"]![1]!["dataBefore"], Is.EqualTo(log.All[0].DataVersion));
        var next = JsonNode.Parse(await host.Client.GetStringAsync($"/v1/recordings?limit=2&cursor={(string)first["next"]!}"))!;
        var last = next["items"]!.AsArray().Single()!;
        Assert.That(
            ((string?)last["recordedBy"], (string?)last["dataAfter"], (string?)last["hash"], (int)last["events"]!),
            Is.EqualTo(("import", current.Now.Version, current.Now.Head, log.Newest!.Events))
        );
        Assert.That((string?)last["recordedAt"], Is.EqualTo(Instant.Text(log.Newest.Instant)));
        Assert.That(JsonNode.Parse(await host.Client.GetStringAsync("/v1/recordings/3"))!.ToJsonString(), Is.EqualTo(last.ToJsonString()));
        Assert.That(
            await host.Client.GetStringAsync("/v1/recordings?format=csv"),
            Does.StartWith("number,recordedAt,recordedBy,note,events,dataBefore,dataAfter,hash\r\n1,")
        );
    }

    [Test, Category("Slow")]
    public async Task A_restore_is_a_recording_and_no_cached_answer_hides_it()
    {
        using var host = new Hosted();
        var current = host.Services.GetRequiredService<CurrentRegister>();
        var backup = Path.Combine(host.Scratch.Path, "backup.db");
        Backup.Make(host.Database, backup, replace: false);
        using var before = await host.Client.GetAsync("/v1/version");
        Import.Run(host.Database, RegisterChanges.Changed, DateTimeOffset.UtcNow);
        current.Refresh();
        var lost = current.Now!.Head;
        Backup.Restore(backup, host.Database, _ => { });
        current.Refresh();
        Assert.That(current.Failure, Is.Null);
        var recording = JsonNode.Parse(await host.Client.GetStringAsync("/v1/recordings/2"))!;
        Assert.That(((string?)recording["recordedBy"], (string?)recording["note"]), Is.EqualTo(("restore", $"replaces {lost}")));
        Assert.That((string?)recording["dataAfter"], Is.EqualTo((string?)recording["dataBefore"]));
        using var after = await host.Client.Ask("/v1/version", ("If-None-Match", before.Headers.ETag!.Tag));
        Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("0")]
    [TestCase("2")]
    [TestCase("x")]
    public async Task An_unknown_recording_is_a_problem_that_says_which_there_are(string number)
    {
        using var response = await Service.Client.GetAsync($"/v1/recordings/{number}");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("The register has the recordings 1 to 1"));
    }
}
