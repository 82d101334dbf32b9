using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Dapper;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Api.Tests.OpenApi;

namespace TreatyTracker.Api.Tests.Features.Export;

public sealed class DownloadTests
{
    const string Sqlite = "/v1/export/treatytracker.sqlite",
        Zip = "/v1/export/treatytracker.zip",
        Descriptor = "/v1/export/datapackage.json",
        Events = "/v1/export/data/events.csv";

    static readonly string[] s_files = [Sqlite, Zip, Descriptor, Events];

    [Test]
    public async Task The_copy_of_the_database_is_complete_has_the_stated_version_and_needs_no_log()
    {
        using var scratch = new Scratch();
        using var response = await Service.Client.Ask(Sqlite);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        File.WriteAllBytes(scratch.DatabaseFile, bytes);

        Assert.That(bytes[18..20], Is.EqualTo(new byte[] { 1, 1 }), "a rollback journal");
        RegisterChanges.MustBeSound(scratch.Database);
        using (var connection = scratch.Database.OpenRead())
            Assert.That(connection.ExecuteScalar<int>("SELECT count(*) FROM party WHERE treaty = 'untoc'"), Is.GreaterThan(187));
        Assert.That(Directory.GetFiles(scratch.Path).Select(Path.GetFileName), Is.EqualTo(new[] { "treaties.db" }));
        var register = Register.LoadExisting(scratch.Database);
        Assert.That(register.Version, Is.EqualTo((string?)(await Service.Get("/v1/version"))["data"]));
        Assert.That(response.Headers.GetValues("X-Data-Version"), Is.EqualTo(new[] { register.Version }));
        Assert.That(
            response.Content.Headers.ContentDisposition!.ToString(),
            Does.StartWith($"attachment; filename=treatytracker-{register.Version}.sqlite")
        );
    }

    [TestCaseSource(nameof(s_files))]
    public async Task The_ETag_is_a_hash_of_the_bytes_and_gives_304(string url)
    {
        using var whole = await Service.Client.Ask(url);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        Assert.That(whole.Headers.ETag!.ToString(), Is.EqualTo($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
        Assert.That(whole.Content.Headers.LastModified, Is.Not.Null);
        Assert.That(whole.Headers.AcceptRanges, Is.EqualTo(new[] { "bytes" }));
        Assert.That(whole.Headers.CacheControl!.Public, Is.True);

        foreach (var held in new[] { whole.Headers.ETag.ToString(), "W/" + whole.Headers.ETag, "\"other\", " + whole.Headers.ETag, "*" })
        {
            using var again = await Service.Client.Ask(url, ("If-None-Match", held));
            Assert.That(
                (again.StatusCode, again.Headers.ETag, (await again.Content.ReadAsByteArrayAsync()).Length),
                Is.EqualTo((HttpStatusCode.NotModified, whole.Headers.ETag, 0)),
                held
            );
        }
        using var other = await Service.Client.Ask(url, ("If-None-Match", "\"other\""));
        Assert.That((await other.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(bytes));
        using var since = await Service.Client.Ask(url, ("If-Modified-Since", whole.Content.Headers.LastModified!.Value.ToString("R")));
        Assert.That(since.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [TestCase("bytes=0-99", 0, 100)]
    [TestCase("bytes=1000-1000", 1000, 1)]
    [TestCase("bytes=-50", -50, 50)]
    [TestCase("bytes=5000-", 5000, -5000)]
    [TestCase("bytes=100-99999999", 100, -100)]
    public async Task Parts_are_ranges_of_the_whole_file(string range, int from, int length)
    {
        foreach (var url in s_files)
        {
            using var whole = await Service.Client.Ask(url);
            var bytes = await whole.Content.ReadAsByteArrayAsync();
            var first = from < 0 ? bytes.Length + from : from;
            var last = first + (length < 0 ? bytes.Length + length : length) - 1;

            foreach (
                var condition in new[]
                {
                    ("X-Nothing", "-"),
                    ("If-Range", whole.Headers.ETag!.ToString()),
                    ("If-Match", whole.Headers.ETag.ToString()),
                }
            )
            {
                using var part = await Service.Client.Ask(url, ("Range", range), condition);
                Assert.That(part.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent), url);
                Assert.That(part.Content.Headers.ContentRange, Is.EqualTo(new ContentRangeHeaderValue(first, last, bytes.Length)));
                Assert.That(
                    (await part.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(bytes.AsSpan(first..(last + 1))),
                    $"{url} {range}"
                );
                Assert.That(part.Headers.ETag, Is.EqualTo(whole.Headers.ETag));
                await Contract.MustHold(part);
            }
        }
    }

    [TestCase("\"other\"")]
    [TestCase("DATE")]
    public async Task A_part_of_another_file_is_never_sent(string ifRange)
    {
        using var whole = await Service.Client.Ask(Zip);
        using var answer = await Service.Client.Ask(
            Zip,
            ("Range", "bytes=10-19"),
            ("If-Range", ifRange == "DATE" ? whole.Content.Headers.LastModified!.Value.ToString("R") : ifRange)
        );
        Assert.That(
            (answer.StatusCode, answer.Content.Headers.ContentLength),
            Is.EqualTo((HttpStatusCode.OK, whole.Content.Headers.ContentLength))
        );
    }

    [TestCase("Range", "bytes=99999999-", 416)]
    [TestCase("If-Match", "\"other\"", 412)]
    [TestCase("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT", 412)]
    [TestCase("Accept", "text/html", 406)]
    public async Task An_unsatisfiable_request_gets_a_problem(string header, string value, int status)
    {
        foreach (var url in s_files)
        {
            using var response = await Service.Client.Ask(url, (header, value));
            Assert.That(
                ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType),
                Is.EqualTo((status, "application/problem+json")),
                url
            );
            Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(response.Headers.ETag, Is.Null);
            Assert.That(response.Content.Headers.ContentDisposition, Is.Null);
            await Contract.MustHold(response);
            if (status != 416)
                continue;
            using var whole = await Service.Client.Ask(url);
            Assert.That(response.Content.Headers.ContentRange!.ToString(), Is.EqualTo($"bytes */{whole.Content.Headers.ContentLength}"));
        }
    }

    [TestCaseSource(nameof(s_files))]
    public async Task HEAD_returns_all_headers_and_no_body(string url)
    {
        using var get = await Service.Client.Ask(url);
        using var head = await Service.Client.Ask(HttpMethod.Head, url, ("Range", "bytes=0-9"));
        Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await head.Content.ReadAsByteArrayAsync()).Length, Is.Zero);
        Assert.That(
            head.Content.Headers.Where(h => h.Key != "Expires").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"),
            Is.EquivalentTo(get.Content.Headers.Where(h => h.Key != "Expires").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"))
        );
        Assert.That(head.Headers.ETag, Is.EqualTo(get.Headers.ETag));
    }

    [Test]
    public async Task An_unknown_table_gets_a_suggestion()
    {
        using var response = await Service.Client.Ask("/v1/export/data/evnts.csv");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Did you mean events.csv"));
        await Contract.MustHold(response);
        foreach (var stray in new[] { "..%2Fdatapackage.json", "%2E%2E", "treatytracker.zip" })
            Assert.That((await Service.Client.GetAsync($"/v1/export/data/{stray}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), stray);
    }

    [Test]
    public async Task The_same_history_gives_the_same_bytes_on_another_machine()
    {
        using var hosted = new Hosted(_ => SmallRecord.Path);
        foreach (var url in s_files)
        {
            using var here = await Service.Client.Ask(url);
            using var there = await hosted.Client.Ask(url);
            Assert.That(there.Headers.ETag, Is.EqualTo(here.Headers.ETag), url);
        }
    }

    [Test, Category("Slow")]
    public async Task During_imports_every_copy_contains_the_version_that_its_answer_states()
    {
        using var hosted = new Hosted();
        await RegisterChanges.MustNotMix(
            hosted.Database,
            15,
            async i =>
            {
                using var response = await hosted.Client.Ask(Sqlite);
                Assert.That((int)response.StatusCode, Is.EqualTo(200), await response.Content.ReadAsStringAsync());
                var file = Path.Combine(hosted.Scratch.Path, $"copy-{i}.sqlite");
                File.WriteAllBytes(file, await response.Content.ReadAsByteArrayAsync());
                var held = Register.LoadExisting(new(file)).Version;
                Assert.That(response.Headers.GetValues("X-Data-Version"), Is.EqualTo(new[] { held }), $"copy {i}");
                File.Delete(file);
                return held;
            }
        );
    }
}
