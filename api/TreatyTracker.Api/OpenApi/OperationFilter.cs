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

        var file = metadata.OfType<SendsFile>().SingleOrDefault();
        var responses = new OpenApiResponses();
        foreach (var (code, response) in (operation.Responses ?? []).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            responses.Add(code, response);
            response.Description = int.Parse(code, System.Globalization.CultureInfo.InvariantCulture) switch
            {
                200 => file is null ? "The answer." : "The file.",
                206 => "The part of the file that Range asks for.",
                308 => "The same under /v1/treaties.",
                var status => ProblemType.OfStatus(status).Title + ".",
            };
            if (file is not null && code is ("200" or "206")) ((OpenApiResponse)response).Content = new Dictionary<string, IOpenApiMediaType> { [file.MediaType] = new OpenApiMediaType { Schema = SchemaOf(file, whole: code == "200") } };
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

    /// <summary>A file's bytes, or what the whole of them spell.</summary>
    static OpenApiSchema SchemaOf(SendsFile file, bool whole) => file.MediaType switch
    {
        "application/json" when whole => new() { Type = JsonSchemaType.Object },
        "text/csv" => new() { Type = JsonSchemaType.String },
        _ => new() { Type = JsonSchemaType.String, Format = "binary" },
    };
}
