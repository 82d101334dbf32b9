using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation.Validators;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.OpenApi;

/// <summary>Writes what the validators demand into the parameters' schemas.</summary>
sealed class ValidationFilter(ValidationRules rules) : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (context.PropertyInfo is not { } property || parameter is not OpenApiParameter { Schema: OpenApiSchema schema })
            return;
        foreach (var words in rules.For(property.ReflectedType!, property.Name).OfType<IVocabularyValidator>())
        {
            if (schema.Items is null)
                ((OpenApiParameter)parameter).Schema = ReferenceTo(words.Vocabulary, context);
            else
                schema.Items = ReferenceTo(words.Vocabulary, context);
        }
        foreach (var rule in rules.For(property.ReflectedType!, property.Name))
            switch (rule)
            {
                case INotNullValidator or INotEmptyValidator:
                    ((OpenApiParameter)parameter).Required = true;
                    break;
                case ILengthValidator length:
                    if (length.Min > 0)
                        schema.MinLength = length.Min;
                    if (length.Max > 0)
                        schema.MaxLength = length.Max;
                    break;
                case IRegularExpressionValidator regex:
                    schema.Pattern = regex.Expression;
                    break;
                case IBetweenValidator { From: IFormattable from, To: IFormattable to } when schema.Format != "date":
                    schema.Minimum = Text(from);
                    schema.Maximum = Text(to);
                    break;
            }
    }

    static OpenApiSchemaReference ReferenceTo(Vocabulary vocabulary, ParameterFilterContext context)
    {
        if (!context.SchemaRepository.Schemas.ContainsKey(vocabulary.Name))
            context.SchemaRepository.AddDefinition(
                vocabulary.Name,
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = vocabulary.About,
                    Enum = [.. vocabulary.Words.Select(w => (JsonNode)JsonValue.Create(w))],
                }
            );
        return new(vocabulary.Name, context.Document);
    }

    static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
