using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using TreatyTracker.Api.Features.Events;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.OpenApi;

/// <summary>Enumerations as their words, members that are absent instead of null, and maps with known keys.</summary>
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
            target.Enum = [.. WireNames.Of(context.Type).Select(m => (JsonNode)JsonValue.Create(m.Word))];
        }
        if (target.Properties is not { } members)
            return;
        foreach (var member in members.Values.OfType<OpenApiSchema>())
        {
            // A member that is not known is left out, never null.
            if (member.Type is { } type)
                member.Type = type & ~JsonSchemaType.Null;
            // Swashbuckle marks what has no setter. Answers are never sent back, so it says nothing here.
            member.ReadOnly = false;
        }
        foreach (var property in context.Type.GetProperties())
            if (property.GetCustomAttribute<WordsAttribute>() is { } words)
                SetWords(members, JsonNamingPolicy.CamelCase.ConvertName(property.Name), words, context);
        // Answers leave out a clause without it.
        if (context.Type == typeof(LaterParticipantsClause))
            (target.Required ??= new HashSet<string>()).Add("delay");
        // All members of a body may be missing until they are checked, so that each has a message of its own.
        if (context.Type == typeof(EventToRecord))
            target.Required = new HashSet<string> { "treaty", "kind" };
        // Power Platform and other clients that read the extension show this member to people.
        if (context.Type == typeof(Problem) && members["detail"] is OpenApiSchema detail)
            detail.AddExtension("x-ms-primary-error-message", new JsonNodeExtension(true));
    }

    static void SetWords(IDictionary<string, IOpenApiSchema> members, string name, WordsAttribute words, SchemaFilterContext context)
    {
        var enumeration = context.SchemaGenerator.GenerateSchema(words.Enumeration, context.SchemaRepository);
        if (members[name] is OpenApiSchema { AdditionalProperties: not null } map)
            map.PropertyNames = words.AsMemberNames
                ? new OpenApiSchema { Enum = [.. WireNames.Of(words.Enumeration).Select(m => (JsonNode)WireNames.Camel(m.Word))] }
                : enumeration;
        else if (enumeration is OpenApiSchemaReference reference)
        {
            reference.Description = members[name].Description;
            members[name] = reference;
        }
    }
}
