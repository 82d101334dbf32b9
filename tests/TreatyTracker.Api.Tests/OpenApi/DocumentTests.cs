using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using TreatyTracker.Api.OpenApi;

namespace TreatyTracker.Api.Tests.OpenApi;

public sealed class DocumentTests
{
    static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public async Task The_repository_holds_the_document_that_the_service_serves() =>
        Repository.MustHold(await Service.Client.GetStringAsync("/openapi.yaml"), "openapi.yaml");

    [Test]
    public async Task A_public_reader_reads_it_without_a_complaint()
    {
        var read = OpenApiModelFactory.Parse(await Service.Client.GetStringAsync("/openapi.json"), "json");

        Assert.That(read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(e => e.ToString()), Is.Empty);
        Assert.That(read.Diagnostic.SpecificationVersion, Is.EqualTo(OpenApiSpecVersion.OpenApi3_1));
    }

    [Test]
    public async Task Every_operation_explains_itself()
    {
        Assert.Multiple(async () =>
        {
            foreach (var (path, operation) in (await Contract.Operations()).Select(o => (o.Path, o.Node)))
            {
                Assert.That((string?)operation["summary"], Is.Not.Null.And.Not.Empty, path);
                Assert.That((string?)operation["description"], Is.Not.Null.And.Not.Empty, path);
                Assert.That((string?)operation["operationId"], Is.Not.Null.And.Not.Empty, path);
                foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                    Assert.That((string?)parameter!["description"], Is.Not.Null.And.Not.Empty, $"{path} {parameter["name"]}");
            }
        });
    }

    [Test]
    public async Task Every_example_is_the_service_s_real_answer()
    {
        foreach (var (path, operation) in (await Contract.Operations()).Select(o => (o.Path, o.Node)))
        {
            var id = (string)operation["operationId"]!;
            using var response = await Service.Client.GetAsync(await UrlOf(id));
            // What is sent as a file is too long to be recorded: that the example's address gives it, as documented, is all that it shows.
            if (operation["responses"]!["206"] is not null)
            {
                Assert.That((int)response.StatusCode, Is.EqualTo(200), path);
                await Contract.MustHold(response);
                continue;
            }
            if (operation["responses"]!["200"] is not { } documented) continue;
            Assert.That((int)response.StatusCode, Is.EqualTo(200), path);
            var (body, type) = (await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType!.MediaType!);
            Assert.That(documented["content"]![type], Is.Not.Null, $"{path} as {type}");
            var (text, ending) = type switch
            {
                "image/svg+xml" => (body, "svg"),
                "application/atom+xml" => (body, "atom"),
                "text/calendar" => (body, "ics"),
                _ => (JsonNode.Parse(body)!.ToJsonString(s_indented) + "\n", "json"),
            };
            Repository.MustHold(text, "api", "TreatyTracker.Api", "OpenApi", "examples", $"{id}.{ending}");
        }
    }

    [Test]
    public async Task The_examples_are_the_same_on_any_day()
    {
        using var later = new Hosted(new Clock { Now = Times.Start.AddYears(10) });
        foreach (var (path, _, operation, _) in await Contract.Operations())
        {
            if (operation["responses"]!["200"] is null || path.StartsWith("/v1/consistency", StringComparison.Ordinal)) continue;
            var url = await UrlOf((string)operation["operationId"]!);
            Assert.That(await later.Client.GetStringAsync(url), Is.EqualTo(await Service.Client.GetStringAsync(url)), path);
        }
    }

    [Test]
    public void The_document_says_which_words_a_parameter_takes()
    {
        var document = Contract.Document().Result;
        var words = document["components"]!["schemas"]!["EventKind"]!["enum"]!.AsArray().Select(w => (string)w!);
        Assert.That(words, Is.EqualTo(TreatyTracker.Law.Words.All<TreatyTracker.Law.EventKind>()));
    }

    static Task<string> UrlOf(string operationId) => Task.FromResult(Service.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints
        .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IEndpointNameMetadata>()?.EndpointName == operationId)
        .Select(e => e.Metadata.GetMetadata<Example>()!.Url).First());
}
