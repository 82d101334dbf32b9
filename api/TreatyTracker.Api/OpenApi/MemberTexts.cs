using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.OpenApi;

/// <summary>The descriptions of the document's schemas, read once.</summary>
/// <param name="document">The document.</param>
sealed class MemberTexts(OpenApiDocument document) : IMemberTexts
{
    readonly Lazy<JsonObject> _schemas = new(() => JsonNode.Parse(document.Json)!["components"]!["schemas"]!.AsObject());
    readonly ConcurrentDictionary<(Type, string), string?> _found = new();

    /// <inheritdoc/>
    public string? TextOf(Type answer, string name) => _found.GetOrAdd((answer, name), _ => Find(OpenApiDocument.SchemaId(answer), name));

    /// <summary>The nearest member of the name, in the order of levels.</summary>
    string? Find(string schema, string name)
    {
        var (seen, level) = (new HashSet<string>(), new List<string> { schema });
        while (level.Count > 0)
        {
            var members = level.Where(seen.Add).Select(s => _schemas.Value[s]?["properties"]?.AsObject()).OfType<JsonObject>().ToList();
            if (members.Select(m => (string?)m[name]?["description"]).FirstOrDefault(text => text is not null) is { } text)
                return text;
            level = [.. members.SelectMany(m => m).SelectMany(m => References(m.Value!))];
        }
        return null;
    }

    static IEnumerable<string> References(JsonNode member) =>
        new[] { member["$ref"], member["items"]?["$ref"] }.OfType<JsonNode>().Select(r => ((string)r!).Split('/')[^1]);
}
