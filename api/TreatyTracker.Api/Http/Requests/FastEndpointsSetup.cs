using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using FastEndpoints;
using Microsoft.Extensions.Primitives;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>
/// How requests are bound, validated and rejected. FastEndpoints keeps this for the process: nothing here may depend on a host.
/// </summary>
static class FastEndpointsSetup
{
    /// <summary>
    /// The first and the last day that requests can name, both inclusive. No treaty in the register is older, and every day of effect that
    /// follows from the last one is still in the calendar.
    /// </summary>
    public static readonly DateOnly FirstDay = new(1800, 1, 1),
        LastDay = new(2999, 12, 31);

    /// <summary>The days that requests can name, as a phrase.</summary>
    public static string DaysOfRequests { get; } = $"from {Instant.Text(FirstDay)} to {Instant.Text(LastDay)}";

    static readonly MethodInfo s_setValidator = typeof(EndpointDefinition).GetMethod(nameof(EndpointDefinition.Validator))!;

    public static void Apply(Config c)
    {
        c.Endpoints.ShortNames = true;
        c.Endpoints.NameGenerator = ctx => JsonNamingPolicy.CamelCase.ConvertName(ctx.EndpointType.Name);
        c.Serializer.ResponseSerializer = (response, answer, type, _, _) =>
            answer is Problem problem
                ? Problem.Write(response.HttpContext, problem)
                : JsonBody.Write(response, answer, ListResults.JsonType);
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
        c.Binding.FailureMessage = (type, name, value) => WhatIsWrong(type, value);
        c.Binding.ValueParserFor<DateOnly>(v => Instant.ParseDay(v) is { } day && IsDayOfRequests(day) ? new(true, day) : new(false, null));
        c.Binding.ValueParserFor<DateTimeOffset>(v => new(Instant.Parse(v) is { } instant, Instant.Parse(v) ?? default));
        c.Binding.ValueParserFor<bool>(v =>
            v.ToString() switch
            {
                "true" => new(true, true),
                "false" => new(true, false),
                _ => new(false, null),
            }
        );
        // Texts as they are: the binder would read one that begins with a bracket as JSON.
        c.Binding.ValueParserFor<string[]>(v => new(true, v.ToArray()));
        foreach (var type in RequestEnums())
        {
            var values = new Lazy<FrozenDictionary<string, object>>(() => WireNames.Of(type).ToFrozenDictionary(m => m.Word, m => m.Value));
            c.Binding.ValueParserFor(
                type,
                v => values.Value.TryGetValue(v.ToString(), out var value) ? new(true, value) : new(false, null)
            );
            c.Binding.ValueParserFor(
                type.MakeArrayType(),
                words =>
                {
                    var array = Array.CreateInstance(type, words.Count);
                    for (var i = 0; i < words.Count; i++)
                        if (values.Value.TryGetValue(words[i] ?? "", out var value))
                            array.SetValue(value, i);
                        else
                            return new(false, null);
                    return new(true, array);
                }
            );
        }
        c.Endpoints.Configurator = e =>
        {
            if (e.ReqDtoType.GetProperties().Any(p => p.IsDefined(typeof(ValidationAttribute))))
                s_setValidator.MakeGenericMethod(typeof(RequestValidator<>).MakeGenericType(e.ReqDtoType)).Invoke(e, null);
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
        };
    }

    /// <summary>Whether requests can name a day.</summary>
    public static bool IsDayOfRequests(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>The problems that an endpoint can answer with.</summary>
    static IEnumerable<int> ProblemsOf(EndpointDefinition endpoint)
    {
        // Also without parameters: unknown ones are rejected.
        yield return 400;
        if (endpoint.Routes!.Any(r => r.Contains('{')))
            yield return 404;
        if (endpoint.Routes!.Any(r => r.StartsWith("/v1", StringComparison.Ordinal)))
        {
            yield return 406;
            if (endpoint.PreBuiltUserPolicies is not null)
            {
                yield return 401;
                yield return 403;
                yield return 412;
            }
            if (endpoint.Verbs!.Contains(HttpMethods.Post))
            {
                yield return 413;
                yield return 415;
            }
            else
                yield return 412;
            yield return 429;
            yield return 503;
        }
        yield return 500;
    }

    static IEnumerable<Type> RequestEnums() =>
        new[] { typeof(FastEndpointsSetup).Assembly, typeof(TreatyKind).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsEnum && !t.IsNested);

    static string WhatIsWrong(Type type, StringValues values)
    {
        type = Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type;
        var value = values.ToString();
        if (type.IsEnum)
        {
            var words = WireNames.Of(type).Select(m => m.Word).ToArray();
            return Suggestions.NotOneOf(values.FirstOrDefault(v => !words.Contains(v)) ?? value, words);
        }
        return type == typeof(DateOnly) ? $"'{value}' is not a date {DaysOfRequests}. Use YYYY-MM-DD, such as 2017-06-30."
            : type == typeof(DateTimeOffset)
                ? $"'{value}' is not a date and time with an offset. Use the form 2026-11-23T21:00:00Z; in a URL, write + as %2B."
            : type == typeof(int) ? $"'{value}' is not a whole number. Use a number such as 10."
            : type == typeof(bool) ? $"'{value}' is not a Boolean. Use true or false."
            : $"'{value}' is not a valid value.";
    }
}
