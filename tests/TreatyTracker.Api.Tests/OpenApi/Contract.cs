using System.Text.Json.Nodes;
using NJsonSchema;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>Holds answers against the OpenAPI document that the service gives of itself.</summary>
static class Contract
{
    static readonly SemaphoreSlim s_once = new(1);
    static JsonObject? s_document;
    static readonly Dictionary<string, JsonSchema> s_schemas = [];

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

    /// <summary>All operations: path template, method, and what the document says.</summary>
    public static async Task<IReadOnlyList<(string Path, string Method, JsonObject Operation)>> Operations() =>
        [.. from path in (await Document())["paths"]!.AsObject()
            from method in path.Value!.AsObject()
            select (path.Key, method.Key, method.Value!.AsObject())];

    /// <summary>The answer's status, media type and body are what the document says of its path.</summary>
    public static async Task MustHold(HttpResponseMessage response)
    {
        var asked = response.RequestMessage!;
        var path = asked.RequestUri!.AbsolutePath;
        var found = (await Operations()).Where(o => o.Method.Equals(asked.Method.Method, StringComparison.OrdinalIgnoreCase) && Matches(o.Path, path))
            .OrderByDescending(o => o.Path.Split('/').Count(s => !s.StartsWith('{'))).FirstOrDefault();
        Assert.That(found.Operation, Is.Not.Null, $"{asked.Method} {path} is not in the OpenAPI document");

        var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var documented = found.Operation["responses"]![status]?.AsObject();
        Assert.That(documented, Is.Not.Null, $"{asked.Method} {path} answered {status}, which is not documented");
        if (documented!["content"] is not JsonObject content) return;
        var type = response.Content.Headers.ContentType!.MediaType!;
        Assert.That(content.Select(c => c.Key), Does.Contain(type), $"{path} as {type}");
        // A part of a document is none.
        if (status == "206" || !type.EndsWith("json", StringComparison.Ordinal) || type.EndsWith("ndjson", StringComparison.Ordinal)) return;

        var body = await response.Content.ReadAsStringAsync();
        var errors = (await SchemaOf(content[type]!["schema"]!)).Validate(body);
        Assert.That(errors.Select(e => $"{e.Path}: {e.Kind}"), Is.Empty, $"{path} breaks its schema: {body}");
    }

    static async Task<JsonSchema> SchemaOf(JsonNode schema)
    {
        var key = schema.ToJsonString();
        if (s_schemas.TryGetValue(key, out var ready)) return ready;
        // The reader resolves references among definitions alone, and none at the root.
        var whole = new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()), ["definitions"] = (await Document())["components"]!["schemas"]!.DeepClone() };
        return s_schemas[key] = await JsonSchema.FromJsonAsync(whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
    }

    static bool Matches(string template, string path)
    {
        var (want, have) = (template.Trim('/').Split('/'), path.Trim('/').Split('/'));
        return want.Length == have.Length && want.Zip(have).All(p => p.First.StartsWith('{') || p.First == p.Second);
    }
}
