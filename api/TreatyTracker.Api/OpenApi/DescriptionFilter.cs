using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// Descriptions come from the code's documentation comments. Here they name members as JSON does, say absent instead of <c>null</c>, and
/// tell that the enumerations of answers may grow.
/// </summary>
sealed partial class DescriptionFilter : IDocumentFilter
{
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = swaggerDoc.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        foreach (var schema in schemas.Values)
            Describe(schema);
        foreach (var name in schemas.Values.SelectMany(s => s.Properties?.Values ?? []).SelectMany(Parts).Distinct())
            if (schemas[name] is OpenApiSchema { Enum: not null } enumeration)
                enumeration.Description += " New values may be added: handle values that you do not know.";
    }

    static void Describe(IOpenApiSchema? schema)
    {
        if (schema is null)
            return;
        schema.Description = OnTheWire(schema.Description);
        // What a reference refers to is described once, where it is defined.
        if (schema is not OpenApiSchema described)
            return;
        foreach (var part in (described.Properties?.Values ?? []).Append(described.Items).Append(described.AdditionalProperties))
            Describe(part);
    }

    /// <summary>The components that a member's values are made of.</summary>
    static IEnumerable<string> Parts(IOpenApiSchema? member) =>
        member switch
        {
            null => [],
            OpenApiSchemaReference reference => [reference.Reference.Id!],
            _ => [.. Parts(member.Items), .. Parts(member.AdditionalProperties), .. Parts((member as OpenApiSchema)?.PropertyNames)],
        };

    static string? OnTheWire(string? text) =>
        text is null
            ? null
            : Member()
                .Replace(text, m => $"`{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(m.Groups[1].Value)}`")
                .Replace("`null`", "absent", StringComparison.Ordinal);

    [GeneratedRegex(@"TreatyTracker(?:\.\w+)*\.(\w+)")]
    private static partial Regex Member();
}
