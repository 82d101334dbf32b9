using System.Text.Json;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>The shipped mappings, and those in files.</summary>
static class CsvMappings
{
    const int LargestFile = 1 << 20;
    const string Folder = "mappings/";

    static readonly Lazy<IReadOnlyList<CsvMapping>> s_shipped = new(() =>
        [
            .. typeof(CsvMappings)
                .Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n =>
                {
                    using var json = typeof(CsvMappings).Assembly.GetManifestResourceStream(n)!;
                    return Parse(Path.GetFileNameWithoutExtension(n[Folder.Length..]), new StreamReader(json).ReadToEnd());
                }),
        ]
    );

    static readonly string[] s_members =
    [
        "name",
        "code",
        "treaty",
        "sources",
        "sourceIds",
        "unverifiedSources",
        "verification",
        "note",
        "acts",
        "kinds",
        "places",
        "dateFormats",
        "months",
        "ignored",
        "leftOut",
    ];
    static readonly string[] s_actMembers = ["date", "kind", "kindColumn", "effect", "place"];

    /// <summary>The shipped mappings, by name.</summary>
    public static IReadOnlyList<CsvMapping> Shipped => s_shipped.Value;

    /// <summary>A shipped mapping by its name, or one in a file.</summary>
    /// <exception cref="StatusTableException">There is none, or the file has mistakes; the message names them all.</exception>
    public static CsvMapping Find(string nameOrFile)
    {
        if (Shipped.FirstOrDefault(m => m.Id.Equals(nameOrFile, StringComparison.OrdinalIgnoreCase)) is { } shipped)
            return shipped;
        var file = new FileInfo(nameOrFile);
        if (!file.Exists || file.Length is 0 or > LargestFile)
            throw new StatusTableException(
                $"There is no mapping '{nameOrFile}': it is neither a file of at most 1 MB nor one of the shipped mappings "
                    + $"{string.Join(", ", Shipped.Select(m => m.Id))}.{Suggestions.SuggestionText(nameOrFile, Shipped.Select(m => m.Id))}"
            );
        try
        {
            return Parse(nameOrFile, DocumentText.Decode(File.ReadAllBytes(nameOrFile)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StatusTableException($"The mapping '{nameOrFile}' cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads a mapping.</summary>
    /// <param name="id">What messages call it.</param>
    /// <param name="json">Comments and trailing commas are allowed.</param>
    /// <exception cref="StatusTableException">It has mistakes; the message names them all.</exception>
    public static CsvMapping Parse(string id, string json)
    {
        var problems = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var mapping = Mapping(id, document.RootElement, problems);
            return problems.Count == 0 ? mapping : throw new StatusTableException($"Mapping '{id}': {string.Join(" ", problems)}");
        }
        catch (JsonException e)
        {
            throw new StatusTableException(
                $"Mapping '{id}' is not JSON: line {e.LineNumber + 1}: {e.Message.Split(". ")[0].TrimEnd('.')}."
            );
        }
    }

    static CsvMapping Mapping(string id, JsonElement root, List<string> problems)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            problems.Add("It is not an object; write { \"name\": …, \"acts\": [ … ] }.");
            return new(id) { Acts = [], Dates = DateSyntax.Mtdsg };
        }
        Unknown(root, s_members, "the mapping", problems);
        var acts = Elements(root, "acts", problems).Select(a => Act(a, problems)).OfType<CsvActColumns>().ToList();
        if (acts.Count == 0)
            problems.Add("'acts' is empty; write [ { \"date\": \"the column's heading\", \"kind\": \"accession\" } ].");
        var mapping = new CsvMapping(id)
        {
            Name = Column(root, "name", problems),
            Code = Column(root, "code", problems),
            Treaty = Column(root, "treaty", problems),
            Sources = Column(root, "sources", problems),
            SourceIds = Members(root, "sourceIds", problems)
                .ToDictionary(m => m.Name, m => Text(m.Value, $"sourceIds.{m.Name}", problems), StringComparer.Ordinal),
            UnverifiedSources = Column(root, "unverifiedSources", problems) ?? [],
            Verification = Column(root, "verification", problems),
            Note = Column(root, "note", problems),
            Acts = acts,
            Kinds = Members(root, "kinds", problems).ToDictionary(m => m.Name, m => KindOrNull(m, problems), StringComparer.Ordinal),
            Places = Members(root, "places", problems)
                .ToDictionary(m => m.Name, m => Text(m.Value, $"places.{m.Name}", problems), StringComparer.Ordinal),
            Dates = Dates(root, problems),
            Ignored = Column(root, "ignored", problems) ?? [],
            LeftOut = Members(root, "leftOut", problems)
                .ToDictionary(m => m.Name, m => Texts(m.Value, $"leftOut.{m.Name}", problems), StringComparer.Ordinal),
        };
        if (mapping.Name is null && mapping.Code is null)
            problems.Add("It has neither 'name' nor 'code'; write the heading of the participant's column.");
        return mapping;
    }

    static CsvActColumns? Act(JsonElement act, List<string> problems)
    {
        if (act.ValueKind is not JsonValueKind.Object)
        {
            problems.Add("An act is not an object; write { \"date\": \"the column's heading\", \"kind\": \"accession\" }.");
            return null;
        }
        Unknown(act, s_actMembers, "an act", problems);
        if (Column(act, "date", problems) is not { } date)
        {
            problems.Add("An act has no 'date'; write the heading of the column with its date.");
            return null;
        }
        return new(date)
        {
            KindColumn = Column(act, "kindColumn", problems),
            Kind = act.EnumerateObject().Where(m => m.Name == "kind").Select(m => KindOrNull(m, problems)).LastOrDefault(),
            Effect = Column(act, "effect", problems),
            Place = Column(act, "place", problems),
        };
    }

    static DateSyntax Dates(JsonElement root, List<string> problems)
    {
        var formats = Column(root, "dateFormats", problems);
        var months = Column(root, "months", problems);
        if (months is not null && (months.Count != 12 || months.Any(m => m.Length == 0)))
        {
            problems.Add($"'months' has {months.Count} names; write twelve.");
            months = null;
        }
        try
        {
            return formats is null && months is null ? DateSyntax.Mtdsg : new(formats ?? ["d MMMM yyyy"], months);
        }
        catch (StatusTableException e)
        {
            problems.Add(e.Message);
            return DateSyntax.Mtdsg;
        }
    }

    static EventKind? KindOrNull(JsonProperty member, List<string> problems)
    {
        if (member.Value.ValueKind is JsonValueKind.Null)
            return null;
        var word = Text(member.Value, member.Name, problems);
        if (WireNames.Find<EventKind>(word) is { } kind and not (EventKind.Correction or EventKind.Terminated))
            return kind;
        if (word.Length > 0)
            problems.Add($"'{member.Name}': {Suggestions.NotOneOf(word, Kinds())}");
        return null;
    }

    static List<string> Kinds() =>
        [.. WireNames.All<EventKind>().Except([EventKind.Correction.WireName(), EventKind.Terminated.WireName()])];

    static void Unknown(JsonElement owner, string[] known, string what, List<string> problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in owner.EnumerateObject())
            if (!known.Contains(member.Name))
                problems.Add($"A member of {what} {Suggestions.NotOneOf(member.Name, known)}");
            else if (!seen.Add(member.Name))
                problems.Add($"'{member.Name}' stands twice in {what}.");
    }

    static IReadOnlyList<string>? Column(JsonElement owner, string name, List<string> problems) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? Texts(value, name, problems) : null;

    static IReadOnlyList<string> Texts(JsonElement value, string name, List<string> problems) =>
        value.ValueKind is JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(v => Text(v, name, problems))]
            : [Text(value, name, problems)];

    static string Text(JsonElement value, string name, List<string> problems)
    {
        if (value.ValueKind is JsonValueKind.String && CellText.Fold(value.GetString()!) is { Length: > 0 } text)
            return text;
        problems.Add($"'{name}' is not a text; write it in quotation marks.");
        return "";
    }

    static IEnumerable<JsonElement> Elements(JsonElement owner, string name, List<string> problems)
    {
        if (!owner.TryGetProperty(name, out var value))
            return [];
        if (value.ValueKind is JsonValueKind.Array)
            return value.EnumerateArray();
        problems.Add($"'{name}' is not a list; write it in square brackets.");
        return [];
    }

    static IEnumerable<JsonProperty> Members(JsonElement owner, string name, List<string> problems)
    {
        if (!owner.TryGetProperty(name, out var value))
            return [];
        if (value.ValueKind is not JsonValueKind.Object)
        {
            problems.Add($"'{name}' is not an object; write it in curly brackets.");
            return [];
        }
        var members = value.EnumerateObject().ToList();
        foreach (var twice in members.GroupBy(m => m.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            problems.Add($"'{twice.Key}' stands twice in '{name}'.");
        return members.DistinctBy(m => m.Name, StringComparer.Ordinal);
    }
}
