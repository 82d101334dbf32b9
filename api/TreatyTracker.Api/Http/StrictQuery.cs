using System.Text.Json;
using FastEndpoints;
using Microsoft.Extensions.Primitives;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http;

/// <summary>Marks an endpoint that hands its query on to another address.</summary>
sealed class TakesAnyQuery;

/// <summary>
/// Refuses query parameters that an endpoint does not have, and single ones given twice: a misspelt <c>asof</c> that is silently ignored
/// gives a wrong figure that looks right. Refuses, too, to say what the register will know.
/// </summary>
static class StrictQuery
{
    public static async Task Check(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Query.Count > 0 && http.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<EndpointDefinition>() is { } endpoint
            && metadata.GetMetadata<TakesAnyQuery>() is null && Errors(http, endpoint) is { Count: > 0 } errors)
            await Problem.Send(http, ProblemType.InvalidRequest, string.Join(" ", errors.Select(e => $"{e.Key}: {e.Value[0]}.")), errors);
        else
            await next(http);
    }

    static Dictionary<string, string[]> Errors(HttpContext http, EndpointDefinition endpoint)
    {
        var known = ParametersOf(endpoint, http.Request.RouteValues.Keys);
        var errors = new Dictionary<string, string[]>();
        foreach (var (name, values) in http.Request.Query)
            if (!known.TryGetValue(name, out var repeatable))
                errors[name] = [Unknown(name, known.Keys)];
            else if (values.Count > 1 && !repeatable)
                errors[name] = ["is given more than once and takes one value"];
            else if (StringValues.IsNullOrEmpty(values))
                errors[name] = ["is empty; give a value or leave it out"];
            else if (name == "knownAt" && Instant.Parse(values) > Latest(http))
                errors[name] = ["lies in the future; nobody knows yet what the register will know then"];
        return errors;
    }

    /// <summary>Now, or the register's latest entry where the clock was put back since: what an answer says of itself can be asked for.</summary>
    static DateTimeOffset Latest(HttpContext http)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return http.Features.Get<Register>()?.LastRecordedAt is { } recorded && recorded > now ? recorded : now;
    }

    static string Unknown(string name, IReadOnlyCollection<string> known) => known.Count == 0
        ? "is not a parameter here; this address takes none"
        : $"is not a parameter here.{Nearest.Question(name, known)} This address takes {string.Join(", ", known)}";

    static Dictionary<string, bool> ParametersOf(EndpointDefinition endpoint, ICollection<string> route) =>
        endpoint.ReqDtoType == typeof(EmptyRequest) ? []
        : endpoint.ReqDtoType.GetProperties()
            .Where(p => !route.Contains(p.Name, StringComparer.OrdinalIgnoreCase) && p.SetMethod is not null)
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => p.PropertyType.IsArray);
}
