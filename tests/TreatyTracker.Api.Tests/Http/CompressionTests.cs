using System.IO.Compression;
using System.Net;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Http;

public sealed class CompressionTests
{
    const string Table = "/v1/treaties/untoc/parties?asOf=2017-06-30&limit=500";

    [TestCase("br", "br")]
    [TestCase("gzip", "gzip")]
    [TestCase("gzip, br", "br")]
    [TestCase("br;q=0, gzip", "gzip")]
    [TestCase("identity", null)]
    [TestCase(null, null)]
    public async Task The_best_coding_that_is_accepted_is_used_and_gives_the_same_answer(string? accepted, string? used)
    {
        var plain = await Service.Client.GetStringAsync(Table);
        // The second time the answer is kept, the third time it comes from what is kept.
        for (var time = 0; time < 3; time++)
        {
            using var response = await Ask(Table, accepted);
            Assert.That(response.Content.Headers.ContentEncoding.SingleOrDefault(), Is.EqualTo(used));
            Assert.That(await Decoded(response), Is.EqualTo(plain));
            Assert.That(response.Headers.Vary, Does.Contain("Accept-Encoding"));
        }
    }

    [Test]
    public async Task Each_content_coding_has_its_own_tag()
    {
        var tags = new List<string>();
        foreach (var accepted in new[] { "br", "gzip", null })
        {
            using var first = await Ask(Table, accepted);
            tags.Add(first.Headers.ETag!.ToString());
            using var again = await Ask(Table, accepted, tags[^1]);
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified), accepted);
        }
        Assert.That(tags, Is.Unique);
    }

    [TestCase("/pages.css")]
    [TestCase("/openapi.yaml")]
    [TestCase("/openapi.json")]
    [TestCase("/swagger/index.html")]
    public async Task A_fixed_answer_has_one_weak_tag_however_it_is_sent(string url)
    {
        using var plain = await Ask(url, null);
        using var coded = await Ask(url, "br");
        using var again = await Ask(url, "br", coded.Headers.ETag!.ToString());
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        foreach (var answer in new[] { plain, coded, again })
        {
            Assert.That(answer.Headers.ETag!.ToString(), Does.StartWith("W/").And.EqualTo(plain.Headers.ETag!.ToString()));
            if (!url.StartsWith("/swagger", StringComparison.Ordinal))
                Assert.That(answer.Headers.Vary, Is.EqualTo(new[] { "Accept-Encoding" }));
        }
    }

    [TestCase("/")]
    [TestCase("/treaties/untoc")]
    [TestCase("/docs/counts")]
    public async Task A_page_has_a_strong_tag_for_each_coding(string url)
    {
        using var plain = await Ask(url, null);
        using var coded = await Ask(url, "br");
        using var again = await Ask(url, "br", coded.Headers.ETag!.ToString());
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(coded.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "br" }));
        Assert.That((plain.Headers.ETag!.IsWeak, coded.Headers.ETag!.IsWeak), Is.EqualTo((false, false)));
        Assert.That(coded.Headers.ETag, Is.Not.EqualTo(plain.Headers.ETag));
    }

    [TestCase("/v1/export/data/events.csv")]
    [TestCase("/v1/export/datapackage.json")]
    [TestCase("/v1/export/treatytracker.sqlite")]
    public async Task Files_that_support_ranges_are_never_compressed(string url)
    {
        using var response = await Ask(url, "br, gzip");
        Assert.That(response.Content.Headers.ContentEncoding, Is.Empty);
        Assert.That(response.Headers.AcceptRanges, Is.EqualTo(new[] { "bytes" }));
        Assert.That(response.Headers.ETag!.IsWeak, Is.False);
    }

    [TestCase("/v1/events?format=csv", "text/csv")]
    [TestCase("/v1/events?format=ndjson", "application/x-ndjson")]
    [TestCase("/openapi.yaml", "application/yaml")]
    [TestCase("/", "text/html")]
    public async Task All_text_is_compressed(string url, string type)
    {
        var plain = await Service.Client.GetStringAsync(url);
        using var response = await Ask(url, "br");
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(type));
        Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "br" }));
        Assert.That(await Decoded(response), Is.EqualTo(plain));
    }

    static Task<HttpResponseMessage> Ask(string url, string? accepted, string? held = null) =>
        Service.Client.Ask(url, ("Accept-Encoding", accepted), ("If-None-Match", held));

    static async Task<string> Decoded(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(
            response.Content.Headers.ContentEncoding.SingleOrDefault() switch
            {
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                _ => body,
            }
        );
        return await reader.ReadToEndAsync();
    }
}
