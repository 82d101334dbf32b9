using System.Text.Json;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.Pages;

/// <summary>One page for each problem type: what it means, an example, and what to do.</summary>
static class ProblemPages
{
    static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Recorded requests and answers, by slug. A test compares them with the service's real answers.</summary>
    static readonly JsonObject s_examples = Examples();

    public static string All { get; } =
        $"""
            <p>Every error has the media type <code>{Problem.MediaType}</code> (RFC 9457) and the same structure. <code>type</code> is the
            address of one of these pages. <code>detail</code> says what is wrong with the request and what to do. <code>traceId</code>
            identifies the request in the service's logs.</p>
            <table>
            <thead><tr><th scope="col">Status</th><th scope="col">Problem</th><th scope="col">What to do</th></tr></thead>
            <tbody>
            {string.Join(
                '\n',
                ProblemType.All.Select(p =>
                    $"<tr><td>{p.Status}</td><td><a href=\"/problems/{p.Slug}\">{Html.Text(p.Title)}</a></td>"
                    + $"<td>{Html.Text(p.Remedy)}</td></tr>"
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
        $"<p>Request:</p>\n{Html.Code((string)example["request"]!)}\n"
        + $"<p>Answer:</p>\n{Html.Code(example["answer"]!.ToJsonString(s_indented))}";

    // For problems that depend on the state of the service or on other requests, so that no request reproduces them.
    static string Shape(ProblemType problem) =>
        "<p>No request reproduces this problem, because it depends on the state of the service. The answer has this structure:</p>\n"
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
