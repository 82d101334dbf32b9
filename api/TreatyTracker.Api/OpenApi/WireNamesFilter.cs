using System.Text.Json;
using System.Text.RegularExpressions;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// Descriptions come from the code's documentation, and speak of answers: a member by its wire name, and absent rather than <c>null</c>.
/// </summary>
sealed partial class WireNamesFilter : IDocumentFilter
{
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var schema in swaggerDoc.Components?.Schemas?.Values ?? [])
        {
            schema.Description = OnTheWire(schema.Description);
            foreach (var member in schema.Properties?.Values ?? [])
                member.Description = OnTheWire(member.Description);
        }
    }

    static string? OnTheWire(string? text) =>
        text is null
            ? null
            : Member()
                .Replace(text, m => $"`{JsonNamingPolicy.CamelCase.ConvertName(m.Groups[1].Value)}`")
                .Replace("`null`", "absent", StringComparison.Ordinal);

    [GeneratedRegex(@"TreatyTracker(?:\.\w+)*\.(\w+)")]
    private static partial Regex Member();
}
