using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Api.Tests.OpenApi;

namespace TreatyTracker.Api.Tests.Features;

/// <summary>The same <c>asOf</c> and <c>knownAt</c> give the same answer for ever, whatever reference data is recorded later.</summary>
public sealed partial class PastAnswersTests
{
    [Test]
    public async Task Answers_known_at_an_instant_stay_byte_for_byte_the_same_when_all_reference_data_changes()
    {
        using var host = new Hosted();
        var current = host.Services.GetRequiredService<CurrentRegister>();
        var known = Instant.Text(current.Now!.LastRecordedAt!.Value);
        var operations = (await Contract.Operations()).Where(o => o.Method == "GET" && o.Parameters.Any(p => p.Name == "knownAt")).ToList();
        Assert.That(operations.Where(o => o.Parameters.All(p => p.Name != "version")).Select(o => o.Id), Is.Empty);
        var urls = Urls("knownAt", known);
        var versions = Urls("version", "1");
        List<string> Urls(string name, string value) =>
            [
                .. operations
                    .Select(o =>
                        o.Url([
                            .. o.Least.Where(p => p.Key != "knownAt"),
                            KeyValuePair.Create(name, value),
                            .. o.Parameters.Any(p => p.Name == "asOf")
                                ? [KeyValuePair.Create("asOf", "2024-01-01")]
                                : Array.Empty<KeyValuePair<string, string>>(),
                        ])
                    )
                    .Distinct(),
            ];
        Assert.That(urls, Has.Count.GreaterThan(20));
        var before = await Bodies(host, urls);
        // The gate of the consistency check answers 409, and the convention has no list.
        Assert.That(before.Values.Count(b => b.StartsWith("200 ", StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(urls.Count - 2));
        var without = await Bodies(host, urls.Select(u => Without(u, known)));

        Import.Run(host.Database, ChangedRegister.Facts, DateTimeOffset.UtcNow);
        current.Refresh();
        Assert.That(current.Failure, Is.Null);

        var after = await Bodies(host, urls);
        var byVersion = await Bodies(host, versions);
        Assert.Multiple(() =>
        {
            foreach (var url in urls)
                Assert.That(after[url], Is.EqualTo(before[url]), url);
            foreach (var (url, version) in urls.Zip(versions))
                Assert.That(WithoutAddress(byVersion[version]), Is.EqualTo(WithoutAddress(before[url])), version);
        });
        // Nearly all of them show some reference data, so that the answers of today differ.
        var now = await Bodies(host, without.Keys);
        Assert.That(without.Count(b => now[b.Key] != b.Value), Is.GreaterThan(urls.Count * 3 / 4));
    }

    [Test]
    public async Task A_treaty_recorded_later_was_not_known_and_the_problem_says_since_when_it_is()
    {
        using var host = new Hosted();
        var current = host.Services.GetRequiredService<CurrentRegister>();
        var known = Instant.Text(current.Now!.LastRecordedAt!.Value);
        Import.Run(host.Database, ChangedRegister.Facts, DateTimeOffset.UtcNow);
        current.Refresh();
        using var unknown = await host.Client.GetAsync($"/v1/treaties/{ChangedRegister.NewTreaty}?knownAt={known}");
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(
            await unknown.Content.ReadAsStringAsync(),
            Does.Contain($"It was first recorded at {Instant.Text(current.Now!.LastRecordedAt!.Value)}")
        );
        using var now = await host.Client.GetAsync($"/v1/treaties/{ChangedRegister.NewTreaty}");
        Assert.That(now.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_version_tells_the_head_and_the_number_of_recordings()
    {
        var version = await Service.Get("/v1/version");
        var register = Service.Services.GetRequiredService<CurrentRegister>().Now!;
        Assert.That((string?)version["head"], Is.EqualTo(register.Head).And.Length.EqualTo(64));
        Assert.That((int)version["recordings"]!, Is.EqualTo(1));
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex RequestNumber();

    // What names the address that was asked: the link of a feed, and the file of a calendar.
    static string WithoutAddress(string body) => OwnAddress().Replace(body, "");

    [GeneratedRegex("[?&](?:amp;)?(?:knownAt|version)=[^\"&<]*")]
    private static partial Regex OwnAddress();

    static string Without(string url, string known) =>
        url.Replace($"knownAt={Uri.EscapeDataString(known)}&", "", StringComparison.Ordinal)
            .Replace($"?knownAt={Uri.EscapeDataString(known)}", "", StringComparison.Ordinal)
            .Replace($"&knownAt={Uri.EscapeDataString(known)}", "", StringComparison.Ordinal);

    static async Task<Dictionary<string, string>> Bodies(Hosted host, IEnumerable<string> urls)
    {
        var bodies = new Dictionary<string, string>();
        foreach (var url in urls.Distinct())
        {
            using var response = await host.Client.GetAsync(url);
            // A problem has the number of its request.
            var body = RequestNumber().Replace(await response.Content.ReadAsStringAsync(), "");
            bodies[url] = $"{(int)response.StatusCode} {body}";
        }
        return bodies;
    }
}
