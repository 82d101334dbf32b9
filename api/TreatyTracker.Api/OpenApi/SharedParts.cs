using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using TreatyTracker.Api.Features.Events;
using TreatyTracker.Api.Http;

namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// The headers and problems that operations have in common, as components.
/// </summary>
static class SharedParts
{
    static readonly IReadOnlyDictionary<string, OpenApiHeader> s_headers = new Dictionary<string, OpenApiHeader>
    {
        ["X-Data-Version"] = Header("The version of the data that the answer was computed from. The same as `data` in /v1/version."),
        ["Cache-Control"] = Header("How long the answer can be cached. Errors are `no-store`."),
        ["ETag"] = Header("Identifies this answer in this format. Send it as `If-None-Match` to get 304 while the answer is unchanged."),
        ["Last-Modified"] = Header("When the answer last changed, because of new data or a new day."),
        ["Vary"] = Header("The request headers that the answer depends on."),
        ["Content-Language"] = Header("The language of titles, names and labels."),
        ["Location"] = Header("The URL of the resource."),
        ["WWW-Authenticate"] = Header("That a key is needed, in the header Authorization, and what is wrong with the one sent."),
        ["Retry-After"] = Header("The number of seconds to wait before you try again.", type: JsonSchemaType.Integer),
        ["Link"] = Header(
            "`rel=\"next\"`: the next page of a list, if there is one. `rel=\"canonical\"`: the canonical URL, if you used another one.",
            always: false
        ),
        ["X-Total-Count"] = Header(
            "The number of rows in the whole list. Not in JSON, which has `total`.",
            always: false,
            JsonSchemaType.Integer
        ),
        [SharedHeaders.CompleteThrough] = Header(
            "The last day, inclusive, through which the record of the treaty is known to be complete. JSON has it in `record`, too.",
            always: false
        ),
        [SharedHeaders.Coverage] = Header(
            "How far the record of the treaty is proved: `proved`, `newer-acts` or `older-table`. JSON has it in `record`, too.",
            always: false
        ),
        [SharedHeaders.UndatedEvents] = Header(
            "The number of events whose day is known only as a period that contains the requested day. JSON has it in `record`, too.",
            always: false,
            JsonSchemaType.Integer
        ),
        [SharedHeaders.AssumedEffects] = Header(
            "The number of parties whose date of entry into force is assumed. JSON has it in `record`, too.",
            always: false,
            JsonSchemaType.Integer
        ),
        [SharedHeaders.UnverifiedEvents] = Header(
            "The number of events up to the requested day whose date is not confirmed. JSON has it in `record`, too.",
            always: false,
            JsonSchemaType.Integer
        ),
    };

    /// <summary>A reference to the parameter that makes a recording conditional.</summary>
    public static IOpenApiParameter IfMatch(Microsoft.OpenApi.OpenApiDocument document)
    {
        const string name = "IfMatch";
        if (document.Components?.Parameters?.ContainsKey(name) is not true)
            document.AddComponent(
                name,
                // Without an example: Swagger UI would send it, and the recording would fail.
                new OpenApiParameter
                {
                    Name = HeaderNames.IfMatch,
                    In = ParameterLocation.Header,
                    Description =
                        "The data version, in quotation marks, that the register must have; else nothing is recorded, and the answer is "
                        + "412. `X-Data-Version` of every answer has it.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
        return new OpenApiParameterReference(name, document);
    }

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
        // Generated clients know the 409 under this name.
        var name = status == 409 ? "Conflict" : string.Concat(type.Slug.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        if (document.Components?.Responses?.ContainsKey(name) is not true)
            document.AddComponent(
                name,
                new OpenApiResponse
                {
                    Description = $"{type.Title}. {type.Meaning}",
                    Headers = new Dictionary<string, IOpenApiHeader>(HeadersOfProblem(document, status))
                    {
                        ["Content-Language"] = Header("The language of `title`, then that of `detail` where it is another one."),
                    },
                    Content = new Dictionary<string, IOpenApiMediaType>
                    {
                        [Problem.MediaType] = new OpenApiMediaType
                        {
                            Schema = new OpenApiSchemaReference(status == 422 ? nameof(ContradictionProblem) : nameof(Problem), document),
                        },
                    },
                }
            );
        return new OpenApiResponseReference(name, document);
    }

    static IDictionary<string, IOpenApiHeader> HeadersOfProblem(Microsoft.OpenApi.OpenApiDocument document, int status)
    {
        if (status is 401 or 403)
        {
            var ofKeys = Headers(document, "Cache-Control", "X-Data-Version");
            ofKeys["WWW-Authenticate"] = Reference(document, "WWW-Authenticate");
            return ofKeys;
        }
        if (status == 429)
            return Headers(document, "Cache-Control", "Retry-After", "X-Data-Version");
        if (status != 503)
            return Headers(document, "Cache-Control", "X-Data-Version");
        var headers = Headers(document, "Cache-Control");
        // Without a register there is no data version.
        headers["X-Data-Version"] = Header("The version of the data that the service has loaded, if any.", always: false);
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
