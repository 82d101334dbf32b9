using System.Text.Json;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Pages;

/// <summary>A page a problem: what it means, what it looks like, and the way out.</summary>
static class ProblemPages
{
    static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The recorded requests and answers, by slug; a test compares them with what the service says.</summary>
    static readonly JsonObject s_examples = Examples();

    public static string All { get; } =
        $"""
            <p>Every error is answered as <code>{Problem.MediaType}</code> (RFC 9457), in one shape. Its <code>type</code> is the address of one of these pages; its <code>detail</code> says what is wrong with the request at hand and what to do. <code>traceId</code> names the request in the service's logs.</p>
            <table>
            <thead><tr><th scope="col">Status</th><th scope="col">Problem</th><th scope="col">What to do</th></tr></thead>
            <tbody>
            {string.Join(
                '\n',
                ProblemType.All.Select(p =>
                    $"<tr><td>{p.Status}</td><td><a href=\"/problems/{p.Slug}\">{Html.Text(p.Title)}</a></td><td>{Html.Text(p.Remedy)}</td></tr>"
                )
            )}
            </tbody>
            </table>
            """;

    public static string Of(ProblemType problem) =>
        $"""
            <p>{Html.Text(problem.Meaning)}</p>
            <h2>Example</h2>
            {(s_examples[problem.Slug] is { } example ? Recorded(example) : Shape(problem))}
            <h2>What to do</h2>
            <p>{Html.Text(problem.Remedy)}</p>
            <p><a href="/problems">All problems</a></p>
            """;

    static string Recorded(JsonNode example) =>
        $"<p>This request:</p>\n{Html.Code((string)example["request"]!)}\n<p>is answered so:</p>\n{Html.Code(example["answer"]!.ToJsonString(s_indented))}";

    // What no request calls forth: it depends on the service's state, or on what else was asked.
    static string Shape(ProblemType problem) =>
        "<p>No request brings this about at will. The answer has this form:</p>\n"
        + Html.Code(
            new JsonObject
            {
                ["type"] = $"/problems/{problem.Slug}",
                ["title"] = problem.Title,
                ["status"] = problem.Status,
                ["detail"] = problem.Remedy,
                ["instance"] = "/v1/treaties",
                ["traceId"] = Problem.ExampleTraceId,
            }.ToJsonString(s_indented)
        );

    static JsonObject Examples()
    {
        using var stream = typeof(ProblemPages).Assembly.GetManifestResourceStream("problems.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
