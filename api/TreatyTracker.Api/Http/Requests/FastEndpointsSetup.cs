using System.Text.Json;
using FastEndpoints;
using FluentValidation;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>How requests are bound, checked and refused. Process-wide in FastEndpoints: nothing here may depend on one host.</summary>
static class FastEndpointsSetup
{
    /// <summary>
    /// The days that can be asked about, both included: no treaty of ours is older, and whatever follows from a day still has one in the
    /// calendar.
    /// </summary>
    public static readonly DateOnly FirstDay = new(1800, 1, 1),
        LastDay = new(2999, 12, 31);

    public static void Apply(Config c)
    {
        c.Endpoints.ShortNames = true;
        c.Endpoints.NameGenerator = ctx => JsonNamingPolicy.CamelCase.ConvertName(ctx.EndpointType.Name);
        c.Serializer.ResponseSerializer = (response, answer, type, _, _) =>
            JsonBody.Write(response, answer, type == Problem.MediaType ? type : ListResults.JsonType);
        c.Errors.StatusCode = 400;
        c.Errors.ContentType = Problem.MediaType;
        c.Errors.ProducesMetadataType = typeof(Problem);
        c.Errors.ResponseBuilder = (failures, http, _) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var errors = failures
                .GroupBy(f => JsonNamingPolicy.CamelCase.ConvertName(f.PropertyName))
                .ToDictionary(g => g.Key, g => g.Select(f => f.ErrorMessage).Distinct().ToArray());
            return Problem.Of(http, ProblemType.InvalidRequest, Problem.DetailOf(errors), errors);
        };
        c.Binding.FailureMessage = (type, name, value) => WhatIsWrong(type, value.ToString());
        c.Binding.ValueParserFor<DateOnly>(v =>
            Instant.ParseDay(v) is { } day && day >= FirstDay && day <= LastDay ? new(true, day) : new(false, null)
        );
        c.Binding.ValueParserFor<DateTimeOffset>(v => new(Instant.Parse(v) is { } instant, Instant.Parse(v) ?? default));
        c.Binding.ValueParserFor<bool>(v =>
            v.ToString() switch
            {
                "true" => new(true, true),
                "false" => new(true, false),
                _ => new(false, null),
            }
        );
        foreach (var type in RequestEnums())
            c.Binding.ValueParserFor(type, v => WordOf(type, v.ToString()) is { } word ? new(true, word) : new(false, null));
        c.Endpoints.Configurator = e =>
            e.Description(b =>
            {
                foreach (var status in ProblemsOf(e))
                    b.Produces<Problem>(status, Problem.MediaType);
                b.Finally(endpoint =>
                {
                    endpoint.Metadata.Add(EndpointTraits.Of(e, endpoint.Metadata));
                    // HEAD is answered wherever GET is; the server leaves out the body.
                    if (e.Verbs!.Contains(HttpMethods.Get))
                        endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
                });
            });
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) =>
            member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);
    }

    /// <summary>The problems that an endpoint can answer with, beside those that any server can.</summary>
    static IEnumerable<int> ProblemsOf(EndpointDefinition endpoint)
    {
        // Even where there is no parameter: an unknown one is refused.
        yield return 400;
        if (endpoint.Routes!.Any(r => r.Contains('{')))
            yield return 404;
        if (endpoint.Routes!.Any(r => r.StartsWith("/v1", StringComparison.Ordinal)))
        {
            yield return 406;
            yield return 429;
            yield return 503;
        }
        yield return 500;
    }

    static IEnumerable<Type> RequestEnums() =>
        new[] { typeof(FastEndpointsSetup).Assembly, typeof(TreatyKind).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsEnum && !t.IsNested);

    static object? WordOf(Type type, string text) => Enum.GetValues(type).Cast<object>().FirstOrDefault(v => WordText(v) == text);

    static string WordText(object value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!);

    static string WhatIsWrong(Type type, string value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            var words = Enum.GetValues(type).Cast<object>().Select(WordText).ToArray();
            return Suggestions.NotOneOf(value, words);
        }
        return type == typeof(DateOnly)
                ? $"'{value}' is not a day from {Instant.Text(FirstDay)} to {Instant.Text(LastDay)}. Write it as YYYY-MM-DD, such as 2017-06-30."
            : type == typeof(DateTimeOffset)
                ? $"'{value}' is not an instant with its offset. Write it as 2026-11-23T21:00:00Z; in an address, + is written %2B."
            : type == typeof(int) ? $"'{value}' is not a whole number, such as 10."
            : type == typeof(bool) ? $"'{value}' is not true or false."
            : $"'{value}' is not a value that it takes.";
    }
}
