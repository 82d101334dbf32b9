using System.Collections.Frozen;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.Routing.Patterns;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>What is known of an endpoint before any request: read once from its request type, so that no request pays for it.</summary>
/// <param name="Parameters">Its query parameters, each with whether it may be given more than once.</param>
/// <param name="Names">Their names, in order of declaration.</param>
/// <param name="IsList">Whether it serves a list, in the three forms that lists have.</param>
/// <param name="Negotiates">Whether it chooses among representations itself; what does not is JSON alone.</param>
/// <param name="IsVersioned">Whether it is part of the contract, <c>/v1</c>.</param>
sealed record EndpointTraits(
    FrozenDictionary<string, bool> Parameters,
    IReadOnlyList<string> Names,
    bool IsList,
    bool Negotiates,
    bool IsVersioned
)
{
    /// <summary>The shape of the endpoint that a request was routed to; <c>null</c> where it is none of FastEndpoints'.</summary>
    public static EndpointTraits? Of(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<EndpointTraits>();

    /// <summary>Reads it.</summary>
    public static EndpointTraits Of(EndpointDefinition endpoint)
    {
        var route = endpoint
            .Routes!.SelectMany(r => RoutePatternFactory.Parse(r).Parameters)
            .Select(p => p.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var parameters =
            endpoint.ReqDtoType == typeof(EmptyRequest)
                ? []
                : endpoint
                    .ReqDtoType.GetProperties()
                    .Where(p => !route.Contains(p.Name) && p.SetMethod is not null)
                    .Select(p => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(p.Name), p.PropertyType.IsArray))
                    .ToList();
        return new(
            parameters.ToFrozenDictionary(),
            [.. parameters.Select(p => p.Key)],
            typeof(IListRequest).IsAssignableFrom(endpoint.ReqDtoType),
            endpoint.ReqDtoType.GetProperty(nameof(IListRequest.Format)) is not null,
            endpoint.Routes!.All(r => r.StartsWith("/v1/", StringComparison.Ordinal))
        );
    }
}
