using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;
using SeedLines = System.Collections.Generic.Dictionary<string, (string File, int Line)>;

namespace TreatyTracker.Api.Seeds;

/// <summary>Reads the treaties: one JSON file each, and the lists to which its final clauses refer.</summary>
static partial class TreatySeeds
{
    /// <summary>No treaty needs as many members, nor names as long: a path of names for each member must not fill the memory.</summary>
    const int MostMembers = 2_000,
        MostName = 100;

    // Members that no treaty has are reported one by one, with what was probably meant.
    static readonly JsonSerializerOptions s_lenient = new(Json.Seeds) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public static List<Treaty> Read(
        string directory,
        ParticipantCodes participants,
        HashSet<string> sources,
        SeedLines lines,
        List<SeedProblem> problems
    )
    {
        var treaties = new List<Treaty>();
        var folder = Path.Combine(directory, "treaties");
        foreach (var path in (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : []).Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(path);
            var file = SeedFormat.Treaty(id);
            try
            {
                if (SeedFile.Read(directory, file, problems) is not { } bytes)
                    continue;
                var json = bytes.AsSpan();
                var members = Members(json);
                foreach (var (member, line, _) in members)
                    if (UnknownMember(member) is { } unknown)
                        problems.Add(new(file, line, unknown, SeedProblem.Malformed));
                var treaty = JsonSerializer.Deserialize<Treaty>(json, s_lenient);
                if (treaty is null)
                    problems.Add(new(file, 1, "the file holds no treaty"));
                else if (treaty.Id != id)
                    problems.Add(new(file, 1, $"the id '{treaty.Id}' is not the file's name"));
                else
                {
                    if (treaty.FinalClauses.EntryIntoForce.Conditions.Any(c => c is null))
                    {
                        problems.Add(new(file, 1, "finalClauses.entryIntoForce.conditions holds null", SeedProblem.Malformed));
                        continue;
                    }
                    treaties.Add(treaty with { Lists = Lists(directory, treaty, participants, sources, problems) });
                    lines[file] = (file, 1);
                    foreach (var (member, line, wrong) in members)
                    {
                        lines[SeedLocations.Of(treaty, member)] = (file, line);
                        if (wrong is not null)
                            problems.Add(new(file, line, $"{member} {wrong}", SeedProblem.Malformed));
                    }
                }
            }
            catch (JsonException e)
            {
                problems.Add(new(file, (int)(e.LineNumber ?? 0) + 1, $"{e.Path}: {InPlainWords(e.Message.Split(" Path:", 2)[0])}"));
            }
        }
        if (treaties.Count == 0)
            problems.Add(new("treaties", 1, "there is no treaty; each has a file treaties/<id>.json"));
        var byId = treaties.ToDictionary(t => t.Id, StringComparer.Ordinal);
        // Addresses name a treaty by id or by MTDSG number, in any letter case: both are one set of names.
        var names = treaties
            .SelectMany(t => new[] { (Name: t.Id, t.Id), (Name: t.Mtdsg, t.Id) })
            .GroupBy(n => n.Name, n => n.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        return [.. treaties.OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => Checked(t, byId, names, lines, problems))];
    }

    /// <summary>
    /// The treaty, without its parent where that is missing or part of a cycle, so that a status can be folded from it.
    /// </summary>
    static Treaty Checked(
        Treaty treaty,
        Dictionary<string, Treaty> all,
        Dictionary<string, string> names,
        SeedLines lines,
        List<SeedProblem> problems
    )
    {
        void Problem(string member, string reason, string rule = SeedProblem.Malformed)
        {
            var (file, line) = lines.GetValueOrDefault(SeedLocations.Of(treaty, member), (SeedFormat.Treaty(treaty.Id), 1));
            problems.Add(new(file, line, reason, rule));
        }
        var clauses = treaty.FinalClauses;
        if (!treaty.Titles.ContainsKey(Languages.English))
            Problem("titles", "titles has no 'en'");
        foreach (var (member, titles) in new[] { ("titles", treaty.Titles), ("shortTitles", treaty.ShortTitles) })
        {
            foreach (var language in titles.Keys.Where(l => !Languages.All.Contains(l)))
                Problem(
                    $"{member}.{language}",
                    $"titles has the language '{language}', which is not one of {string.Join(", ", Languages.All)}"
                );
            foreach (var language in titles.Where(t => string.IsNullOrEmpty(t.Value)).Select(t => t.Key))
                Problem($"{member}.{language}", $"{member} has nothing for '{language}'");
            foreach (var language in titles.Keys.Except(treaty.Titles.Keys))
                Problem($"{member}.{language}", $"shortTitles has the language '{language}', which titles lacks");
        }
        if (!Names.IsTreatyId(treaty.Id))
            Problem("id", $"id '{treaty.Id}' is not lower-case letters and digits in groups, joined by single hyphens");
        foreach (var (member, name) in new[] { ("id", treaty.Id), ("mtdsg", treaty.Mtdsg) })
            if (names[name] is var other && other != treaty.Id)
                Problem(member, $"{member} '{name}' is a name of '{other}' too, in some letter case");
        if (treaty.Depositaries.Count > 0)
        {
            if (treaty.Depositaries[0] != treaty.Depositary)
                Problem("depositaries", $"depositaries must begin with the depositary, '{treaty.Depositary}'");
            if (treaty.Depositaries.Count == 1)
                Problem("depositaries", "depositaries names one; leave it out where there is only one");
            if (treaty.Depositaries.Distinct().Count() < treaty.Depositaries.Count || treaty.Depositaries.Any(string.IsNullOrEmpty))
                Problem("depositaries", "depositaries names one twice, or nothing");
        }
        foreach (var (member, reason) in ClauseProblems.Of(treaty))
            Problem($"finalClauses.{member}", $"finalClauses.{member} {reason}");
        if (treaty.Number is null != treaty.Numbering is null)
            Problem(treaty.Number is null ? "numbering" : "number", "number and numbering are given together or not at all");
        if (treaty.Numbering is { } numbering && (numbering.Length == 0 || numbering.Any(c => c is < 'a' or > 'z')))
            Problem("numbering", $"numbering '{numbering}' is not a word of lower-case letters, such as icao");
        if (treaty.Numbering is Treaty.MtdsgNumbering)
            Problem("numbering", "numbering must not be 'mtdsg': that number is the member mtdsg");
        foreach (
            var (member, delay) in new[]
            {
                ("finalClauses.entryIntoForce.delay", clauses.EntryIntoForce.Delay),
                ("finalClauses.laterParticipants.delay", clauses.LaterParticipants?.Delay),
                ("finalClauses.withdrawal.effectAfterReceipt", clauses.Withdrawal?.EffectAfterReceipt),
                ("finalClauses.accession.objectionWithin", clauses.Accession?.ObjectionWithin),
            }
        )
            if (delay is { Days: < 0 } or { Months: < 0 })
                Problem(member, $"{member} is negative");
        if (treaty.Parent is null)
        {
            foreach (
                var (member, id) in new[]
                {
                    ("finalClauses.entryIntoForce.notBefore", clauses.EntryIntoForce.NotBefore),
                    ("finalClauses.openTo.requiresPartyTo", clauses.OpenTo.RequiresPartyTo),
                    ("finalClauses.bindsAllPartiesOf", clauses.BindsAllPartiesOf),
                    (
                        "finalClauses.entryIntoForce.conditions.ofPartiesTo",
                        clauses.EntryIntoForce.Conditions.Select(c => c.OfPartiesTo).FirstOrDefault(c => c is not null)
                    ),
                }
            )
                if (id is not null)
                    Problem(member, $"{member} must name the parent");
            return treaty;
        }
        if (!all.ContainsKey(treaty.Parent))
            Problem("parent", $"parent '{treaty.Parent}' is not a treaty of these seeds", SeedProblem.Parent);
        else if (IsCyclic(treaty, all))
            Problem("parent", "parent leads back to the treaty itself", SeedProblem.Parent);
        else
        {
            if (clauses.EntryIntoForce.NotBefore is { } waits && waits != treaty.Parent)
                Problem("finalClauses.entryIntoForce.notBefore", "finalClauses.entryIntoForce.notBefore must name the parent");
            if (clauses.OpenTo.RequiresPartyTo is { } requires && requires != treaty.Parent)
                Problem("finalClauses.openTo.requiresPartyTo", "finalClauses.openTo.requiresPartyTo must name the parent");
            if (clauses.BindsAllPartiesOf is { } binds && binds != treaty.Parent)
                Problem("finalClauses.bindsAllPartiesOf", "finalClauses.bindsAllPartiesOf must name the parent");
            foreach (var condition in clauses.EntryIntoForce.Conditions.Where(c => c.OfPartiesTo is { } other && other != treaty.Parent))
                Problem(
                    "finalClauses.entryIntoForce.conditions.ofPartiesTo",
                    $"finalClauses.entryIntoForce.conditions.ofPartiesTo '{condition.OfPartiesTo}' must name the parent, '{treaty.Parent}'"
                );
            return treaty;
        }
        return treaty with
        {
            Parent = null,
            FinalClauses = clauses with
            {
                EntryIntoForce = clauses.EntryIntoForce with { NotBefore = null },
                OpenTo = clauses.OpenTo with { RequiresPartyTo = null },
                BindsAllPartiesOf = null,
            },
        };
    }

    /// <summary>Whether following the parents never ends: true for every treaty on or below a cycle.</summary>
    static bool IsCyclic(Treaty treaty, Dictionary<string, Treaty> all)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = treaty; at?.Parent is { } parent; at = all.GetValueOrDefault(parent))
            if (!seen.Add(at.Id))
                return true;
        return false;
    }

    /// <summary>The members of a JSON object, by path, each with its line, and what is wrong with the text in it.</summary>
    static List<(string Member, int Line, string? Wrong)> Members(ReadOnlySpan<byte> json)
    {
        var members = new List<(string Member, int Line, string? Wrong)>();
        var path = new Stack<(string Name, int Depth)>();
        var reader = new Utf8JsonReader(json);
        var (line, at) = (1, 0);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String && members.Count > 0 && SeedFile.WrongWith(TextOf(ref reader)) is { } wrong)
                members[^1] = members[^1] with { Wrong = wrong };
            if (reader.TokenType is not JsonTokenType.PropertyName)
                continue;
            while (path.TryPeek(out var above) && above.Depth >= reader.CurrentDepth)
                path.Pop();
            if (members.Count == MostMembers)
            {
                members.Add(("", line, $"has more than {MostMembers} members; the rest was not looked at"));
                break;
            }
            var name = TextOf(ref reader);
            path.Push((name.Length > MostName ? name[..MostName] : name, reader.CurrentDepth));
            line += json[at..(int)reader.TokenStartIndex].Count((byte)'\n');
            at = (int)reader.TokenStartIndex;
            members.Add((string.Join('.', path.Reverse().Select(p => p.Name)), line, SeedFile.WrongWith(path.Peek().Name)));
        }
        return members;
    }

    // A lone surrogate cannot be read; the deserializer says where it stands.
    static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>
    /// What is wrong with a member that the format does not have, and which one was probably meant; <c>null</c> for one that it has.
    /// </summary>
    static string? UnknownMember(string path)
    {
        var type = typeof(Treaty);
        var names = path.Split('.');
        for (var at = 0; at < names.Length; at++)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
                type = type.GetGenericArguments()[0];
            type = Nullable.GetUnderlyingType(type) ?? type;
            // The languages of titles are checked with the titles; below an unknown member nothing is known.
            if (s_lenient.GetTypeInfo(type) is not { Kind: System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Object } info)
                return null;
            var members = info.Properties.Where(p => p.Set is not null).ToDictionary(p => p.Name, p => p.PropertyType);
            if (!members.TryGetValue(names[at], out var next))
                return at == names.Length - 1
                    ? $"unknown member {path}.{Suggestions.SuggestionText(names[at], members.Keys)} Supported: "
                        + $"{string.Join(", ", members.Keys)}"
                    : null;
            type = next;
        }
        return null;
    }

    // The serializer's messages name .NET types; people who edit seeds need not know any.
    static string InPlainWords(string message) =>
        Unconvertible().Match(message) is { Success: true } match
            ? match.Groups[1].Value switch
            {
                var type when type.Contains("Boolean", StringComparison.Ordinal) => "expected true or false",
                var type when type.Contains("Int32", StringComparison.Ordinal) => "expected a whole number",
                var type when type.Contains("Decimal", StringComparison.Ordinal) => "expected a number such as 0.55",
                var type when type.Contains("DateOnly", StringComparison.Ordinal) => "expected a day of the calendar, YYYY-MM-DD",
                var type when type.EndsWith("String", StringComparison.Ordinal) => "expected a text",
                _ => "expected another kind of value",
            }
            : Missing().Replace(message, "missing required members: ");

    [GeneratedRegex(@"^The JSON value could not be converted to (.+?)\.?$")]
    private static partial Regex Unconvertible();

    [GeneratedRegex(@"^JSON deserialization for type '.+?' was missing required properties including: ")]
    private static partial Regex Missing();

    /// <summary>The lists of a treaty; none where it has no file.</summary>
    static EquatableArray<ListEntry> Lists(
        string directory,
        Treaty treaty,
        ParticipantCodes participants,
        HashSet<string> sources,
        List<SeedProblem> problems
    )
    {
        var file = SeedFormat.Lists(treaty.Id);
        if (!File.Exists(Path.Combine(directory, file)))
            return [];
        var entries = new List<ListEntry>();
        var seen = new HashSet<(string, string)>();
        foreach (var row in SeedRow.ReadFile(directory, file, SeedFormat.ListColumns, problems))
        {
            row.Required("participant");
            var entry = new ListEntry(
                row.Required("list"),
                row.Participant("participant", participants) ?? "",
                row.Decimal("weight"),
                row.Text("source")
            );
            if (entry.List.Length > 0 && !Names.IsTreatyId(entry.List))
                row.Problem($"list '{entry.List}' is not lower-case letters and digits in groups, joined by single hyphens");
            row.MustBeKnown("source", entry.Source ?? "", sources, $"an id in {SeedFormat.Sources}", SeedProblem.UnknownSource);
            if (!seen.Add((entry.List, entry.Participant)))
                row.Problem($"'{entry.Participant}' stands twice on the list '{entry.List}'");
            if (entries.Find(e => e.List == entry.List) is { } first && first.Weight is null != entry.Weight is null)
                row.Problem($"weight must be given for all participants of the list '{entry.List}', or for none");
            if (row.Sound)
                entries.Add(entry);
        }
        return [.. entries.OrderBy(e => e.List, StringComparer.Ordinal).ThenBy(e => e.Participant, StringComparer.Ordinal)];
    }
}
