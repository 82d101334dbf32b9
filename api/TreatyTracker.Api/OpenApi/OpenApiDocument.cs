using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using TreatyTracker.Api.Http.Keys;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.OpenApi;

/// <summary>The OpenAPI document: generated once from the endpoints, when first needed, then served as bytes.</summary>
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
        services.AddSingleton<OpenApiDocument>();
        services.AddSingleton<IMemberTexts, MemberTexts>();
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc(
                "v1",
                new()
                {
                    Title = "Treaty Tracker",
                    Version = "1",
                    Description = """
                    Which States are bound by which treaty on any day: conventions, protocols, parties, and the events that bind them.

                    Every figure is computed from the history of events, and the API shows how. Use `asOf` to ask about a day, and `knownAt`
                    to ask what the register knew at an instant.

                    - Reading needs no key, and any web page can read the API. Recording needs a key.
                    - An absent member means that the value is not known.
                    - New members and new values of enumerations can be added at any time. Nothing is renamed or removed within `/v1`.
                    - [/docs/counts](/docs/counts) defines each count, and [/problems](/problems) explains each error.
                    """,
                    Contact = new() { Name = "Treaty Tracker" },
                    License = new() { Name = "MIT", Identifier = "MIT" },
                }
            );
            // HEAD is GET without the body, and no operation of its own.
            o.DocInclusionPredicate((_, api) => api.HttpMethod != HttpMethods.Head);
            o.AddSecurityDefinition(
                KeyAuthentication.Scheme,
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "A key for recording, which `treatytracker keys add` makes: `tt_`, its id and its secret.",
                }
            );
            o.AddServer(new() { Url = "/", Description = "This service." });
            o.OrderActionsBy(api => $"{api.RelativePath} {api.HttpMethod}");
            o.SupportNonNullableReferenceTypes();
            o.NonNullableReferenceTypesAsRequired();
            o.CustomSchemaIds(SchemaId);
            foreach (var comments in XmlDocumentation.Of(typeof(OpenApiDocument).Assembly, typeof(Treaty).Assembly))
                o.IncludeXmlComments(() => comments);
            o.OperationFilter<OperationFilter>();
            o.SchemaFilter<SchemaFilter>();
            o.SchemaFilter<CountsFilter>();
            o.DocumentFilter<TagFilter>();
            o.DocumentFilter<DescriptionFilter>();
            o.DocumentFilter<SharedParameters>();
        });
    }

    /// <summary>The name of the schema of a type.</summary>
    internal static string SchemaId(Type type) =>
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
