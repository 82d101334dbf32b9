using System.Text.Json;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;
using SeedLines = System.Collections.Generic.Dictionary<string, (string File, int Line)>;

namespace TreatyTracker.Api.Seeds;

/// <summary>Reads the treaties: one JSON file each.</summary>
static class TreatySeeds
{
    public static List<Treaty> Read(string directory, SeedLines lines, List<SeedProblem> problems)
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
                var treaty = JsonSerializer.Deserialize<Treaty>(json, Json.Seeds);
                if (treaty is null)
                    problems.Add(new(file, 1, "the file holds no treaty"));
                else if (treaty.Id != id)
                    problems.Add(new(file, 1, $"the id '{treaty.Id}' is not the file's name"));
                else
                {
                    treaties.Add(treaty);
                    lines[file] = (file, 1);
                    foreach (var (member, line, wrong) in Members(json))
                    {
                        lines[SeedLocations.Of(treaty, member)] = (file, line);
                        if (wrong is not null)
                            problems.Add(new(file, line, $"{member} {wrong}", SeedProblem.Malformed));
                    }
                }
            }
            catch (JsonException e)
            {
                problems.Add(new(file, (int)(e.LineNumber ?? 0) + 1, $"{e.Path}: {e.Message.Split(" Path:", 2)[0]}"));
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
        if (clauses.EntryIntoForce is { Computable: true } entry && (entry.Instruments is not > 0 || entry.Delay is null))
            Problem(
                "finalClauses.entryIntoForce",
                "finalClauses.entryIntoForce needs instruments (one or more) and a delay, or a reason why it cannot be computed"
            );
        foreach (
            var (member, delay) in new[]
            {
                ("finalClauses.entryIntoForce.delay", clauses.EntryIntoForce.Delay),
                ("finalClauses.laterParticipants.delay", clauses.LaterParticipants?.Delay),
                ("finalClauses.withdrawal.effectAfterReceipt", clauses.Withdrawal?.EffectAfterReceipt),
            }
        )
            if (delay is { Days: < 0 } or { Months: < 0 })
                Problem(member, $"{member} is negative");
        if (clauses.Withdrawal?.ReceivedBy is { } by && Instant.ParseDay($"2000-{by}") is null)
            Problem("finalClauses.withdrawal.receivedBy", $"finalClauses.withdrawal.receivedBy '{by}' is not MM-DD");
        if (treaty.Parent is null)
        {
            foreach (
                var (member, id) in new[]
                {
                    ("finalClauses.entryIntoForce.notBefore", clauses.EntryIntoForce.NotBefore),
                    ("finalClauses.openTo.requiresPartyTo", clauses.OpenTo.RequiresPartyTo),
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
            return treaty;
        }
        return treaty with
        {
            Parent = null,
            FinalClauses = clauses with
            {
                EntryIntoForce = clauses.EntryIntoForce with { NotBefore = null },
                OpenTo = clauses.OpenTo with { RequiresPartyTo = null },
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
        var path = new Stack<string>();
        var reader = new Utf8JsonReader(json);
        var (line, at) = (1, 0);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String && SeedFile.WrongWith(reader.GetString()) is { } wrong)
                members[^1] = members[^1] with { Wrong = wrong };
            if (reader.TokenType is not JsonTokenType.PropertyName)
                continue;
            while (path.Count >= reader.CurrentDepth)
                path.Pop();
            path.Push(reader.GetString()!);
            line += json[at..(int)reader.TokenStartIndex].Count((byte)'\n');
            at = (int)reader.TokenStartIndex;
            members.Add((string.Join('.', path.Reverse()), line, SeedFile.WrongWith(path.Peek())));
        }
        return members;
    }
}
