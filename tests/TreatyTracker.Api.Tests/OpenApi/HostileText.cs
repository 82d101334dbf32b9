using System.Text.Json;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>Registers whose names, titles and notes are what an attacker, or the world's scripts, may put there.</summary>
/// <param name="random">What chooses.</param>
/// <param name="permitted">Whether only characters that seeds may hold are chosen; otherwise all control characters and
/// noncharacters.</param>
sealed class HostileText(Random random, bool permitted)
{
    /// <summary>What no answer may hold as it is: it would run in a browser.</summary>
    public const string Script = "<script>alert('run')</script>";

    static readonly string[] s_pieces =
    [
        "Côte d'Ivoire",
        "Российская Федерация",
        "中华人民共和国",
        "الجمهورية العربية السورية",
        "मानव अधिकार",
        "ประเทศไทย",
        "Việt Nam",
        "ⲕⲏⲙⲉ",
        "👩🏽‍⚖️🇺🇳",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
        "\u202Eesrever\u202C",
        "\u2066isolate\u2069\u200B\u200D\uFEFF",
        "a\u2028b\u2029c",
        Script,
        "</title></text></svg></summary>]]><!-- & &amp; &#x1b; -->",
        "<![CDATA[x]]><?xml version=\"1.1\"?><!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
        "\"quoted\", and 'quoted'; a, b; c\\n\\, d\\;e: f=g",
        "=HYPERLINK(\"http://example.org\")",
        "＝1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\ttab",
        "one\ntwo\n\nthree",
        "\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR",
        "\n::error::x ##[error]x",
        "{\"a\":1}{{7*7}}${7*7}%s%n%00 %0d%0a",
        "X-ALT-DESC;FMTTYPE=text/html:x",
        "   ",
        "\uFFFD\uFFFC\uFFFB",
        "\U000E0041\U000F0000\U0010FFFD",
        "'; DROP TABLE treaty; --",
        "../../../etc/passwd",
    ];

    static readonly string[] s_forbidden =
    [
        .. Enumerable.Range(0, 0xA0).Where(c => c is (< 0x20 and not ('\t' or '\n')) or >= 0x7F).Select(c => ((char)c).ToString()),
        "\r\nX-Injected: 1\r\n",
        "\u001b]0;title\u0007\u001b[2J",
        "\uFDD0\uFDEF",
        "\uFFFE\uFFFF",
        "\U0001FFFE\U0010FFFF",
    ];

    /// <summary>A text; never empty, and never the same twice.</summary>
    public string Next()
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Piece())) + random.Next();
        return random.Next(200) == 0 ? text + new string('x', 5000) : text;
    }

    /// <summary>A record with such text wherever text is for people; its ids, codes and days stay.</summary>
    public Facts In(Facts facts) =>
        facts with
        {
            Participants =
            [
                .. facts.Participants.Select(p =>
                    p with
                    {
                        OfficialName = Next(),
                        Names = [.. p.Names.Select(n => n with { Name = Next() })],
                        OtherNames =
                        [
                            .. p
                                .OtherNames.Select(n => n with { Name = Next() })
                                .OrderBy(n => n.Language, StringComparer.Ordinal)
                                .ThenBy(n => n.Name, StringComparer.Ordinal),
                        ],
                        Note = Next(),
                    }
                ),
            ],
            Sources = [.. facts.Sources.Select(s => s with { Title = Next(), Url = random.Next(2) == 0 ? Next() : "javascript:alert(1)" })],
            Treaties =
            [
                .. facts.Treaties.Select(t =>
                    t with
                    {
                        Titles = t.Titles.ToDictionary(x => x.Key, _ => Next()),
                        ShortTitles = t.ShortTitles.ToDictionary(x => x.Key, _ => Next()),
                        Adopted = t.Adopted with { Place = Next(), By = Next() },
                        // A list of several begins with it, and acts name those of the list.
                        Depositary = t.Depositaries.Count > 0 ? t.Depositary : Next(),
                        Unts = Next(),
                        FinalClauses = In(t.FinalClauses),
                    }
                ),
            ],
            Events = [.. facts.Events.Select(e => e with { Note = Next() })],
            PublishedCounts = [.. facts.PublishedCounts.Select(c => c with { Note = Next() })],
            Waivers = [.. facts.Waivers.Select(w => w with { Reason = Next() })],
        };

    FinalClauses In(FinalClauses clauses)
    {
        var node = JsonSerializer.SerializeToNode(clauses, Json.Column)!;
        Change(node);
        return node.Deserialize<FinalClauses>(Json.Column)!;
    }

    void Change(JsonNode node)
    {
        if (node is JsonArray items)
            foreach (var item in items.OfType<JsonObject>())
                Change(item);
        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members.ToList())
            if (value is JsonValue && (name is "reason" or "note" or "places" || name.EndsWith("rticle", StringComparison.Ordinal)))
                members[name] = Next();
            else if (value is not null)
                Change(value);
    }

    string Piece() => permitted || random.Next(3) > 0 ? Pick(s_pieces) : Pick(s_forbidden);

    string Pick(string[] from) => from[random.Next(from.Length)];
}
