using System.Text.Json.Nodes;
using FastEndpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Keys;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// Adds to an operation its summary, its recorded example, its other formats, its headers and the problems that it can answer with.
/// </summary>
sealed class OperationFilter : IOperationFilter
{
    const int LongestText = 12_000;

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<EndpointDefinition>().SingleOrDefault() is not { } endpoint)
            return;
        operation.Summary = endpoint.EndpointSummary?.Summary;
        operation.Description = endpoint.EndpointSummary?.Description;
        var document = context.Document;
        var needsKey = metadata.OfType<IAuthorizeData>().Any();
        // An empty list states that no key is needed; an absent one would state nothing.
        operation.Security = needsKey ? [new() { [new OpenApiSecuritySchemeReference(KeyAuthentication.Scheme, document)] = [] }] : [];

        if (needsKey)
            (operation.Parameters ??= []).Add(SharedParts.IfMatch(document));

        var example = metadata.OfType<Example>().Single();
        if (example.Body is { } sent && operation.RequestBody is OpenApiRequestBody body)
            foreach (var content in body.Content!.Values.OfType<OpenApiMediaType>())
            {
                content.Example = JsonNode.Parse(sent);
                if (metadata.OfType<OneOrMany>().Any() && content.Schema is { Items: { } one } many)
                    content.Schema = new OpenApiSchema { OneOf = [one, many] };
            }
        if (operation.RequestBody is OpenApiRequestBody required)
            required.Required = true;
        // Swagger UI sends what it finds here: a value that the operation does not need would cut its answer short.
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.Required) ?? [])
            if (example.ValueOf(parameter.Name!, context.ApiDescription.RelativePath!) is { } value)
                parameter.Example = parameter.Schema?.Type switch
                {
                    JsonSchemaType.Integer or JsonSchemaType.Boolean => JsonNode.Parse(value),
                    JsonSchemaType.Array => new JsonArray(value),
                    _ => JsonValue.Create(value),
                };

        var file = metadata.OfType<SendsFile>().SingleOrDefault();
        var isVersioned = context.ApiDescription.RelativePath!.StartsWith("v1/", StringComparison.Ordinal);
        var isList = typeof(IListRequest).IsAssignableFrom(endpoint.ReqDtoType);
        var isTitled = endpoint.ReqDtoType.GetProperty("Lang") is not null || metadata.OfType<VariesByHost>().Any();
        var isReading = context.ApiDescription.HttpMethod == HttpMethods.Get;
        string[] always =
            isVersioned && isReading
                ? ["Cache-Control", "ETag", "Last-Modified", "Vary", "X-Data-Version"]
                : ["Cache-Control", "X-Data-Version"];

        string[] sometimes =
            isList ? (isReading ? ["Link", "X-Total-Count"] : ["X-Total-Count"])
            : isVersioned && operation.Parameters is not null ? ["Link"]
            : [];
        if (metadata.OfType<CoverageInHeaders>().Any())
            sometimes =
            [
                .. sometimes,
                SharedHeaders.CompleteThrough,
                SharedHeaders.Coverage,
                SharedHeaders.UndatedEvents,
                SharedHeaders.UnverifiedEvents,
                SharedHeaders.AssumedEffects,
            ];

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
            if (needsKey)
            {
                answer.Description = status == 201 ? "Recorded." : "The register had all of it already. Nothing was recorded.";
                answer.Headers = SharedParts.Headers(
                    document,
                    [.. always, "Content-Language", .. status == 201 ? ["Location"] : Array.Empty<string>()]
                );
                if (status == 201 && answer.Content!["application/json"] is OpenApiMediaType made)
                    made.Examples = ExamplesOf(
                        example,
                        Example.AnswerOf(operation.OperationId!) is { } written ? JsonNode.Parse(written) : null
                    );
                continue;
            }
            if (status == 308)
            {
                answer.Description = "Redirects to the same resource under /v1/treaties.";
                answer.Headers = SharedParts.Headers(document, "Location", "X-Data-Version");
                continue;
            }
            answer.Description =
                file is null ? "OK."
                : status == 206 ? "The part of the file that the Range header selects."
                : "The file.";
            answer.Headers = SharedParts.Headers(
                document,
                [.. always, .. isTitled ? ["Content-Language"] : Array.Empty<string>(), .. sometimes]
            );
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
                only.Examples = ExamplesOf(
                    example,
                    Example.AnswerOf(operation.OperationId!) is { } text ? JsonValue.Create(Beginning(text)) : null
                );
                continue;
            }
            if (!content.TryGetValue("application/json", out var json) || json is not OpenApiMediaType media)
                continue;
            media.Examples = ExamplesOf(
                example,
                Example.AnswerOf(operation.OperationId!) is { } recorded ? JsonNode.Parse(recorded) : null
            );
            foreach (var other in metadata.OfType<AlternateMediaType>())
                content[other.MediaType] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema
                    {
                        Type =
                            other.IsList ? JsonSchemaType.Array
                            : other.MediaType.EndsWith("json", StringComparison.Ordinal) ? JsonSchemaType.Object
                            : JsonSchemaType.String,
                        Items = other.IsList ? new OpenApiSchema { Type = JsonSchemaType.Object } : null,
                        Description = other.Description,
                    },
                };
            if (!isList)
                continue;
            var rows = isReading ? "All rows, unless `limit` is given." : "All rows.";
            content["text/csv"] = Text($"CSV (RFC 4180) with a header row. {rows}");
            content["application/x-ndjson"] = Text(
                $"One JSON object per line. {rows} " + "The `Accept` header can also name it application/ndjson or application/jsonl.",
                RowOf(media.Schema!, context)
            );
            content[Workbook.MediaType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = "binary",
                    Description = $"A workbook: the table with typed days, and a sheet with definitions, coverage and citation. {rows}",
                },
            };
        }
        if (isVersioned && isReading && responses.ContainsKey("200"))
            responses["304"] = new OpenApiResponse
            {
                Description = "Not modified: the answer is the one that `If-None-Match` names.",
                Headers = SharedParts.Headers(document, [.. always, .. sometimes]),
            };
        operation.Responses = new OpenApiResponses();
        foreach (var (code, response) in responses)
            operation.Responses.Add(code, response);
    }

    /// <summary>A recorded answer under the request that gives it.</summary>
    /// <summary>A text, or of a long one, such as a map, the beginning: a reader of the document needs no more.</summary>
    static string Beginning(string text) => text.Length <= LongestText ? text : text[..text.LastIndexOf('<', LongestText)] + "…";

    static Dictionary<string, IOpenApiExample>? ExamplesOf(Example example, JsonNode? answer) =>
        answer is null
            ? null
            : new()
            {
                ["recorded"] = new OpenApiExample { Summary = $"{(example.Body is null ? "GET" : "POST")} {example.Url}", Value = answer },
            };

    /// <summary>The schema of a file's content: text or an object when it is sent as a whole, else bytes.</summary>
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
