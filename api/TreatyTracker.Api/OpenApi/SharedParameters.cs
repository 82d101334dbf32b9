using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// Makes a parameter that several operations have in common a component. A component has the parameter's name, after that of the request
/// class for parameters of particular lists: <c>AsOf</c>, but <c>EventListKind</c>.
/// </summary>
sealed class SharedParameters : IDocumentFilter
{
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var uses = (
            from api in context.ApiDescriptions
            let path = $"/{api.RelativePath!.Replace("{*", "{", StringComparison.Ordinal)}"
            from parameters in new[] { swaggerDoc.Paths[path].Operations![new HttpMethod(api.HttpMethod!)].Parameters ?? [] }
            from parameter in parameters.OfType<OpenApiParameter>()
            let described = api.ParameterDescriptions.Single(p => p.Name == parameter.Name)
            let property = described.ModelMetadata.ContainerType!.GetProperty(described.ModelMetadata.PropertyName!)!
            select new Use(parameters, parameter, property.DeclaringType!, CollectionOf(parameter, path))
        ).ToList();
        foreach (var shared in uses.GroupBy(u => u.Text).Where(g => g.Count() > 1).OrderByDescending(g => g.Count()))
        {
            var first = shared.First();
            var name = NameOf(first);
            if (swaggerDoc.Components?.Parameters?.ContainsKey(name) is true)
                name = Capitalized(first.Collection) + name;
            // Examples differ from operation to operation. The most frequent one is as good as the others.
            var example = shared
                .GroupBy(u => u.Parameter.Example?.ToJsonString())
                .OrderByDescending(g => g.Count())
                .First()
                .First()
                .Parameter.Example;
            first.Parameter.Example = example;
            swaggerDoc.AddComponent(name, first.Parameter);
            foreach (var use in shared)
                use.Parameters[use.Parameters.IndexOf(use.Parameter)] = new OpenApiParameterReference(name, swaggerDoc);
        }
    }

    static string NameOf(Use use)
    {
        var name = Capitalized(use.Parameter.Name!);
        if (use.Parameter.In is ParameterLocation.Path)
            return name;
        // The parameters of all requests are declared beside the HTTP code, those of one endpoint within the endpoint.
        var isOfParticularLists = !use.Declaring.IsNested && use.Declaring.Namespace != typeof(Http.Requests.IListRequest).Namespace;
        return (isOfParticularLists ? use.Declaring.Name.Replace("Request", "", StringComparison.Ordinal) : "")
            + name
            + (use.Parameter.Schema?.Type is JsonSchemaType.Array ? "Filter" : "");
    }

    /// <summary>What a parameter in the path is an id of: a protocol in <c>/v1/protocols/{treaty}</c>, whose example must be one.</summary>
    static string CollectionOf(OpenApiParameter parameter, string path) =>
        parameter.In is ParameterLocation.Path
            ? path[..path.IndexOf($"/{{{parameter.Name}}}", StringComparison.Ordinal)].Split('/')[^1]
            : "";

    static string Capitalized(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>A parameter of an operation.</summary>
    /// <param name="Parameters">All parameters of the operation.</param>
    /// <param name="Parameter">The parameter.</param>
    /// <param name="Declaring">The request class that declares it.</param>
    /// <param name="Collection">The segment of the path before it; empty for a query parameter.</param>
    sealed record Use(IList<IOpenApiParameter> Parameters, OpenApiParameter Parameter, Type Declaring, string Collection)
    {
        /// <summary>Everything that the document says about it, except the example.</summary>
        public string Text { get; } = TextOf(Parameter, Collection);

        static string TextOf(OpenApiParameter parameter, string collection)
        {
            using var text = new StringWriter();
            var copy = (OpenApiParameter)parameter.CreateShallowCopy();
            copy.Example = null;
            copy.SerializeAsV31(new OpenApiJsonWriter(text));
            return $"{collection} {text}";
        }
    }
}
