namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// The request whose answer is an operation's example. The answer is recorded in <c>OpenApi/examples</c> under the operation's id. A test
/// compares it with the service's answer, and <c>ACCEPT=1 dotnet test</c> rewrites it.
/// </summary>
/// <param name="Url">Path and query.</param>
/// <param name="Body">The JSON that is sent; <c>null</c> for GET.</param>
public sealed record Example(string Url, string? Body = null)
{
    /// <summary>The recorded answer of an operation; <c>null</c> if there is none.</summary>
    public static string? AnswerOf(string operationId)
    {
        var assembly = typeof(Example).Assembly;
        // The extension depends on the media type.
        if (
            Array.Find(assembly.GetManifestResourceNames(), n => n.StartsWith($"examples/{operationId}.", StringComparison.Ordinal))
            is not { } name
        )
            return null;
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The value of a parameter, in path or query, in the example; <c>null</c> if it has none.</summary>
    public string? ValueOf(string parameter, string template)
    {
        var parts = Url.Split('?', 2);
        var position = Array.FindIndex(template.Trim('/').Split('/'), s => s.Trim('{', '}', '*') == parameter);
        if (position >= 0)
            return parts[0].Trim('/').Split('/').ElementAtOrDefault(position);
        return parts.Length < 2
            ? null
            : parts[1]
                .Split('&')
                .Select(p => p.Split('=', 2))
                .Where(p => p[0] == parameter)
                .Select(p => Uri.UnescapeDataString(p[1]))
                .FirstOrDefault();
    }
}
