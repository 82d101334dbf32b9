using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace TreatyTracker.Api.OpenApi;

/// <summary>Describes the groups of operations, in reading order.</summary>
sealed class TagFilter : IDocumentFilter
{
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.Tags = new HashSet<OpenApiTag>(
            Features.ApiTags.All.Select(t => new OpenApiTag { Name = t.Name, Description = t.About })
        );
}
