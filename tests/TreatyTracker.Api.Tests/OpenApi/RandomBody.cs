using System.Text.Json.Nodes;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>
/// A body for an operation that might be sent: as its schema says, nearly so, or nonsense. The same random numbers make the same body.
/// </summary>
static class RandomBody
{
    static readonly string[] s_texts =
    [
        "",
        " ",
        "0",
        "null",
        "../../etc/passwd",
        "'; DROP TABLE treaty_event; --",
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "مرحبا",
        "\u202Egnp.exe",
        "\u0000",
        "\uFFFE",
        "\r\nX: y",
        "line\nbreak",
        "::error::x",
        "\"quoted\", and|barred",
        "😀",
        new('x', 5000),
    ];

    /// <summary>Values that occur, by the name of the member.</summary>
    static readonly Dictionary<string, string[]> s_known = new()
    {
        ["treaty"] = ["untoc", "UNCAC", "xviii-12-a", "rome-statute", "sua-2005", "tokyo-1963", "untoc-firearms"],
        ["participant"] = ["PRK", "cog", "598", "TUV", "FRA", "EUU", "USA", "CSHH", "VAT"],
        ["counterpart"] = ["PRK", "FRA", "IL"],
        ["date"] =
        [
            "2016-06-17",
            "2003-09-29",
            "2026-10-05",
            "2026-11-30",
            "2027-01-01",
            "1950-01-01",
            "2015",
            "2015-03",
            "2015-01-09/2016-06-30",
            "2026-02-30",
            "2015/2014",
            "9999-12-31",
        ],
        ["effectiveOn"] = ["2016-07-17", "2026-12-31", "1999-01-01", "0001-01-01"],
        ["verification"] = ["table", "corroborated", "unverified", "certain"],
        ["depositary"] = ["Secretary-General of the United Nations", "London"],
        ["rule"] = ["double-consent", "date-in-future", "duplicate-event", "withdrawal-without-consent", "published-count-mismatch"],
        ["sources"] = ["general-knowledge", "nowhere"],
        ["source"] = ["general-knowledge", "nowhere"],
        ["note"] = ["a remark", "C.N.829.2011.TREATIES-28"],
        ["reason"] = ["a reason"],
    };

    /// <summary>A body of an operation; <c>null</c> where it takes none.</summary>
    public static string? Of(Operation operation, Random random)
    {
        if (operation.Node["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema)
            return null;
        var text = random.Next(12) switch
        {
            0 => Pick(
                random,
                ["", "{", "[]", "{}", "null", "7", "\"x\"", "[[[[[[[[[[[[]]]]]]]]]]]]", "{\"treaty\":1,\"treaty\":2}", "\uFEFF{}"]
            ),
            _ => (Value(schema, "", operation.Document, random, 0) ?? JsonValue.Create("x")).ToJsonString(),
        };
        return random.Next(25) == 0 && text.Length > 2 ? text.Remove(random.Next(text.Length), 1) : text;
    }

    static JsonNode? Value(JsonNode schema, string name, JsonObject document, Random random, int depth)
    {
        if (depth > 6 || random.Next(30) == 0)
            return Odd(random);
        var described = Operation.Follow(schema, document);
        if (described["oneOf"] is JsonArray ways)
            return Value(ways[random.Next(ways.Count)]!, name, document, random, depth);
        if (described["enum"] is JsonArray words)
            return (string)words[random.Next(words.Count)]!;
        switch ((string?)described["type"])
        {
            case "object" when described["properties"] is JsonObject members:
                var made = new JsonObject();
                var required = described["required"]?.AsArray().Select(r => (string)r!).ToHashSet() ?? [];
                foreach (var (member, of) in members)
                    if (required.Contains(member) ? random.Next(40) > 0 : random.Next(100) < Likely(member))
                        made[member] = Value(of!, member, document, random, depth + 1);
                if (random.Next(30) == 0)
                    made[Pick(random, s_texts)] = 1;
                return made;
            case "object":
                return new JsonObject
                {
                    [Pick(random, ["sources.csv", "events/x.csv", "../x.csv", "treaties/x.json"])] = Pick(random, s_texts),
                };
            case "array":
                return new JsonArray([
                    .. Enumerable.Range(0, random.Next(4)).Select(_ => Value(described["items"]!, name, document, random, depth + 1)),
                ]);
            case "boolean":
                return random.Next(2) == 0;
            default:
                return random.Next(12) == 0 || !s_known.TryGetValue(name, out var known) ? Pick(random, s_texts) : Pick(random, known);
        }
    }

    static int Likely(string member) =>
        member switch
        {
            "participant" or "date" or "events" => 95,
            "kind" => 85,
            "sources" or "note" => 40,
            "retract" => 15,
            _ => 10,
        };

    static JsonNode? Odd(Random random) =>
        random.Next(6) switch
        {
            0 => null,
            1 => 7,
            2 => new JsonObject(),
            3 => new JsonArray(),
            4 => true,
            _ => Pick(random, s_texts),
        };

    static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
