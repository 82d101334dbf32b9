using System.Globalization;
using Microsoft.Extensions.Primitives;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>
/// Rejects unknown query parameters and repeated single-valued ones: a misspelt <c>asof</c> that is ignored gives a wrong figure that looks
/// right. Also rejects a <c>knownAt</c> in the future and a <c>version</c> that does not exist.
/// </summary>
static class StrictQuery
{
    public static Task Check(HttpContext http, RequestDelegate next)
    {
        if (
            !http.Request.QueryString.HasValue
            || EndpointTraits.Of(http) is not { } traits
            || http.GetEndpoint()!.Metadata.GetMetadata<AcceptsAnyQuery>() is not null
        )
            return next(http);
        if (traits.IsPage && http.Request.Query.Any(p => p.Value.Any(string.IsNullOrWhiteSpace)))
            return WithoutEmpty(http);
        return Errors(http, traits) is { } errors
            ? Problem.Send(http, ProblemType.InvalidRequest, Problem.DetailOf(errors), errors)
            : next(http);
    }

    // A form sends the fields that were left empty, too. The address without them is the one to share.
    static Task WithoutEmpty(HttpContext http)
    {
        var filled = http.Request.Query.SelectMany(p => p.Value.Where(v => !string.IsNullOrWhiteSpace(v)), (p, v) => (p.Key, v));
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect(
            $"{http.Request.PathBase}{http.Request.Path}{QueryString.Create(filled.Select(p => KeyValuePair.Create(p.Key, p.v)))}"
        );
        return Task.CompletedTask;
    }

    static Dictionary<string, string[]>? Errors(HttpContext http, EndpointTraits traits)
    {
        Dictionary<string, string[]>? errors = null;
        foreach (var (name, values) in http.Request.Query)
            if (ErrorOf(http, traits, name, values) is { } error)
                (errors ??= [])[name] = [error];
        return errors;
    }

    static string? ErrorOf(HttpContext http, EndpointTraits traits, string name, StringValues values) =>
        !traits.Parameters.TryGetValue(name, out var repeatable) ? Unknown(name, traits.Names)
        : values.Count > 1 && !repeatable ? "The parameter must not be repeated. Give one value."
        : repeatable && !traits.FreeText.Contains(name) && values.Any(v => v.AsSpan().ContainsAny(',', '['))
            ? $"Repeat the parameter for each value: {Repeated(name, values)}."
        : StringValues.IsNullOrEmpty(values) ? "The parameter is empty. Give a value, or omit the parameter."
        : name == "knownAt" && Instant.Parse(values) > Latest(http)
            ? "knownAt must not be in the future. Give an instant that has passed, or omit the parameter."
        : name == "version" ? ErrorOfVersion(http, values.ToString())
        : null;

    // A value that is not a number is refused when the request is bound.
    static string? ErrorOfVersion(HttpContext http, string text) =>
        http.Request.Query.ContainsKey("knownAt") ? "Both version and knownAt are given. Give one of them."
        : RequestSnapshot.Of(http) is not { Register.Log.All.Count: var count }
        || !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        || (number >= 1 && number <= count)
            ? null
        : count == 0 ? "The register has no recordings yet. Omit the parameter."
        : $"Unknown recording {number}. The nearest is {Math.Clamp(number, 1, count)}; /v1/recordings lists all recordings.";

    /// <summary>
    /// Now, or the register's latest recording if the clock was set back since: the <c>knownAt</c> of an answer can always be asked for.
    /// </summary>
    static DateTimeOffset? Latest(HttpContext http) =>
        RequestSnapshot.Of(http) is not { } snapshot ? null
        : snapshot.Register.LastRecordedAt is { } recorded && recorded > snapshot.Now ? recorded
        : snapshot.Now;

    static string Repeated(string name, StringValues values)
    {
        var parts = values.ToString().Split([',', '[', ']', '"', ' '], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('&', (parts.Length < 2 ? ["one", "another"] : parts).Select(p => $"{name}={Uri.EscapeDataString(p)}"));
    }

    static string Unknown(string name, IReadOnlyList<string> known) =>
        known.Count == 0
            ? $"Unknown parameter '{name}'. This address has no parameters."
            : $"Unknown parameter '{name}'.{(Suggestions.To(name, known) is [var nearest, ..] ? $" Did you mean '{nearest}'?" : "")} "
                + $"Supported: {string.Join(", ", known)}.";
}
