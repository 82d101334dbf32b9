using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>
/// Walks all that the OpenAPI document promises: every operation in every representation, with good and bad values for each of its
/// parameters. All of it is read from the document, so that a new operation is walked as soon as it is there.
/// </summary>
public sealed class OperationProbeTests
{
    const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What is served and is no part of the API.</summary>
    static readonly string[] s_pages =
    [
        "",
        "docs/counts",
        "problems",
        "problems/{slug}",
        "openapi.yaml",
        "openapi.json",
        "favicon.svg",
        "favicon.ico",
        "pages.css",
        "search",
        "treaties",
        "treaties/{treaty}",
        "treaties/{treaty}/states/{state}",
        "states",
        "states/{state}",
        "compare",
        "changes",
        "_test_url_cache_",
    ];

    /// <summary>The document at the root of the repository; another test holds it against the one served.</summary>
    static readonly JsonObject s_document = Read(File.ReadAllText(Repository.At("openapi.yaml")));

    static IEnumerable<TestCaseData> Representations() =>
        from operation in Contract.Operations(s_document)
        where operation.Method == "GET"
        from type in operation.MediaTypes.DefaultIfEmpty("*/*")
        select new TestCaseData(operation, type).SetArgDisplayNames(operation.Id, type);

    // Nearly all values are judged before the representation is chosen: each run tries them in JSON and CSV.
    static IEnumerable<TestCaseData> Probes() =>
        Representations().Select(probe => probe.Arguments[1] is "application/x-ndjson" or Workbook ? probe.SetCategory("Slow") : probe);

    static IEnumerable<string> Paths() => s_document["paths"]!.AsObject().Select(p => p.Key);

    [TestCaseSource(nameof(Probes))]
    public async Task Good_values_are_answered_as_documented(object described, string type)
    {
        var operation = (Operation)described;
        var probe = new OperationProbe(operation, type);
        var success = operation.Answer(200) is null ? 308 : 200;
        await probe.Ask(operation.Url(operation.Whole), success, type);
        await probe.Ask(operation.Url(operation.Least), success, type);
        foreach (var parameter in operation.Parameters.Where(p => p.In == "query"))
        {
            var others = operation.Least.Where(p => p.Key != parameter.Name).ToList();
            var example = operation.Whole.Where(p => p.Key != parameter.Name).ToList();
            // Of the counts, JSON has each under its name: there is nothing to choose, and who chooses is told so.
            if (operation.Id == "getTreatyCounts" && parameter.Name == "count" && type == "application/json")
                continue;
            foreach (var value in parameter.Good)
                await probe.Ask(
                    operation.Url([.. example, new(parameter.Name, value)]),
                    // The treaty with a list was recorded later than the instants asked for.
                    operation.Answer(409)
                        is null
                    && !(operation.Id == "getTreatyList" && parameter.Name == "knownAt")
                        ? success
                        : null,
                    parameter.Name == "format" ? null : type
                );
            foreach (var value in parameter.Possible)
                await probe.Ask(operation.Url([.. others, new(parameter.Name, value)]));
            if (parameter.IsRepeatable && parameter.Example is { } one)
                await probe.Ask(operation.Url([.. others, new(parameter.Name, one), new(parameter.Name, one)]), success, type);
        }
        probe.MustBeClean();
    }

    [TestCaseSource(nameof(Probes))]
    public async Task Bad_values_are_refused_by_the_name_of_the_parameter(object described, string type)
    {
        var operation = (Operation)described;
        var probe = new OperationProbe(operation, type);
        foreach (var parameter in operation.Parameters.Where(p => p.In == "path"))
        foreach (var value in new[] { "no-such-thing", "%01", "%E2%80%AE", "C%C3%B4te", new string('x', 2000) })
            await probe.Ask(
                operation.Url(operation.Least, new Dictionary<string, string> { [parameter.Name] = value }),
                operation.Answer(200) is null ? null : 404
            );
        // What hands its query on to another address refuses nothing itself.
        if (operation.Answer(200) is null)
            return;
        await probe.Refuses(operation.Url([.. operation.Least, new("nosuch", "1")]), "nosuch");
        foreach (var parameter in operation.Parameters.Where(p => p.In == "query"))
        {
            var others = operation.Least.Where(p => p.Key != parameter.Name).ToList();
            foreach (var value in parameter.Bad)
                await probe.Refuses(operation.Url([.. others, new(parameter.Name, value)]), parameter.Name);
            var good = parameter.Good.FirstOrDefault() ?? "zzz";
            if (!parameter.IsRepeatable)
                await probe.Refuses(operation.Url([.. others, new(parameter.Name, good), new(parameter.Name, good)]), parameter.Name);
            await probe.Refuses(
                operation.Url([.. operation.Least, new(parameter.Name.ToUpperInvariant(), good)]),
                parameter.Name.ToUpperInvariant()
            );
            if (parameter.IsRequired)
                await probe.Refuses(operation.Url(others), parameter.Name);
        }
        probe.MustBeClean();
    }

    [TestCaseSource(nameof(Representations))]
    public async Task Headers_choose_the_representation_and_spare_the_body(object described, string type)
    {
        var operation = (Operation)described;
        var probe = new OperationProbe(operation, type);
        var url = operation.Url(operation.Whole.Where(p => p.Key != "format"));
        if (operation.Answer(200) is null)
            return;
        await probe.Ask(url, 200, operation.MediaTypes[0], ("Accept", "*/*"));
        await probe.Ask(url, 200, type, ("Accept", $"application/pdf, {type};q=0.5"));
        await probe.Ask(url, operation.Answer(406) is null ? null : 406, null, ("Accept", "application/x-nothing"));
        await probe.Ask(url, operation.Answer(406) is null ? null : 406, null, ("Accept", $"{type};q=0"));
        await probe.Ask(url, null, null, ("Accept", "nonsense"));
        await probe.Ask(url, 200, type, ("Accept", type), ("Accept-Language", "fr, en;q=0.5"));
        await probe.Ask(url, 200, type, ("Accept", type), ("Accept-Language", "*-;;q=x, \u0001"));
        if (operation.Answer(304) is not null)
        {
            var tag = await probe.Ask(url, 200, type, ("Accept", type));
            await probe.Ask(url, 304, null, ("Accept", type), ("If-None-Match", tag!.Headers.ETag!.ToString()));
            await probe.Ask(url, 304, null, ("Accept", type), ("If-None-Match", $"\"another\", W/{tag.Headers.ETag}"));
            await probe.Ask(url, 200, type, ("Accept", type), ("If-None-Match", "\"another\", W/\"third\""));
        }
        probe.MustBeClean();
    }

    [TestCaseSource(nameof(Paths))]
    public async Task Other_methods_are_answered_in_kind(string path)
    {
        var operations = Contract.Operations(s_document).Where(o => o.Path == path).ToList();
        var known = operations.Select(o => o.Method).Concat(operations.Exists(o => o.Method == "GET") ? ["HEAD"] : []).ToList();
        var url = operations[0].Url(operations[0].Least);
        using var get = await OperationProbe.ClientOf(operations[0]).GetAsync(url);
        using var head = await OperationProbe.ClientOf(operations[0]).SendAsync(new(HttpMethod.Head, url));
        Assert.Multiple(() =>
        {
            if (known.Contains("GET"))
            {
                Assert.That(head.StatusCode, Is.EqualTo(get.StatusCode), "HEAD");
                Assert.That(head.Content.Headers.ContentType, Is.EqualTo(get.Content.Headers.ContentType), "HEAD");
                Assert.That(head.Headers.ETag, Is.EqualTo(get.Headers.ETag), "HEAD");
            }
            foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW" }.Except(known))
            {
                using var response = Service.Unfollowing.SendAsync(new(new HttpMethod(method), url)).Result;
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed).Or.EqualTo(HttpStatusCode.NoContent), method);
                Assert.That(response.StatusCode is HttpStatusCode.NoContent, Is.False.Or.EqualTo(method == "OPTIONS"), method);
                Assert.That(response.Content.Headers.Allow, Is.SupersetOf(known), method);
                if (response.StatusCode is not HttpStatusCode.MethodNotAllowed)
                    continue;
                Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), method);
                Assert.That(response.Headers.CacheControl?.NoStore, Is.True, method);
            }
        });
    }

    [Test]
    public void Nothing_is_served_that_is_not_documented()
    {
        var documented = Paths().Select(p => p.Trim('/').Replace("{rest}", "{*rest}", StringComparison.Ordinal)).ToList();
        var served = Service
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.RawText!.Trim('/'))
            .ToList();
        Assert.That(served, Has.Count.AtLeast(documented.Count));
        Assert.That(served.Except(documented).Except(s_pages), Is.Empty);
    }

    [Test]
    public void Every_object_names_all_its_members()
    {
        var open = s_document["components"]!["schemas"]!
            .AsObject()
            .Where(s =>
                (string?)s.Value!["type"] == "object"
                && s.Value["additionalProperties"] is null or JsonValue and not null
                && (bool?)s.Value["additionalProperties"] is not false
            );
        Assert.That(open.Select(s => s.Key), Is.Empty);
    }

    [Test]
    public void It_speaks_of_the_API_and_not_of_the_code()
    {
        var text = s_document.ToJsonString();
        Assert.That(text, Does.Not.Contain("TreatyTracker.").And.Not.Contain("`null`").And.Not.Contain("<c>"));
    }

    static JsonObject Read(string yaml)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        return JsonNode
            .Parse(OpenApiModelFactory.Parse(yaml, "yaml", settings).Document!.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1).Result)!
            .AsObject();
    }
}
