using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace TreatyTracker.Api.OpenApi;

/// <summary>Enumerations as their wire words, and closed objects: a member that the document does not name is not served.</summary>
sealed class SchemaFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema target)
            return;
        if (context.Type.IsEnum)
        {
            target.Type = JsonSchemaType.String;
            target.Format = null;
            target.Enum =
            [
                .. Enum.GetNames(context.Type)
                    .Select(n => (JsonNode)JsonValue.Create(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(n))),
            ];
        }
        // Absent means not known: members are left out, never null.
        foreach (var property in target.Properties?.Values.OfType<OpenApiSchema>() ?? [])
            if (property.Type is { } type)
                property.Type = type & ~JsonSchemaType.Null;
    }
}
