using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Law;

namespace TreatyTracker.Api.OpenApi;

/// <summary>Describes every member that is a named count by its definition.</summary>
sealed class CountsFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.Type == typeof(NamedCount))
            schema.Description += " Definitions: [/docs/counts](/docs/counts).";
        if (schema.Properties is null)
            return;
        foreach (var (name, member) in schema.Properties)
            if (member.Type is JsonSchemaType.Integer && CountDefinitions.Of(name) is { } definition)
                member.Description = definition;
    }
}
