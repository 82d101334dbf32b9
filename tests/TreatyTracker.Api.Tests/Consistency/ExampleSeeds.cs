using System.Text.Json.Nodes;
using TreatyTracker.Api.Consistency;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.Consistency;

/// <summary>
/// Writes a rule's example as seeds on disk, on top of the record that <see cref="Catalogue.Setting"/> describes.
/// </summary>
static class ExampleSeeds
{
    static readonly DateOnly s_asOf = new(2020, 1, 1);

    const string Events = "participant,kind,date,effective_on,sources,verification,recorded_at,note";

    /// <summary>Whether an example consists of rows instead of a sentence.</summary>
    public static bool IsRecord(string example) => Lines(example).All(l => l.Contains(": ", StringComparison.Ordinal) && !l.EndsWith('.'));

    /// <summary>The findings for an example.</summary>
    public static Report Check(string example)
    {
        using var scratch = new Scratch();
        var files = World();
        var recorded = new List<string>();
        foreach (var line in Lines(example))
        {
            var (file, rest) = (
                line[..line.IndexOf(": ", StringComparison.Ordinal)],
                line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]
            );
            if (file == "recorded")
                recorded.Add(rest);
            else if (file.EndsWith(".json", StringComparison.Ordinal))
                files[file] = Set(files[file], rest);
            else
                files[file] += (file.StartsWith("events/", StringComparison.Ordinal) ? Padded(rest) : rest) + "\n";
        }
        foreach (var (file, text) in files)
        {
            var path = Path.Combine(scratch.Path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        var record = CheckContext.OfSeeds(scratch.Path, s_asOf);
        if (recorded.Count > 0)
            record = CheckContext.OfRegister(
                Register.Of(record.Facts with { Events = [.. record.Facts.Events, .. recorded.Select(Recorded)] }),
                s_asOf
            );
        return Checker.Run(record, record.Facts.Waivers, CheckOptions.Everything);
    }

    static IEnumerable<string> Lines(string example) =>
        example.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static string Padded(string row)
    {
        string[] fields = row.Split(','),
            rest = ["", "", "", "", "depositary", "table", "", ""];
        return string.Join(',', fields.Concat(rest[Math.Min(fields.Length, rest.Length)..]));
    }

    /// <summary>
    /// <c>c1, corrects ID, accession, FRA, 1982-03-03</c>; <c>c1, retracts ID</c>; or <c>ID, accession, FRA, 1982-03-03</c>.
    /// </summary>
    static TreatyEvent Recorded(string text, int number)
    {
        var parts = text.Split(", ");
        var at = new DateTimeOffset(2019, 1, 1, 0, 0, number, TimeSpan.Zero);
        TreatyEvent Of(EventKind kind, string participant, string day) =>
            new()
            {
                Id = parts[0],
                Treaty = "convention",
                Participant = participant,
                Kind = kind,
                Date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
                RecordedAt = at,
                Verification = Verification.Table,
                Sources = ["depositary"],
            };
        return parts[1].Split(' ') switch
        {
            ["corrects", var target] => Of(EventKind.Correction, parts[3], parts[4]) with
            {
                Corrects = target,
                CorrectedKind = WireNames.Find<EventKind>(parts[2]),
            },
            ["retracts", var target] => Of(EventKind.Correction, "FRA", "1982-03-02") with { Corrects = target },
            _ => Of(WireNames.Find<EventKind>(parts[1])!.Value, parts[2], parts[3]),
        };
    }

    static string Set(string json, string assignment)
    {
        var root = JsonNode.Parse(json)!;
        var (path, value) = (
            assignment[..assignment.IndexOf(" = ", StringComparison.Ordinal)].Split('.'),
            assignment[(assignment.IndexOf(" = ", StringComparison.Ordinal) + 3)..]
        );
        var at = path[..^1].Aggregate(root, (node, member) => node[member]!);
        at[path[^1]] = JsonNode.Parse(value);
        if (at[path[^1]] is null)
            at.AsObject().Remove(path[^1]);
        return root.ToJsonString(Json.Seeds);
    }

    static Dictionary<string, string> World() =>
        new()
        {
            ["sources.csv"] = "id,title,url\ndepositary,Status table,\n",
            ["former-names.csv"] = "participant,language,name,from,until\nSRB,en,Serbia and Montenegro,2003-02-04,2006-06-02\n",
            ["memberships.csv"] = "organization,member,from,until\nEUU,DEU,1958-01-01,\nEUU,FRA,1958-01-01,\n",
            ["published-counts.csv"] = "treaty,as_of,metric,published,source,note\n",
            ["waivers.csv"] = "rule,treaty,participant,event,day,reason,source,expires\n",
            ["events/convention.csv"] = Events + "\n",
            ["events/protocol.csv"] = Events + "\n",
            ["treaties/convention.json"] = Treaty("convention", "I-1", ""),
            ["treaties/protocol.json"] = Treaty("protocol", "I-1-a", """, "parent": "convention" """)
                .Replace("\"instruments\"", "\"notBefore\": \"convention\", \"instruments\"", StringComparison.Ordinal)
                .Replace(
                    "\"states\"",
                    "\"requiresPartyTo\": \"convention\", \"requiresPartyToArticle\": \"convention art. 8\", \"states\"",
                    StringComparison.Ordinal
                )
                .Replace("\"entailsProtocols\": true, \"entailsProtocolsArticle\": \"art. 7(2)\", ", "", StringComparison.Ordinal),
            ["participants.csv"] = """
                code,iso2,m49,kind,un_member_since,un_member_until,successors,region,sub_region,intermediate_region,un_regional_group,official_name,name_ar,name_en,name_es,name_fr,name_ru,name_zh,note
                BRA,,,un-member,1945-10-24,,,Americas,,,,Brazil,,Brazil,,,,,
                CSXX,,,former-state,2000-11-01,2006-06-02,SRB|MNE,Europe,,,,Serbia and Montenegro,,Serbia and Montenegro,,,,,
                DEU,,,un-member,1973-09-18,,,Europe,,,,Germany,,Germany,,,,,
                EUU,,,regional-organization,,,,,,,,European Union,,European Union,,,,,
                FRA,,,un-member,1945-10-24,,,Europe,,,,France,,France,,,,,
                HRV,,,un-member,1992-05-22,,,Europe,,,,Croatia,,Croatia,,,,,
                KEN,,,un-member,1963-12-16,,,Africa,,,,Kenya,,Kenya,,,,,
                MNE,,,un-member,2006-06-28,,,Europe,,,,Montenegro,,Montenegro,,,,,
                SRB,,,un-member,2000-11-01,,,Europe,,,,Serbia,,Serbia,,,,,
                SVN,,,un-member,1992-05-22,,,Europe,,,,Slovenia,,Slovenia,,,,,
                YUCS,,,former-state,1945-10-24,1992-04-27,HRV|SVN|SRB,Europe,,,,Yugoslavia,,Yugoslavia,,,,,

                """,
        };

    static string Treaty(string id, string mtdsg, string parent) =>
        $$"""
            {
              "id": "{{id}}", "mtdsg": "{{mtdsg}}", "kind": "convention"{{parent}},
              "titles": { "en": "A treaty" }, "adopted": { "on": "1980-01-10" }, "depositary": "Secretary-General", "subject": "examples",
              "finalClauses": {
                "signature": { "article": "art. 5(1)", "from": "1980-02-01", "to": "1981-01-31" },
                "entryIntoForce": { "article": "art. 6(1)", "instruments": 3, "delay": { "days": 30 } },
                "laterParticipants": { "article": "art. 6(2)", "delay": { "days": 30 } },
                "withdrawal": {
                  "article": "art. 7(1)", "entailsProtocols": true, "entailsProtocolsArticle": "art. 7(2)",
                  "effectAfterReceipt": { "months": 12 }
                },
                "openTo": { "states": "all", "regionalOrganizations": true }
              },
              "completeThrough": "2019-12-31", "recordedAt": "2018-01-01T00:00:00Z"
            }
            """;
}
