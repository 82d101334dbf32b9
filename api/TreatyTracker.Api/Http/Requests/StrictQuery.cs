using Microsoft.Extensions.Primitives;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>
/// Refuses query parameters that an endpoint does not have, and single ones given twice: a misspelt <c>asof</c> that is silently ignored
/// gives a wrong figure that looks right. Refuses, too, to say what the register will know.
/// </summary>
static class StrictQuery
{
    public static Task Check(HttpContext http, RequestDelegate next) =>
        http.Request.QueryString.HasValue
        && EndpointTraits.Of(http) is { } shape
        && http.GetEndpoint()!.Metadata.GetMetadata<AcceptsAnyQuery>() is null
        && Errors(http, shape) is { } errors
            ? Problem.Send(http, ProblemType.InvalidRequest, Problem.DetailOf(errors), errors)
            : next(http);

    static Dictionary<string, string[]>? Errors(HttpContext http, EndpointTraits shape)
    {
        Dictionary<string, string[]>? errors = null;
        foreach (var (name, values) in http.Request.Query)
            if (WhatIsWrong(http, shape, name, values) is { } wrong)
                (errors ??= [])[name] = [wrong];
        return errors;
    }

    static string? WhatIsWrong(HttpContext http, EndpointTraits shape, string name, StringValues values) =>
        !shape.Parameters.TryGetValue(name, out var repeatable) ? Unknown(name, shape.Names)
        : values.Count > 1 && !repeatable ? "It is given more than once. Give one value."
        : repeatable && values.Any(v => v.AsSpan().ContainsAny(',', '['))
            ? $"Several values do not go into one. Give it once for each: {name}=one&{name}=another."
        : StringValues.IsNullOrEmpty(values) ? "It is empty. Give a value, or leave it out."
        : name == "knownAt" && Instant.Parse(values) > Latest(http)
            ? "It lies in the future, and nobody knows yet what the register will know then. Give an instant that has passed, or leave it out."
        : null;

    /// <summary>
    /// Now, or the register's latest entry where the clock was put back since: what an answer says of itself can be asked for.
    /// </summary>
    static DateTimeOffset? Latest(HttpContext http) =>
        RequestSnapshot.Of(http) is not { } moment ? null
        : moment.Register.LastRecordedAt is { } recorded && recorded > moment.Now ? recorded
        : moment.Now;

    static string Unknown(string name, IReadOnlyList<string> known) =>
        known.Count == 0
            ? "There is no such parameter here. This address takes none."
            : $"There is no such parameter here.{Suggestions.SuggestionText(name, known)} This address takes {string.Join(", ", known)}.";
}
