using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using TreatyTracker.Law;

namespace TreatyTracker.Api.OpenApi;

/// <summary>The OpenAPI document: made once from the endpoints themselves, then served as bytes.</summary>
/// <param name="provider">Swashbuckle's generator.</param>
public sealed class OpenApiDocument(ISwaggerProvider provider)
{
    readonly Lazy<(byte[] Yaml, byte[] Json)> _bytes = new(() =>
    {
        var document = provider.GetSwagger("v1");
        return (Bytes(w => new Yaml11SafeWriter(w), document), Bytes(w => new OpenApiJsonWriter(w), document));
    });

    /// <summary>The document as YAML; the same bytes as <c>openapi.yaml</c> at the root of the repository.</summary>
    public byte[] Yaml => _bytes.Value.Yaml;

    /// <summary>The document as JSON.</summary>
    public byte[] Json => _bytes.Value.Json;

    /// <summary>Registers the generator.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<IApiDescriptionProvider, RequestParameterProvider>();
        services.AddSingleton<ValidationRules>();
        services.AddSingleton<OpenApiDocument>();
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc(
                "v1",
                new()
                {
                    Title = "Treaty Tracker",
                    Version = "1",
                    Description = """
                    Who is bound by which treaty, on any day: conventions, protocols, States parties and the events that bound them.

                    Every figure is computed from the event history and can be proved from it. Ask about a day with `asOf`, and about what the register
                    knew at an instant with `knownAt`. What each count means: [/docs/counts](/docs/counts); what each error means: [/problems](/problems); the first page: [/](/). Reading needs no key. A member that is absent is not known.
                    """,
                    Contact = new() { Name = "Treaty Tracker" },
                    License = new() { Name = "MIT", Identifier = "MIT" },
                }
            );
            // HEAD is GET without the body, and no operation of its own.
            o.DocInclusionPredicate((_, api) => api.HttpMethod != HttpMethods.Head);
            o.AddServer(new() { Url = "/", Description = "This service." });
            o.OrderActionsBy(api => $"{api.RelativePath} {api.HttpMethod}");
            o.SupportNonNullableReferenceTypes();
            o.NonNullableReferenceTypesAsRequired();
            o.CustomSchemaIds(SchemaId);
            o.IncludeXmlComments(typeof(OpenApiDocument).Assembly);
            o.IncludeXmlComments(typeof(Treaty).Assembly);
            o.OperationFilter<OperationFilter>();
            o.ParameterFilter<ValidationFilter>();
            o.SchemaFilter<SchemaFilter>();
            o.SchemaFilter<CountsFilter>();
            o.DocumentFilter<TagFilter>();
            o.DocumentFilter<WireNamesFilter>();
        });
    }

    static string SchemaId(Type type) =>
        type.IsGenericType
            ? string.Concat(type.GetGenericArguments().Select(SchemaId)) + type.Name.Split('`')[0]
            : type.GetCustomAttribute<SchemaNameAttribute>()?.Name ?? type.Name;

    static byte[] Bytes(Func<StringWriter, IOpenApiWriter> writerOf, Microsoft.OpenApi.OpenApiDocument document)
    {
        using var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(writerOf(text));
        return Encoding.UTF8.GetBytes(text.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
    }
}
