using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.Export;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Export;

[Category("Slow")]
public sealed class ExportCacheTests
{
    [Test]
    public async Task Concurrent_requests_share_one_file_and_new_data_gets_a_new_one()
    {
        using var cache = new TestCache();
        var texts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => cache.Text())));
        Assert.That(texts, Is.All.EqualTo("file 1"));

        cache.Change("changed");
        texts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => cache.Text())));
        Assert.That(texts, Is.All.EqualTo("file 2"));
        Assert.That(Directory.Exists(cache.Directories[0]), Is.False, "what is superseded goes");
    }

    [Test]
    public async Task A_file_newer_than_the_snapshot_is_served_until_the_snapshot_is_newer()
    {
        using var cache = new TestCache();
        var old = cache.Register.Version;
        cache.BackUp();
        cache.Holds = cache.Written("changed");
        Assert.That(await cache.Text(), Is.EqualTo("file 1"));
        Assert.That(await cache.Text(), Is.EqualTo("file 1"), "the snapshot lags behind: making it again would not help");
        cache.Current.Refresh();
        Assert.That((cache.Register.Version, await cache.Text()), Is.EqualTo((cache.Holds.Version, "file 1")), "now it has caught up");

        cache.Holds = null;
        cache.Restore();
        Assert.That(
            (cache.Register.Version, await cache.Text()),
            Is.EqualTo((old, "file 2")),
            "a backup brings the old data back, which the file never held"
        );
    }

    [Test]
    public async Task A_restore_to_the_data_of_a_file_is_a_recording_that_the_file_lacks()
    {
        using var cache = new TestCache();
        cache.BackUp();
        Assert.That(await cache.Text(), Is.EqualTo("file 1"));
        var version = cache.Register.Version;
        cache.Change("changed");
        cache.Restore();
        Assert.That((cache.Register.Version, await cache.Text()), Is.EqualTo((version, "file 2")));
    }

    [Test]
    public async Task A_replaced_file_can_still_be_read_to_its_end()
    {
        using var cache = new TestCache();
        var answer = await cache.Files.Answer("file", "text/plain", null, default);
        cache.Change("changed");
        Assert.That(await cache.Text(), Is.EqualTo("file 2"));
        Assert.That(Directory.Exists(cache.Directories[0]), Is.False);
        Assert.That(await TestCache.TextOf(answer!), Is.EqualTo("file 1"));
    }

    [Test]
    public async Task A_deleted_file_is_created_again()
    {
        using var cache = new TestCache();
        await cache.Text();
        Directory.Delete(cache.Directories[0], recursive: true);
        Assert.That(await cache.Text(), Is.EqualTo("file 2"));
    }

    [Test]
    public async Task A_failed_file_gets_a_problem_leaves_nothing_behind_and_is_retried()
    {
        using var cache = new TestCache { Fails = true };
        Assert.That(await cache.Text(), Does.Contain("\"status\":503").And.Contain("cannot create the file"));
        Assert.That(Directory.Exists(cache.Directories[0]), Is.False);
        cache.Fails = false;
        Assert.That(await cache.Text(), Is.EqualTo("file 2"));
    }

    [Test]
    public async Task No_file_remains_after_disposal()
    {
        var cache = new TestCache();
        await cache.Text();
        Assert.That(Directory.Exists(cache.Directories[0]));
        cache.Dispose();
        Assert.That(Directory.Exists(cache.Directories[0]), Is.False);
    }

    [Test]
    public async Task Leftovers_of_a_killed_service_are_removed_at_the_next_start_and_files_of_a_running_one_stay()
    {
        using var running = new TestCache();
        await running.Text();
        using var ended = System.Diagnostics.Process.Start("true");
        await ended.WaitForExitAsync();
        var left = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"treatytracker-export-{ended.Id}-aB3dE6")).FullName;
        await File.WriteAllTextAsync(Path.Combine(left, "file"), "left");

        using var started = new Hosted();

        Assert.That(Directory.Exists(left), Is.False);
        Assert.That(Directory.Exists(running.Directories[0]), Is.True);
        Assert.That(await running.Text(), Is.EqualTo("file 1"));
    }

    /// <summary>A register, and files that contain the number of times they were created.</summary>
    sealed class TestCache : IDisposable
    {
        readonly Scratch _scratch = new();
        readonly Facts _facts = SeedReader.Read(Repository.Seeds);

        public TestCache()
        {
            Current = new(_scratch.Seeded(), NullLogger<CurrentRegister>.Instance);
            Current.Refresh();
            Files = new(Make, Current, TimeProvider.System, NullLogger.Instance);
        }

        public CurrentRegister Current { get; }

        public Register Register => Current.Now!;

        public ExportCache Files { get; }

        public List<string> Directories { get; } = [];

        /// <summary>What the next file holds; by default the snapshot.</summary>
        public Register? Holds { get; set; }

        public bool Fails { get; set; }

        public async Task<string> Text() => await TextOf((await Files.Answer("file", "text/plain", null, default))!);

        public static async Task<string> TextOf(IResult answer)
        {
            using var body = new MemoryStream();
            var http = new DefaultHttpContext { RequestServices = Service.Services, Response = { Body = body } };
            http.Request.Method = "GET";
            await answer.ExecuteAsync(http);
            await http.Response.CompleteAsync();
            return System.Text.Encoding.UTF8.GetString(body.ToArray());
        }

        /// <summary>Writes other data and returns the register with it.</summary>
        public Register Written(string note)
        {
            Import.Run(
                _scratch.Database,
                _facts with
                {
                    Events = [.. _facts.Events.Select(e => e.Id == _facts.Events[0].Id ? e with { Note = note } : e)],
                },
                Times.Start.AddDays(1)
            );
            return Register.Load(_scratch.Database);
        }

        public void Change(string note)
        {
            Written(note);
            Current.Refresh();
        }

        public void BackUp() => Backup.Make(_scratch.Database, Path.Combine(_scratch.Path, "backup.db"), replace: false);

        public void Restore()
        {
            Backup.Restore(Path.Combine(_scratch.Path, "backup.db"), _scratch.Database, SeedDirectory.Check);
            Current.Refresh();
        }

        public void Dispose()
        {
            Files.Dispose();
            Current.Dispose();
            _scratch.Dispose();
        }

        async Task<Register> Make(string directory, Register register)
        {
            Directories.Add(directory);
            await File.WriteAllTextAsync(Path.Combine(directory, "file"), $"file {Directories.Count}");
            return Fails ? throw new IOException("No space left on device") : Holds ?? register;
        }
    }
}
