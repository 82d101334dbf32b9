using System.Text.Json;
using System.Text.RegularExpressions;

namespace TreatyTracker.Api.Tests.Deployment;

/// <summary>One instruction: <c>COPY --from=build /src ./</c> is COPY with the words that follow it.</summary>
sealed record Instruction(string Keyword, string Arguments)
{
    /// <summary>The words: of a JSON array, or parted by blanks, without options.</summary>
    public string[] Words =>
        Arguments.StartsWith('[')
            ? JsonSerializer.Deserialize<string[]>(Arguments)!
            : [.. Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !w.StartsWith("--", StringComparison.Ordinal))];

    /// <summary>The value of <c>--name=value</c>; <c>null</c> when it is not given.</summary>
    public string? Option(string name) =>
        Arguments.Split(' ').FirstOrDefault(w => w.StartsWith($"--{name}=", StringComparison.Ordinal))?.Split('=', 2)[1];

    /// <summary>The pairs of ENV and LABEL.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs =>
        Regex
            .Matches(Arguments, """([\w.]+)=("([^"]*)"|\S+)""")
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, m.Groups[3].Success ? m.Groups[3].Value : m.Groups[2].Value));
}
