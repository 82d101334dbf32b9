using System.Text.Json.Nodes;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>One operation as the OpenAPI document describes it, with its references followed.</summary>
/// <param name="Path">The template of its path.</param>
/// <param name="Method">Its method, in capitals.</param>
/// <param name="Node">What the document says of it.</param>
/// <param name="Document">The whole document.</param>
sealed record Operation(string Path, string Method, JsonObject Node, JsonObject Document)
{
    public string Id => (string)Node["operationId"]!;

    public IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. (Node["parameters"]?.AsArray() ?? [])
            .Select(p => Follow(p!, Document))
            .Select(p => new Parameter(p, Document, Recorded(Path, Node).GetValueOrDefault((string)p["name"]!))),
    ];

    /// <summary>What the document says of an answer of this status; <c>null</c> when it says nothing.</summary>
    public JsonObject? Answer(int status) =>
        Node["responses"]?[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is { } answer
            ? Follow(answer, Document)
            : null;

    /// <summary>The media types in which it succeeds.</summary>
    public IReadOnlyList<string> MediaTypes => [.. (Answer(200)?["content"]?.AsObject() ?? []).Select(c => c.Key)];

    /// <summary>The path with the examples of its parameters, or with other values for some; and these values as query.</summary>
    public string Url(IEnumerable<KeyValuePair<string, string>> query, IReadOnlyDictionary<string, string>? inPath = null)
    {
        var path = Parameters
            .Where(p => p.In == "path")
            .Aggregate(
                Path,
                (path, p) => path.Replace($"{{{p.Name}}}", inPath?.GetValueOrDefault(p.Name) ?? p.Example!, StringComparison.Ordinal)
            );
        var pairs = query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}").ToList();
        return pairs.Count == 0 ? path : $"{path}?{string.Join('&', pairs)}";
    }

    /// <summary>The query that must be there, and no other.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Least =>
        [.. Parameters.Where(p => p.In == "query" && p.IsRequired).Select(p => KeyValuePair.Create(p.Name, p.Example!))];

    /// <summary>The query of its example, whole.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Whole =>
        [.. Parameters.Where(p => p.In == "query" && p.Example is not null).Select(p => KeyValuePair.Create(p.Name, p.Example!))];

    /// <summary>The parameters of the request whose answer is recorded as the operation's example.</summary>
    static Dictionary<string, string> Recorded(string template, JsonObject node)
    {
        var request = new[] { "200", "201" }
            .SelectMany(status => node["responses"]?[status]?["content"]?.AsObject() ?? [])
            .Select(c => (string?)c.Value!["examples"]?["recorded"]?["summary"])
            .FirstOrDefault(s => s is not null);
        if (request is null)
            return [];
        var parts = request.Split(' ')[1].Split('?');
        var inPath = template
            .Split('/')
            .Zip(parts[0].Split('/'))
            .Where(s => s.First.StartsWith('{'))
            .Select(s => (Name: s.First.Trim('{', '}'), Value: s.Second));
        var inQuery = parts.Skip(1).SelectMany(q => q.Split('&')).Select(p => p.Split('=')).Select(p => (Name: p[0], Value: p[1]));
        return inPath.Concat(inQuery).GroupBy(p => p.Name).ToDictionary(g => g.Key, g => Uri.UnescapeDataString(g.First().Value));
    }

    public static JsonObject Follow(JsonNode node, JsonObject document) =>
        (string?)node["$ref"] is { } reference
            ? Follow(reference.Split('/').Skip(1).Aggregate((JsonNode)document, (at, step) => at[step]!), document)
            : node.AsObject();
}
