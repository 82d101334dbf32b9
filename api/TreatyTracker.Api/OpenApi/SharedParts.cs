using Microsoft.OpenApi;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// What many operations have in common, said once under <c>components</c>: the headers of answers, and the answers that are problems.
/// </summary>
static class SharedParts
{
    static readonly IReadOnlyDictionary<string, OpenApiHeader> s_headers = new Dictionary<string, OpenApiHeader>
    {
        ["X-Data-Version"] = Header("Names the data from which the answer was computed; the same as `data` of /v1/version."),
        ["Cache-Control"] = Header("How long the answer may be kept; `no-store` for errors."),
        ["ETag"] = Header("Names this representation of this answer; send it as If-None-Match to be told 304 while it holds."),
        ["Last-Modified"] = Header("When the data, or the day spoken of, last changed."),
        ["Vary"] = Header("The request headers on which the answer depends."),
        ["Content-Language"] = Header("The language of titles and names."),
        ["Location"] = Header("The address to ask instead."),
        ["Retry-After"] = Header("After how many seconds to ask again.", type: JsonSchemaType.Integer),
        ["Link"] = Header(
            "`rel=\"next\"`: the next page of a list, where there is one; `rel=\"canonical\"`: the address by id, where another was used.",
            always: false
        ),
        ["X-Total-Count"] = Header(
            "How many rows the whole list has; of CSV and NDJSON alone, for JSON says it in `total`.",
            always: false,
            JsonSchemaType.Integer
        ),
    };

    /// <summary>References to headers, by name.</summary>
    public static IDictionary<string, IOpenApiHeader> Headers(
        Microsoft.OpenApi.OpenApiDocument document,
        params IEnumerable<string> names
    ) => names.ToDictionary(n => n, n => Reference(document, n));

    static IOpenApiHeader Reference(Microsoft.OpenApi.OpenApiDocument document, string name)
    {
        if (document.Components?.Headers?.ContainsKey(name) is not true)
            document.AddComponent(name, s_headers[name]);
        return new OpenApiHeaderReference(name, document);
    }

    /// <summary>A reference to the problem of a status.</summary>
    public static IOpenApiResponse ProblemOf(Microsoft.OpenApi.OpenApiDocument document, int status)
    {
        var type = ProblemType.OfStatus(status);
        // Clients know the 409 by the name of its status.
        var name = status == 409 ? "Conflict" : string.Concat(type.Slug.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        if (document.Components?.Responses?.ContainsKey(name) is not true)
            document.AddComponent(
                name,
                new OpenApiResponse
                {
                    Description = $"{type.Title}. {type.Meaning}",
                    Headers = HeadersOfProblem(document, status),
                    Content = new Dictionary<string, IOpenApiMediaType>
                    {
                        [Problem.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(Problem), document) },
                    },
                }
            );
        return new OpenApiResponseReference(name, document);
    }

    static IDictionary<string, IOpenApiHeader> HeadersOfProblem(Microsoft.OpenApi.OpenApiDocument document, int status)
    {
        if (status == 429)
            return Headers(document, "Cache-Control", "Retry-After", "X-Data-Version");
        if (status != 503)
            return Headers(document, "Cache-Control", "X-Data-Version");
        var headers = Headers(document, "Cache-Control");
        // Without a register there is no data to name.
        headers["X-Data-Version"] = Header("Names the data that the service holds, where it holds any.", always: false);
        return headers;
    }

    static OpenApiHeader Header(string description, bool always = true, JsonSchemaType type = JsonSchemaType.String) =>
        new()
        {
            Description = description,
            Required = always,
            Schema = new OpenApiSchema { Type = type },
        };
}
