using System.Text.Json.Nodes;
using FastEndpoints;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// Gives an operation its summary, its real examples, the other representations of a list, and the problems it can answer with.
/// </summary>
sealed class OperationFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<EndpointDefinition>().SingleOrDefault() is not { } endpoint)
            return;
        operation.Summary = endpoint.EndpointSummary?.Summary;
        operation.Description = endpoint.EndpointSummary?.Description;
        // Empty, not absent: reading needs no key.
        if (context.ApiDescription.HttpMethod == HttpMethods.Get)
            operation.Security = [];

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
        var document = context.Document;
        var isVersioned = context.ApiDescription.RelativePath!.StartsWith("v1/", StringComparison.Ordinal);
        var isList = typeof(IListRequest).IsAssignableFrom(endpoint.ReqDtoType);
        var isTitled = endpoint.ReqDtoType.GetProperty("Lang") is not null || metadata.OfType<VariesByHost>().Any();
        string[] kept = isVersioned
            ? ["Cache-Control", "ETag", "Last-Modified", "Vary", "X-Data-Version"]
            : ["Cache-Control", "X-Data-Version"];

        string[] told =
            isList ? ["Link", "X-Total-Count"]
            : isVersioned && operation.Parameters is not null ? ["Link"]
            : [];

        var responses = new SortedDictionary<string, IOpenApiResponse>(StringComparer.Ordinal);
        foreach (var (code, response) in operation.Responses ?? [])
        {
            var status = int.Parse(code, System.Globalization.CultureInfo.InvariantCulture);
            if (status >= 400 || response is not OpenApiResponse answer)
            {
                responses.Add(code, SharedParts.ProblemOf(document, status));
                continue;
            }
            responses.Add(code, answer);
            if (status == 308)
            {
                answer.Description = "The same under /v1/treaties.";
                answer.Headers = SharedParts.Headers(document, "Location", "X-Data-Version");
                continue;
            }
            answer.Description =
                file is null ? "The answer."
                : status == 206 ? "The part of the file that Range asks for."
                : "The file.";
            answer.Headers = SharedParts.Headers(document, [.. kept, .. isTitled ? ["Content-Language"] : Array.Empty<string>(), .. told]);
            if (file is not null)
            {
                answer.Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [file.MediaType] = new OpenApiMediaType { Schema = SchemaOf(file, whole: status == 200) },
                };
                continue;
            }
            if (answer.Content is not { } content)
                continue;
            if (content.Count == 1 && content.First() is { Key: not "application/json", Value: OpenApiMediaType only })
            {
                if (Example.AnswerOf(operation.OperationId!) is { } text)
                    only.Example = JsonValue.Create(text);
                continue;
            }
            if (!content.TryGetValue("application/json", out var json) || json is not OpenApiMediaType media)
                continue;
            if (Example.AnswerOf(operation.OperationId!) is { } recorded)
                media.Example = JsonNode.Parse(recorded);
            foreach (var other in metadata.OfType<AlternateMediaType>())
                content[other.MediaType] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema
                    {
                        Type = other.MediaType.EndsWith("json", StringComparison.Ordinal) ? JsonSchemaType.Object : JsonSchemaType.String,
                        Description = other.Description,
                    },
                };
            if (!isList)
                continue;
            content["text/csv"] = Text("RFC 4180 with a header row; all rows unless limit is given.");
            content["application/x-ndjson"] = Text(
                "A JSON object a line; all rows unless limit is given. Accept may call it application/ndjson or application/jsonl, too.",
                RowOf(media.Schema!, context)
            );
        }
        if (isVersioned && responses.ContainsKey("200"))
            responses["304"] = new OpenApiResponse
            {
                Description = "What If-None-Match names still holds.",
                Headers = SharedParts.Headers(document, [.. kept, .. told]),
            };
        operation.Responses = new OpenApiResponses();
        foreach (var (code, response) in responses)
            operation.Responses.Add(code, response);
    }

    /// <summary>A file's bytes, or what the whole of them spell.</summary>
    static OpenApiSchema SchemaOf(SendsFile file, bool whole) =>
        file.MediaType switch
        {
            "application/json" when whole => new() { Type = JsonSchemaType.Object },
            "text/csv" => new() { Type = JsonSchemaType.String },
            _ => new() { Type = JsonSchemaType.String, Format = "binary" },
        };

    static OpenApiMediaType Text(string description, IOpenApiSchema? item = null) =>
        new()
        {
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = description },
            ItemSchema = item,
        };

    /// <summary>The schema of a list's rows.</summary>
    static IOpenApiSchema RowOf(IOpenApiSchema list, OperationFilterContext context) =>
        context.SchemaRepository.Schemas[((OpenApiSchemaReference)list).Reference.Id!].Properties!["items"].Items!;
}
