using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using TreatyTracker.Api.Features.TreatyCounts;

namespace TreatyTracker.Api.OpenApi;

/// <summary>Says of every member that is a named count what it counts.</summary>
sealed class CountsFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema.Properties is null)
            return;
        foreach (var (name, member) in schema.Properties)
            if (member.Type is JsonSchemaType.Integer && CountDefinitions.Of(name) is { } definition)
                member.Description = definition;
    }
}
