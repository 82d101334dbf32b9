using System.Text.Json;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>What a workbook says about its table: a citation, the facts of the answer, and what each column means.</summary>
/// <param name="http">The request.</param>
/// <param name="answer">The JSON answer without its rows.</param>
/// <param name="rowType">The type whose members the columns are.</param>
sealed class WorkbookNotes(HttpContext http, object answer, Type rowType)
{
    readonly IMemberTexts _texts = http.RequestServices.GetRequiredService<IMemberTexts>();

    /// <summary>The columns of the sheet.</summary>
    public static IReadOnlyList<Column<WorkbookNote>> Columns { get; } =
    [
        new("about", n => n.About) { Width = 12 },
        new("name", n => n.Name) { Width = 30 },
        new("value", n => n.Value) { Width = 60 },
        new("meaning", n => n.Meaning) { Width = 100 },
    ];

    /// <summary>The lines of the sheet.</summary>
    /// <param name="columns">The name of each column of the table, and what it means where its name does not tell.</param>
    public IEnumerable<WorkbookNote> Lines(IEnumerable<(string Name, string? About)> columns)
    {
        var facts = Facts(JsonSerializer.SerializeToNode(answer, answer.GetType(), JsonBody.Json)!, "").ToList();
        return
        [
            new("citation", "cite", Citation(facts), "How to cite this table."),
            new("citation", "address", Address(facts), "The address that gives this table again."),
            new("answer", "dataVersion", RequestSnapshot.Required(http).Register.Version, "The version of the data it was computed from."),
            .. facts.Select(f => new WorkbookNote("answer", f.Name, f.Value, _texts.TextOf(answer.GetType(), LastOf(f.Name)))),
            .. columns.Select(c => new WorkbookNote(
                "column",
                c.Name,
                null,
                c.About ?? _texts.TextOf(rowType, c.Name) ?? _texts.TextOf(answer.GetType(), c.Name)
            )),
        ];
    }

    /// <summary>The scalar members of an answer, by path: <c>record.completeThrough</c>.</summary>
    static IEnumerable<(string Name, object Value)> Facts(JsonNode node, string path) =>
        node switch
        {
            JsonObject members => members
                .Where(m => m.Value is not null && !(path.Length == 0 && m.Key is "items" or "next"))
                .SelectMany(m => Facts(m.Value!, path.Length == 0 ? m.Key : $"{path}.{m.Key}")),
            JsonArray items => items.Index().Where(i => i.Item is not null).SelectMany(i => Facts(i.Item!, $"{path}[{i.Index}]")),
            _ => [(path, ValueOf(node.AsValue()))],
        };

    static object ValueOf(JsonValue value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when value.TryGetValue<int>(out var number) => number,
            _ => Instant.ParseDay(value.ToString()) is { } day ? day : value.ToString(),
        };

    static string LastOf(string path) => path[(path.LastIndexOf('.') + 1)..].Split('[')[0];

    string Citation(List<(string Name, object Value)> facts)
    {
        var snapshot = RequestSnapshot.Required(http);
        var title = Find(facts, "treaty.title") is string text ? $"{text}: " : "";
        var through = Find(facts, "record.completeThrough") is DateOnly last ? $", record complete through {Instant.Text(last)}" : "";
        return $"{title}{TableFile.Stem(http, Find(facts, "asOf") as DateOnly? ?? snapshot.Today)}{through}"
            + $" (Treaty Tracker, data version {snapshot.Register.Version}, {Address(facts)}).";
    }

    /// <summary>The address of the request with the day and the instant fixed, where the answer depends on them.</summary>
    string Address(List<(string Name, object Value)> facts)
    {
        var request = http.Request;
        var parameters = EndpointTraits.Of(http)!.Parameters;
        // A version is short for the instant that is named instead.
        var query = request.Query.Where(q => q.Key != "version").SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)).ToList();
        foreach (var name in new[] { "asOf", "knownAt", "format" })
            if (parameters.ContainsKey(name) && !request.Query.ContainsKey(name))
                query.Add(new(name, name == "format" ? "xlsx" : TextOf(Find(facts, name))));
        var path = http.Features.Get<CanonicalPath>()?.Path ?? request.Path.Value!;
        var host = request.Host.HasValue ? request.Host.ToUriComponent() : "localhost";
        return $"{request.Scheme}://{host}{request.PathBase.ToUriComponent()}{path}"
            + QueryString.Create(query.Where(q => q.Value is not null)).ToUriComponent();
    }

    static object? Find(List<(string Name, object Value)> facts, string name) => facts.Find(f => f.Name == name).Value;

    static string? TextOf(object? value) => value is DateOnly day ? Instant.Text(day) : value?.ToString();
}
