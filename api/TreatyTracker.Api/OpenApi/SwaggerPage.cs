using Swashbuckle.AspNetCore.SwaggerUI;

namespace TreatyTracker.Api.OpenApi;

/// <summary>Swagger UI, at <c>/swagger</c>.</summary>
static class SwaggerPage
{
    /// <summary>Its options.</summary>
    public static void Configure(SwaggerUIOptions options)
    {
        options.RoutePrefix = "swagger";
        options.DocumentTitle = "Treaty Tracker";
        options.SwaggerEndpoint("/openapi.json", "Treaty Tracker");
        options.EnableTryItOutByDefault();
        options.EnableDeepLinking();
        options.EnableFilter();
        options.DefaultModelsExpandDepth(0);
        // There is one document and one server: nothing to choose from.
        options.HeadContent =
            """<meta name="viewport" content="width=device-width, initial-scale=1">"""
            + """
                <style>
                .swagger-ui .topbar, .swagger-ui .scheme-container .servers-title, .swagger-ui .scheme-container .servers { display: none }
                @media (max-width: 40rem) {
                  .swagger-ui .opblock-tag, .swagger-ui .opblock .opblock-summary { flex-wrap: wrap }
                  .swagger-ui .opblock-tag small { flex: 1 1 100%; padding: 0 }
                }
                </style>
                """;
        options.DisplayRequestDuration();
    }
}
