using System.Text.Json.Nodes;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>A parameter of an operation.</summary>
/// <param name="Node">Its description, with references followed.</param>
/// <param name="Document">The whole document.</param>
/// <param name="Recorded">Its value in the request whose answer is recorded as the operation's example.</param>
sealed record Parameter(JsonObject Node, JsonObject Document, string? Recorded)
{
    public string Name => (string)Node["name"]!;

    public string In => (string)Node["in"]!;

    public bool IsRequired => (bool?)Node["required"] is true;

    /// <summary>A value that works.</summary>
    public string? Example => Recorded ?? Prefilled;

    /// <summary>The value that Swagger UI fills in, as it is written in an address.</summary>
    public string? Prefilled =>
        (Node["example"] is JsonArray several ? several[0] : Node["example"]) switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            var other => other.ToJsonString(),
        };

    JsonObject Schema => Operation.Follow(Node["schema"]!, Document);

    public bool IsRepeatable => (string?)Schema["type"] == "array";

    /// <summary>The schema of one value.</summary>
    public JsonObject One => IsRepeatable ? Operation.Follow(Schema["items"]!, Document) : Schema;

    string? Kind => (string?)One["format"] is "date" or "date-time" ? (string?)One["format"] : (string?)One["type"];

    public IReadOnlyList<string> Words => [.. (One["enum"]?.AsArray() ?? []).Select(w => (string)w!)];

    /// <summary>Values that its schema promises to take, each alone.</summary>
    public IEnumerable<string> Good =>
        (Example is null ? [] : new[] { Example })
            .Concat(
                Kind switch
                {
                    "boolean" => ["true", "false"],
                    "integer" => [.. new[] { One["minimum"], One["maximum"] }.OfType<JsonNode>().Select(n => n.ToJsonString())],
                    "date-time" => ["2026-11-23T00:00:00Z", "2026-11-23T02:00:00+02:00", "2026-11-23T00:00:00.123Z"],
                    _ => Words,
                }
            )
            .Distinct();

    /// <summary>Values that are well formed; whether they make sense together with others is for the operation to say.</summary>
    public IEnumerable<string> Possible =>
        Kind switch
        {
            "date" => ["1800-01-01", "2016-02-29", "2999-12-31"],
            "date-time" => ["1800-01-01T00:00:00Z"],
            "string" when Words.Count == 0 && Name != "cursor" =>
            [
                "zzz",
                "Côte d'Ivoire",
                "'; DROP TABLE event; --",
                new string('x', 1000),
            ],
            _ => [],
        };

    /// <summary>Values that can never be right.</summary>
    public IEnumerable<string> Bad =>
        new[] { "" }.Concat(
            Kind switch
            {
                "boolean" => ["maybe", "1", "TRUE "],
                "integer" => ["ten", "1.5", "99999999999999999999", .. Beyond("minimum", -1), .. Beyond("maximum", 1)],
                "date" => ["2017-02-30", "30/06/2017", "2017-6-3", "0001-01-01", "9999-12-31", "2017-06-30T00:00:00Z", "today"],
                "date-time" => ["2017-06-30", "2017-06-30T00:00:00", "2017-02-30T00:00:00Z", "2017-06-30T25:00:00Z", "now"],
                "string" when Words.Count > 0 => ["no-such-word", Words[0].ToUpperInvariant() + "_", "0", $"{Words[0]},{Words[^1]}"],
                "string" when Name == "cursor" => ["!", "A", "%00", "QUZH"],
                "string" when Name == "q" => [" ", "\0", "\u0301"],
                _ => [],
            }
        );

    IEnumerable<string> Beyond(string bound, int by) =>
        One[bound] is { } value ? [((long)value + by).ToString(System.Globalization.CultureInfo.InvariantCulture)] : [];
}
