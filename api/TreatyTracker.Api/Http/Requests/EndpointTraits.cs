using System.Collections.Frozen;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.Routing.Patterns;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>What the pipeline needs to know of an endpoint, read once from its definition when the service starts.</summary>
/// <param name="Parameters">Its query parameters, each with whether it may be repeated.</param>
/// <param name="Names">Their names, in order of declaration.</param>
/// <param name="IsVersioned">Whether it is part of the contract, <c>/v1</c>.</param>
sealed record EndpointTraits(FrozenDictionary<string, bool> Parameters, IReadOnlyList<string> Names, bool IsVersioned)
{
    /// <summary>Its parameters whose values may hold any character.</summary>
    public required FrozenSet<string> FreeText { get; init; }

    /// <summary>What it serves, the default first.</summary>
    public required IReadOnlyList<Representation> Representations { get; init; }

    /// <summary>Whether its answer holds absolute links, made from the scheme and host of the request.</summary>
    public required bool VariesByHost { get; init; }

    /// <summary>Whether its answer is a page for people.</summary>
    public required bool IsPage { get; init; }

    /// <summary>Whether its answer follows from the data, the day and the address alone, which make its tag.</summary>
    public bool IsTagged => IsVersioned || IsPage;

    /// <summary>Whether it sends a file, which has its own tag.</summary>
    public required bool SendsFile { get; init; }

    /// <summary>
    /// The traits of the endpoint that a request was routed to; <c>null</c> for an endpoint that is not one of FastEndpoints.
    /// </summary>
    public static EndpointTraits? Of(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<EndpointTraits>();

    /// <summary>Reads the traits.</summary>
    /// <param name="endpoint">The endpoint's definition.</param>
    /// <param name="metadata">Its metadata so far.</param>
    public static EndpointTraits Of(EndpointDefinition endpoint, IList<object> metadata)
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
        var file = metadata.OfType<SendsFile>().SingleOrDefault();
        return new(
            parameters.ToFrozenDictionary(),
            [.. parameters.Select(p => p.Key)],
            endpoint.Routes!.All(r => r.StartsWith("/v1/", StringComparison.Ordinal))
        )
        {
            Representations =
                file is not null ? [new(file.MediaType, file.MediaType)]
                : metadata.OfType<ProducesMediaTypes>().LastOrDefault() is { } declared ? declared.Representations
                : typeof(IListRequest).IsAssignableFrom(endpoint.ReqDtoType) ? ProducesMediaTypes.Lists.Representations
                : ProducesMediaTypes.JsonOnly.Representations,
            FreeText = endpoint
                .ReqDtoType.GetProperties()
                .Where(p => p.IsDefined(typeof(FreeTextAttribute), true))
                .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
                .ToFrozenSet(),
            VariesByHost = metadata.OfType<VariesByHost>().Any(),
            IsPage = metadata.OfType<AnswersWithPage>().Any(),
            SendsFile = file is not null,
        };
    }
}
