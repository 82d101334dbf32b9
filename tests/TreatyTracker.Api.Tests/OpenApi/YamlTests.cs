using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SharpYaml;
using SharpYaml.Serialization;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.OpenApi;

/// <summary>Readers of YAML 1.1 (PyYAML, Ruby's) resolve more bare words than those of 1.2: to them <c>on</c> is true.</summary>
public sealed partial class YamlTests
{
    [Test]
    public async Task The_document_says_the_same_to_every_reader()
    {
        var yaml = Load(await Service.Client.GetStringAsync("/openapi.yaml"));
        var wrong = new List<string>();
        Compare(yaml, await Contract.Document(), "", wrong);
        Assert.That(wrong, Is.Empty);
    }

    [TestCase("on")]
    [TestCase("Off")]
    [TestCase("YES")]
    [TestCase("no")]
    [TestCase("y")]
    [TestCase("N")]
    [TestCase("true")]
    [TestCase("FALSE")]
    [TestCase("null")]
    [TestCase("~")]
    [TestCase("12")]
    [TestCase("-1_000")]
    [TestCase("0b101")]
    [TestCase("0x1F")]
    [TestCase("017")]
    [TestCase("190:20:30")]
    [TestCase("1.5e3")]
    [TestCase(".inf")]
    [TestCase("-.INF")]
    [TestCase(".NaN")]
    [TestCase("2016-06-17")]
    [TestCase("2001-12-14t21:59:43.10-05:00")]
    [TestCase("<<")]
    [TestCase("=")]
    [TestCase("once")]
    [TestCase("untoc")]
    [TestCase("it's: so")]
    public void A_text_stays_a_text_as_name_and_as_value(string text)
    {
        using var written = new StringWriter { NewLine = "\n" };
        var writer = new Yaml11SafeWriter(written);
        writer.WriteStartObject();
        writer.WritePropertyName(text);
        writer.WriteValue(text);
        writer.WritePropertyName("list");
        writer.WriteStartArray();
        writer.WriteValue(text);
        writer.WriteStartObject();
        writer.WritePropertyName(text);
        writer.WriteValue(1);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        var wrong = new List<string>();
        Compare(
            Load(written.ToString()),
            new JsonObject { [text] = text, ["list"] = new JsonArray(text, new JsonObject { [text] = 1 }) },
            "",
            wrong
        );
        Assert.That(wrong, Is.Empty, written.ToString());
    }

    static YamlNode Load(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.Single().RootNode;
    }

    static void Compare(YamlNode yaml, JsonNode? json, string at, List<string> wrong)
    {
        switch (yaml, json)
        {
            case (YamlMappingNode map, JsonObject members):
                foreach (var name in map.Children.Keys.Cast<YamlScalarNode>().Where(IsNoText))
                    wrong.Add($"{at}: the name {name.Value} is bare");
                if (
                    !map
                        .Children.Keys.Select(k => ((YamlScalarNode)k).Value)
                        .Order(StringComparer.Ordinal)
                        .SequenceEqual(members.Select(m => m.Key).Order(StringComparer.Ordinal))
                )
                    wrong.Add($"{at} has other members");
                else
                    foreach (var (name, value) in map.Children)
                        Compare(value, members[((YamlScalarNode)name).Value!], $"{at}/{name}", wrong);
                break;
            case (YamlSequenceNode list, JsonArray items) when list.Children.Count == items.Count:
                for (var i = 0; i < items.Count; i++)
                    Compare(list.Children[i], items[i], $"{at}/{i}", wrong);
                break;
            case (YamlScalarNode scalar, JsonValue value) when value.TryGetValue<string>(out var text):
                // Lines of a block may end where they like.
                if (IsNoText(scalar))
                    wrong.Add($"{at}: the text {scalar.Value} is bare");
                else if (scalar.Value!.TrimEnd('\n') != text.TrimEnd('\n'))
                    wrong.Add($"{at} is {scalar.Value} and not {text}");
                break;
            case (YamlScalarNode scalar, JsonValue value):
                if (scalar.Style is not ScalarStyle.Plain || scalar.Value != value.ToJsonString())
                    wrong.Add($"{at} is {scalar.Value} and not {value}");
                break;
            default:
                wrong.Add($"{at} is of another kind");
                break;
        }
    }

    static bool IsNoText(YamlScalarNode scalar) => scalar.Style is ScalarStyle.Plain && Resolved().IsMatch(scalar.Value!);

    /// <summary>What yaml.org/type says of bool, null, int, float, timestamp, merge and value.</summary>
    [GeneratedRegex(
        """
            ^(?:
              y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF
            | ~|null|Null|NULL|
            | [-+]?0b[0-1_]+ | [-+]?0[0-7_]+ | [-+]?(?:0|[1-9][0-9_]*) | [-+]?0x[0-9a-fA-F_]+ | [-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+
            | [-+]?(?:[0-9][0-9_]*)?\.[0-9.]*(?:[eE][-+][0-9]+)?
            | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]* | [-+]?\.(?:inf|Inf|INF)
            | \.(?:nan|NaN|NAN) | [-+]?[0-9.]+[eE][-+]?[0-9]+
            | [0-9]{4}-[0-9]{2}-[0-9]{2}
            | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?
                (?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?
            | << | =
            )$
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Resolved();
}
