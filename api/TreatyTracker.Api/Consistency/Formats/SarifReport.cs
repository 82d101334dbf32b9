using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency.Formats;

/// <summary>SARIF 2.1.0 (OASIS), for code scanning and editors. Comments cite sections of the standard.</summary>
static class SarifReport
{
    const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static string Write(Outcome outcome)
    {
        var report = outcome.Report;
        var index = report.Rules.Select((rule, i) => (rule.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var log = new JsonObject
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(
                new JsonObject
                {
                    ["tool"] = new JsonObject
                    {
                        ["driver"] = new JsonObject
                        {
                            ["name"] = "Treaty Tracker",
                            ["semanticVersion"] = typeof(SarifReport)
                                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                                .InformationalVersion.Split('+')[0],
                            ["rules"] = new JsonArray([.. report.Rules.Select(RuleOf)]),
                        },
                    },
                    ["columnKind"] = "utf16CodeUnits",
                    ["results"] = new JsonArray([.. report.Findings.Select(f => Result(outcome, f, index, seen))]),
                    ["properties"] = Node(
                        new
                        {
                            report.AsOf,
                            outcome.KnownAt,
                            report.Treaties,
                        }
                    ),
                }
            ),
        };
        return log.ToJsonString(Json.Indented) + "\n";
    }

    static JsonNode RuleOf(Rule rule) =>
        Node(
            new
            {
                rule.Id,
                Name = string.Concat(
                    rule.Id.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..])
                ),
                ShortDescription = new { Text = rule.Finds },
                FullDescription = new { Text = rule.Rationale },
                DefaultConfiguration = new { Level = Level(rule.Severity) },
                Help = new { Text = rule.LegalBasis is { } basis ? $"{rule.Remedy} Legal basis: {basis}." : rule.Remedy },
                Properties = new { Tags = new[] { rule.Group } },
            }
        );

    static JsonNode Result(Outcome outcome, Finding finding, Dictionary<string, int> rules, Dictionary<string, int> seen)
    {
        var result = new JsonObject { ["ruleId"] = finding.Rule };
        if (rules.TryGetValue(finding.Rule, out var index))
            result["ruleIndex"] = index;
        result["level"] = Level(finding.Severity);
        result["message"] = Node(new { Text = Outcome.Message(finding) });
        if (Place(outcome, finding) is { } place)
            result["locations"] = new JsonArray(place);
        result["partialFingerprints"] = new JsonObject { ["finding/v1"] = Fingerprint(finding, seen) };
        // Within a run, either every result has suppressions or none has (3.27.23).
        result["suppressions"] = finding.Waived is { } reason
            ? new JsonArray(
                Node(
                    new
                    {
                        Kind = "external",
                        Status = "accepted",
                        Justification = reason,
                    }
                )
            )
            : new JsonArray();
        result["properties"] = Node(
            new
            {
                finding.Treaty,
                finding.Participant,
                finding.Events,
                finding.Day,
                finding.BecauseOf,
                Ground = finding.LegalBasis,
            }
        );
        return result;
    }

    static JsonObject? Place(Outcome outcome, Finding finding)
    {
        var place = new JsonObject();
        if (finding.Where is { } where)
            place["physicalLocation"] = Node(
                new
                {
                    // A relative reference (3.4.3). Segments are escaped because a file name may contain a space or a colon.
                    ArtifactLocation = new { Uri = string.Join('/', outcome.FileOf(where).Split('/').Select(Uri.EscapeDataString)) },
                    Region = new { StartLine = Math.Max(1, where.Line) },
                }
            );
        var names = finding.Events.Count > 0 ? finding.Events : [.. new[] { finding.Treaty }.OfType<string>()];
        if (names.Count > 0)
            place["logicalLocations"] = new JsonArray([.. names.Select(n => Node(new { FullyQualifiedName = n }))]);
        return place.Count == 0 ? null : place;
    }

    /// <summary>
    /// Identifies a finding without its line and wording, so that it keeps its identity when rows move or texts change. If the finding
    /// concerns no event, its text distinguishes it.
    /// </summary>
    static string Fingerprint(Finding finding, Dictionary<string, int> seen)
    {
        var about = string.Join(
            '\u001f',
            finding.Rule,
            finding.Treaty,
            finding.Participant,
            string.Join(' ', finding.Events),
            finding.Day is { } day ? Instant.Text(day) : "",
            finding.Events.Count > 0 ? "" : finding.Found
        );
        var ordinal = seen[about] = seen.GetValueOrDefault(about) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about)))[..32]
            + ":"
            + ordinal.ToString(CultureInfo.InvariantCulture);
    }

    static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };

    static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, Json.Indented)!;
}
