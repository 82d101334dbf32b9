using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CsvHelper;
using CsvHelper.Configuration;
using NJsonSchema;
using NJsonSchema.Validation;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>Holds answers against the OpenAPI document that the service gives of itself.</summary>
static class Contract
{
    /// <summary>Headers that HTTP itself explains, and that no operation needs to.</summary>
    static readonly string[] s_common =
    [
        "Content-Type",
        "Content-Length",
        "Vary",
        "Date",
        "Transfer-Encoding",
        "Allow",
        "Content-Disposition",
        "Content-Range",
        "Accept-Ranges",
        "Access-Control-Allow-Origin",
        "Access-Control-Expose-Headers",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Content-Security-Policy",
        "Referrer-Policy",
        "Cross-Origin-Resource-Policy",
        "Strict-Transport-Security",
        "Content-Encoding",
    ];

    static readonly SemaphoreSlim s_once = new(1);
    static JsonObject? s_document;
    static IReadOnlyList<Operation>? s_operations;
    static readonly System.Collections.Concurrent.ConcurrentDictionary<string, JsonSchema> s_schemas = [];

    public static async Task<JsonObject> Document()
    {
        await s_once.WaitAsync();
        try
        {
            return s_document ??= JsonNode.Parse(await Service.Client.GetStringAsync("/openapi.json"))!.AsObject();
        }
        finally
        {
            s_once.Release();
        }
    }

    /// <summary>All operations.</summary>
    public static async Task<IReadOnlyList<Operation>> Operations()
    {
        var document = await Document();
        return s_operations ??= Operations(document);
    }

    /// <summary>All operations of a document.</summary>
    public static IReadOnlyList<Operation> Operations(JsonObject document) =>
        [
            .. from path in document["paths"]!.AsObject()
            from method in path.Value!.AsObject()
            where method.Key is "get" or "post" or "put" or "delete" or "patch"
            select new Operation(path.Key, method.Key.ToUpperInvariant(), method.Value!.AsObject(), document),
        ];

    /// <summary>The answer's status, headers, media type and body are what the document says of its path.</summary>
    public static async Task MustHold(HttpResponseMessage response)
    {
        var asked = response.RequestMessage!;
        var operation = await OperationOf(asked.Method.Method, asked.RequestUri!.AbsolutePath);
        Assert.That(operation, Is.Not.Null, $"{asked.Method} {asked.RequestUri} is not in the OpenAPI document");
        Assert.That(await Breaches(operation!, response), Is.Empty, $"{asked.Method} {asked.RequestUri}");
    }

    /// <summary>The operation that answers at an address; <c>null</c> when the document has none.</summary>
    public static async Task<Operation?> OperationOf(string method, string path) =>
        (await Operations())
            .Where(o => o.Method == method && Matches(o.Path, path))
            .OrderByDescending(o => o.Path.Split('/').Count(s => !s.StartsWith('{')))
            .FirstOrDefault();

    /// <summary>What an answer does that the document does not say.</summary>
    public static async Task<IReadOnlyList<string>> Breaches(Operation operation, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (operation.Answer(status) is not { } documented)
            return [$"answered {status}, which is not documented: {await response.Content.ReadAsStringAsync()}"];

        var breaches = BreachesOfHeaders(documented, response).ToList();
        if (status >= 400 && response.Headers.CacheControl?.NoStore is not true)
            breaches.Add("an error that caches may store");
        var body = Decoded(await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentEncoding.SingleOrDefault());
        if (documented["content"] is not JsonObject content)
        {
            if (body.Length > 0)
                breaches.Add($"has a body of {body.Length} bytes, and none is documented");
            return breaches;
        }
        var type = response.Content.Headers.ContentType?.MediaType ?? "no Content-Type";
        if (content[type] is not { } media)
            return [.. breaches, $"is {type}, and documented are {string.Join(", ", content.Select(c => c.Key))}"];
        // HEAD tells what GET would, without a body; and a part of a document is none.
        if (response.RequestMessage!.Method == HttpMethod.Head || status == 206)
            return breaches;
        breaches.AddRange(await BreachesOfBody(type, media, body));
        if (status >= 400 && (int?)JsonNode.Parse(body)?["status"] != status)
            breaches.Add("names another status in its body");
        return breaches;
    }

    static byte[] Decoded(byte[] body, string? coding)
    {
        if (coding is null || body.Length == 0)
            return body;
        using var source = new MemoryStream(body);
        using Stream decoder =
            coding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var decoded = new MemoryStream();
        decoder.CopyTo(decoded);
        return decoded.ToArray();
    }

    static IEnumerable<string> BreachesOfHeaders(JsonObject documented, HttpResponseMessage response)
    {
        var headers = documented["headers"]?.AsObject() ?? [];
        var served = response.Headers.Concat(response.Content.Headers).Select(h => h.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, header) in headers)
            if ((bool?)Operation.Follow(header!, documented.Root.AsObject())["required"] is true && !served.Contains(name))
                yield return $"lacks the header {name}";
        foreach (
            var name in served
                .Except(headers.Select(h => h.Key), StringComparer.OrdinalIgnoreCase)
                .Except(s_common, StringComparer.OrdinalIgnoreCase)
        )
            yield return $"sends {name}, which is not documented";
    }

    static async Task<IEnumerable<string>> BreachesOfBody(string type, JsonNode media, byte[] body)
    {
        if (body.Length == 0 && type is not ("application/x-ndjson" or "text/plain"))
            return ["has no body"];
        var text = System.Text.Encoding.UTF8.GetString(body);
        try
        {
            if (type == "application/x-ndjson")
            {
                if (media["x-oai-itemSchema"] is not { } row)
                    return ["no schema is documented for its lines"];
                if (text.Length > 0 && !text.EndsWith('\n'))
                    return ["its last line does not end"];
                var schema = await SchemaOf(row);
                return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(line => Faults(schema, line)).Take(3).ToList();
            }
            if (type.EndsWith("json", StringComparison.Ordinal))
                return Faults(await SchemaOf(media["schema"]!), text).ToList();
            if (type.EndsWith("xml", StringComparison.Ordinal))
                _ = XDocument.Parse(text);
            return type == "text/csv" ? FaultsOfTable(text).ToList() : [];
        }
        catch (Exception e) when (e is System.Xml.XmlException or Newtonsoft.Json.JsonException or CsvHelperException)
        {
            return [$"cannot be read as {type}: {e.Message}"];
        }
    }

    static IEnumerable<string> Faults(JsonSchema schema, string json) =>
        schema
            .Validate(json)
            .SelectMany(Innermost)
            .Distinct()
            .Take(3)
            .Select(fault => $"{fault} in {(json.Length > 300 ? json[..300] + "…" : json)}");

    static IEnumerable<string> Innermost(ValidationError error) =>
        error is ChildSchemaValidationError { Errors: var inner } && inner.Values.SelectMany(e => e).ToList() is { Count: > 0 } causes
            ? causes.SelectMany(Innermost)
            : [$"{error.Path}: {error.Kind}"];

    static IEnumerable<string> FaultsOfTable(string text)
    {
        if (!text.EndsWith("\r\n", StringComparison.Ordinal))
            yield return "its last row does not end in CRLF";
        using var csv = new CsvParser(
            new StringReader(text),
            new CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { IgnoreBlankLines = false }
        );
        string[]? header = null;
        while (csv.Read())
            if (header is null)
            {
                header = csv.Record!;
                if (header.Distinct().Count() != header.Length || header.Any(string.IsNullOrWhiteSpace))
                    yield return $"its header is {string.Join(',', header)}";
            }
            else if (csv.Count != header.Length)
            {
                yield return $"row {csv.Row} has {csv.Count} fields under {header.Length} headings";
            }
    }

    static async Task<JsonSchema> SchemaOf(JsonNode schema)
    {
        var key = schema.ToJsonString();
        if (s_schemas.TryGetValue(key, out var ready))
            return ready;
        // The reader resolves references among definitions alone, and none at the root.
        var whole = new JsonObject
        {
            ["allOf"] = new JsonArray(schema.DeepClone()),
            ["definitions"] = (await Document())["components"]!["schemas"]!.DeepClone(),
        };
        return s_schemas[key] = await JsonSchema.FromJsonAsync(
            whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal)
        );
    }

    static bool Matches(string template, string path)
    {
        // Routing ignores a slash at the end, but not a second one.
        var (want, have) = (template[1..].Split('/'), (path.EndsWith('/') ? path[1..^1] : path[1..]).Split('/'));
        return (want.Length == have.Length || (template.EndsWith("{rest}", StringComparison.Ordinal) && have.Length > want.Length))
            && want.Zip(have).All(p => p.First.StartsWith('{') || p.First == p.Second);
    }
}
