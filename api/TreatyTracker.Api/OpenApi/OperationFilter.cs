using System.Text.Json.Nodes;
using FastEndpoints;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.OpenApi;

/// <summary>Gives an operation its summary, its real examples, the other representations of a list, and the problems it can answer with.</summary>
sealed class OperationFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<EndpointDefinition>().SingleOrDefault() is not { } endpoint) return;
        operation.Summary = endpoint.EndpointSummary?.Summary;
        operation.Description = endpoint.EndpointSummary?.Description;

        var example = metadata.OfType<Example>().Single();
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            if (example.ValueOf(parameter.Name!, context.ApiDescription.RelativePath!) is { } value)
                parameter.Example = parameter.Schema?.Type switch
                {
                    JsonSchemaType.Integer or JsonSchemaType.Boolean => JsonNode.Parse(value),
                    JsonSchemaType.Array => new JsonArray(value),
                    _ => JsonValue.Create(value),
                };

        var responses = new OpenApiResponses();
        foreach (var (code, response) in (operation.Responses ?? []).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            responses.Add(code, response);
            response.Description = int.Parse(code, System.Globalization.CultureInfo.InvariantCulture) switch
            {
                200 => "The answer.",
                308 => "The same under /v1/treaties.",
                var status => ProblemType.OfStatus(status).Title + ".",
            };
            if (response is not OpenApiResponse { Content: { } content }) continue;
            if (code == "200" && content.Count == 1 && content.First() is { Key: not "application/json", Value: OpenApiMediaType only })
            {
                if (Example.AnswerOf(operation.OperationId!) is { } text) only.Example = JsonValue.Create(text);
            }
            else if (code == "200" && content.TryGetValue("application/json", out var json) && json is OpenApiMediaType media)
            {
                if (Example.AnswerOf(operation.OperationId!) is { } answer) media.Example = JsonNode.Parse(answer);
                foreach (var other in metadata.OfType<AlsoServedAs>())
                    content[other.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = other.MediaType.EndsWith("json", StringComparison.Ordinal) ? JsonSchemaType.Object : JsonSchemaType.String, Description = other.Description } };
                if (typeof(IListRequest).IsAssignableFrom(endpoint.ReqDtoType))
                {
                    content["text/csv"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "RFC 4180 with a header row; all rows unless limit is given." } };
                    content["application/x-ndjson"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "A JSON object a line, each as in items; all rows unless limit is given." } };
                }
            }
        }
        operation.Responses = responses;
    }
}
