using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;
using BindingSource = Microsoft.AspNetCore.Mvc.ModelBinding.BindingSource;

namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// FastEndpoints describes a whole request class as a body. This describes it as the binder reads it: properties in the route come from the
/// path, the others from the query (GET, or where the body is of another type) or the JSON body (POST).
/// </summary>
sealed class RequestParameterProvider : IApiDescriptionProvider
{
    readonly EmptyModelMetadataProvider _metadata = new();

    /// <summary>After ASP.NET Core's own provider, which runs at -1100.</summary>
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var api in context.Results)
            if (api.ActionDescriptor.EndpointMetadata.OfType<EndpointDefinition>().SingleOrDefault() is { } endpoint)
                Describe(api, endpoint);
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context) { }

    void Describe(ApiDescription api, EndpointDefinition endpoint)
    {
        var body = api.ParameterDescriptions.SingleOrDefault(p => p.Source == BindingSource.Body);
        api.ParameterDescriptions.Clear();
        if (endpoint.ReqDtoType == typeof(EmptyRequest))
        {
            // A body that the endpoint reads itself, without any parameter.
            if (body is not null && body.Type != typeof(EmptyRequest))
                api.ParameterDescriptions.Add(body);
            return;
        }

        var route = RoutePatternFactory.Parse(api.RelativePath!).Parameters.ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        // A body of another type is read by the endpoint itself.
        var ownBody = body is not null && body.Type != endpoint.ReqDtoType;
        var fromQuery = ownBody || api.HttpMethod is "GET" or "HEAD" or "DELETE";
        var hasBody = false;
        foreach (var property in _metadata.GetMetadataForProperties(endpoint.ReqDtoType))
        {
            var inPath = route.TryGetValue(property.PropertyName!, out var segment);
            if (!inPath && !fromQuery)
            {
                hasBody = true;
                continue;
            }
            api.ParameterDescriptions.Add(
                new()
                {
                    Name = inPath ? segment!.Name : JsonNamingPolicy.CamelCase.ConvertName(property.PropertyName!),
                    Source = inPath ? BindingSource.Path : BindingSource.Query,
                    Type = property.ModelType,
                    ModelMetadata = property,
                    IsRequired =
                        inPath || endpoint.ReqDtoType.GetProperty(property.PropertyName!)!.IsDefined(typeof(RequiredAttribute), true),
                }
            );
        }
        if ((hasBody || ownBody) && body is not null)
            api.ParameterDescriptions.Add(body);
        else
            api.SupportedRequestFormats.Clear();
    }
}
