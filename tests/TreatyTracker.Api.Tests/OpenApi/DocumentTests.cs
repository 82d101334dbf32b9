using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.OpenApi;

public sealed class DocumentTests
{
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
            foreach (var (path, operation, parameters) in (await Contract.Operations()).Select(o => (o.Path, o.Node, o.Parameters)))
            {
                Assert.That((string?)operation["summary"], Is.Not.Null.And.Not.Empty, path);
                Assert.That((string?)operation["description"], Is.Not.Null.And.Not.Empty, path);
                Assert.That((string?)operation["operationId"], Is.Not.Null.And.Not.Empty, path);
                foreach (var parameter in parameters)
                    Assert.That((string?)parameter.Node["description"], Is.Not.Null.And.Not.Empty, $"{path} {parameter.Name}");
            }
        });
    }

    [Test]
    public async Task Every_example_is_the_service_s_real_answer()
    {
        foreach (var (path, operation) in (await Contract.Operations()).Select(o => (o.Path, o.Node)))
        {
            var id = (string)operation["operationId"]!;
            // What is sent is recorded, or checked as of today: in a register of its own, on a day of its own.
            using var recorder = operation["requestBody"] is null ? null : new Recorder(SmallRecord.Path);
            using var response = await Ask(recorder?.Client ?? ShippedService.Client, id, recorder?.Key);
            // What is sent as a file is too long to be recorded: that the example's address gives it, as documented, is all that it shows.
            if (operation["responses"]!["206"] is not null)
            {
                Assert.That((int)response.StatusCode, Is.EqualTo(200), path);
                await Contract.MustHold(response);
                continue;
            }
            var status = operation["responses"]!["201"] is null ? 200 : 201;
            if (operation["responses"]![$"{status}"] is not { } documented)
                continue;
            Assert.That((int)response.StatusCode, Is.EqualTo(status), path);
            var (body, type) = (await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType!.MediaType!);
            Assert.That(documented["content"]![type], Is.Not.Null, $"{path} as {type}");
            var (text, ending) = type switch
            {
                "image/svg+xml" => (body, "svg"),
                "application/atom+xml" => (body, "atom"),
                "text/calendar" => (body, "ics"),
                _ => (JsonNode.Parse(body)!.ToJsonString(Json.Indented) + "\n", "json"),
            };
            Repository.MustHold(text, "api", "TreatyTracker.Api", "OpenApi", "examples", $"{id}.{ending}");
        }
    }

    [Test, Category("Slow")]
    public async Task The_examples_are_the_same_on_any_day()
    {
        using var later = new Hosted(
            scratch =>
            {
                scratch.Seeded(SmallRecord.Path);
                return SmallRecord.Path;
            },
            new Clock { Now = Times.Start.AddYears(10) }
        );
        foreach (var (path, _, operation, _) in await Contract.Operations())
        {
            // The treaty whose list is the example is not in the small record; what is recorded has its instant.
            if (
                operation["responses"]!["200"] is null
                || operation["responses"]!["201"] is not null
                || path.StartsWith("/v1/consistency", StringComparison.Ordinal)
                || path.EndsWith("/lists/{list}", StringComparison.Ordinal)
            )
                continue;
            var id = (string)operation["operationId"]!;
            using var now = await Ask(Service.Client, id);
            using var then = await Ask(later.Client, id);
            Assert.That(await then.Content.ReadAsStringAsync(), Is.EqualTo(await now.Content.ReadAsStringAsync()), path);
        }
    }

    [Test]
    public void The_document_says_which_words_a_parameter_takes()
    {
        var document = Contract.Document().Result;
        var words = document["components"]!["schemas"]!["EventKind"]!["enum"]!.AsArray().Select(w => (string)w!);
        Assert.That(words, Is.EqualTo(TreatyTracker.Law.WireNames.All<TreatyTracker.Law.EventKind>()));
    }

    [Test]
    public async Task Every_member_of_every_answer_explains_itself()
    {
        var schemas = (await Contract.Document())["components"]!["schemas"]!.AsObject();
        var silent =
            from schema in schemas
            from member in schema.Value!["properties"]?.AsObject() ?? []
            where string.IsNullOrWhiteSpace((string?)member.Value!["description"])
            select $"{schema.Key}.{member.Key}";
        Assert.That(
            silent.Concat(schemas.Where(s => string.IsNullOrWhiteSpace((string?)s.Value!["description"])).Select(s => s.Key)),
            Is.Empty
        );
    }

    [Test]
    public async Task No_explanation_is_cut_short_or_still_in_the_markup_of_the_code()
    {
        var texts = Texts(await Contract.Document()).ToList();
        Assert.That(texts, Has.Count.AtLeast(300));
        Assert.That(
            texts.Where(t =>
                t.Contains("inheritdoc", StringComparison.Ordinal)
                || t.Contains("cref=", StringComparison.Ordinal)
                || t.Contains("</", StringComparison.Ordinal)
                || t.Contains("….", StringComparison.Ordinal)
            ),
            Is.Empty
        );

        static IEnumerable<string> Texts(JsonNode? node) =>
            node switch
            {
                JsonObject members => members.SelectMany(m =>
                    m.Key is "description" or "summary" && m.Value is JsonValue text && text.TryGetValue<string>(out var words) ? [words]
                    : m.Key is "example" or "examples" ? []
                    : Texts(m.Value)
                ),
                JsonArray items => items.SelectMany(Texts),
                _ => [],
            };
    }

    [TestCase("NamedCounts")]
    [TestCase("TreatyCounts")]
    public async Task A_count_has_the_same_definition_in_the_document_as_on_its_page(string schema)
    {
        var page = System.Text.RegularExpressions.Regex.Replace(
            System.Net.WebUtility.HtmlDecode(await Service.Client.GetStringAsync("/docs/counts")),
            "</?code>",
            "`"
        );
        var members = (await Contract.Document())["components"]!["schemas"]![schema]!["properties"]!;
        foreach (var count in WireNames.All<NamedCount>())
        {
            var definition = (string)members[count]!["description"]!;
            Assert.That(definition, Does.StartWith("Counts the participants that "), count);
            Assert.That(page, Does.Contain(definition["Counts the participants that ".Length..]), count);
        }
    }

    [TestCase("/v1/treaties/{treaty}/counts", "count", "NamedCount")]
    [TestCase("/v1/treaties/{treaty}/badge.svg", "count", "NamedCount")]
    [TestCase("/v1/treaties/{treaty}/counts/explanation", "count", "NamedCount")]
    [TestCase("/v1/treaties/{treaty}/parties", "region", "Region")]
    [TestCase("/v1/treaties/{treaty}/parties", "group", "RegionalGroup")]
    [TestCase("/v1/matrix", "region", "Region")]
    public async Task The_document_lists_the_allowed_words_of_a_parameter(string path, string parameter, string schema)
    {
        var operation = (await Contract.Operations()).Single(o => o.Path == path);
        var words = operation.Parameters.Single(p => p.Name == parameter);
        Assert.That(
            (words.Node["schema"]!["items"] ?? words.Node["schema"])!["$ref"]!.ToString(),
            Is.EqualTo($"#/components/schemas/{schema}")
        );
        Assert.That(
            words.Words,
            Is.EqualTo(schema == "NamedCount" ? TreatyTracker.Law.WireNames.All<TreatyTracker.Law.NamedCount>() : InRecord(schema))
        );
    }

    /// <summary>Others divide the world, so that the document can list how; the record uses no other words, and each of these.</summary>
    static IEnumerable<string> InRecord(string schema) =>
        TreatyTracker
            .Api.Seeds.SeedReader.Read(Repository.Seeds)
            .Participants.Select(p => p.Participant)
            .Select(p => schema == "Region" ? p.Region : p.UnRegionalGroup)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Append("None");

    [Test]
    public async Task A_parameter_that_operations_share_is_written_once()
    {
        var written = (await Contract.Operations())
            .SelectMany(o => o.Node["parameters"]?.AsArray() ?? [])
            .Where(p => p!["$ref"] is null)
            .Select(p => $"{p!["name"]}, {p["description"]}, {p["schema"]!.ToJsonString()}")
            .ToList();
        Assert.That(written.GroupBy(p => p).Where(g => g.Count() > 1).Select(g => g.Key), Is.Empty);
        var shared = (await Contract.Document())["components"]!["parameters"]!.AsObject();
        Assert.That(
            shared.Select(p => p.Key),
            Is.SupersetOf(
                new[]
                {
                    "AsOf",
                    "Cursor",
                    "Format",
                    "KnownAt",
                    "Lang",
                    "Limit",
                    "State",
                    "Treaty",
                    "ProtocolsTreaty",
                    "ParticipantListRegion",
                }
            )
        );
    }

    [Test]
    public async Task Swagger_fills_in_nothing_that_an_operation_does_not_need() =>
        Assert.That(
            (await Contract.Operations()).SelectMany(o =>
                o.Parameters.Where(p => p.Prefilled is not null != p.IsRequired).Select(p => $"{o.Id} {p.Name}")
            ),
            Is.Empty
        );

    [Test]
    public async Task Every_request_that_Swagger_fills_in_succeeds()
    {
        foreach (var operation in (await Contract.Operations()).Where(o => o.Method == "GET"))
        {
            using var response = await ShippedService.Client.GetAsync(
                operation.Url(
                    operation.Parameters.Where(p => p.In == "query" && p.IsRequired).Select(p => KeyValuePair.Create(p.Name, p.Prefilled!)),
                    operation.Parameters.Where(p => p.In == "path").ToDictionary(p => p.Name, p => p.Prefilled!)
                )
            );
            Assert.That((int)response.StatusCode, Is.EqualTo(200).Or.EqualTo(409), operation.Id);
        }
    }

    [Test]
    public async Task The_enumerations_of_answers_say_that_they_may_grow()
    {
        var schemas = (await Contract.Document())["components"]!["schemas"]!;
        Assert.That(
            (string)schemas["Standing"]!["description"]!,
            Does.EndWith("New values may be added: handle values that you do not know.")
        );
        Assert.That((string)schemas["StandingFilter"]!["description"]!, Does.Not.Contain("New values"), "which only requests use");
    }

    [TestCase("StatusRow", "region", "Region")]
    [TestCase("StatusRow", "group", "RegionalGroup")]
    [TestCase("StatusRow", "consent", "ConsentKind")]
    [TestCase("NonParty", "region", "Region")]
    [TestCase("MatrixRow", "region", "Region")]
    [TestCase("ParticipantProfile", "group", "RegionalGroup")]
    [TestCase("ConsentHistory", "kind", "ConsentKind")]
    [TestCase("CountReason", "count", "NamedCount")]
    [TestCase("CountProof", "count", "NamedCount")]
    public async Task A_member_that_holds_words_lists_them(string schema, string member, string words)
    {
        var described = (await Contract.Document())["components"]!["schemas"]![schema]!["properties"]![member]!;
        Assert.That((string?)described["$ref"], Is.EqualTo($"#/components/schemas/{words}"));
    }

    [Test]
    public async Task A_breakdown_lists_its_keys()
    {
        var breakdown = (await Service.Get("/v1/treaties/untoc/counts"))["breakdown"]!;
        foreach (var (name, member) in (await Contract.Document())["components"]!["schemas"]!["CountsBreakdown"]!["properties"]!.AsObject())
        {
            var keys = Operation.Follow(member!["propertyNames"]!, await Contract.Document())["enum"]!.AsArray().Select(k => (string)k!);
            Assert.That(breakdown[name]!.AsObject().Select(k => k.Key), Is.Not.Empty.And.SubsetOf(keys), name);
        }
    }

    [Test]
    public async Task Nothing_is_read_only_and_a_problem_names_the_text_for_people()
    {
        var document = await Contract.Document();
        Assert.That(document.ToJsonString(), Does.Not.Contain("readOnly"));
        Assert.That(
            (bool?)document["components"]!["schemas"]!["Problem"]!["properties"]!["detail"]!["x-ms-primary-error-message"],
            Is.True
        );
    }

    /// <summary>The request of an operation's example.</summary>
    static async Task<HttpResponseMessage> Ask(HttpClient client, string operationId, string? key = null)
    {
        var example = Service
            .Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>()
            .Endpoints.Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IEndpointNameMetadata>()?.EndpointName == operationId)
            .Select(e => e.Metadata.GetMetadata<Example>()!)
            .First();
        using var request = new HttpRequestMessage(example.Body is null ? HttpMethod.Get : HttpMethod.Post, example.Url);
        if (example.Body is not null)
            request.Content = new StringContent(example.Body, System.Text.Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        return await client.SendAsync(request);
    }
}
