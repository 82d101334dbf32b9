using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace TreatyTracker.Api.Pages;

/// <summary>A page as the answer to a request: a component, rendered once and without scripts.</summary>
/// <param name="page">The context of the page.</param>
/// <param name="component">The type of the component.</param>
/// <param name="parameters">Its parameters.</param>
/// <param name="status">The status of the answer.</param>
sealed class RenderedPage(PageContext page, Type component, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
    : IResult
{
    /// <summary>The media type of pages.</summary>
    public const string MediaType = "text/html; charset=utf-8";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Nothing is sent before all is rendered, so that a failure can still become a problem.
        var html = await Render(httpContext.RequestServices);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = MediaType;
        if (status >= StatusCodes.Status400BadRequest)
            response.Headers.CacheControl = "no-store";
        var bytes = Encoding.UTF8.GetBytes(html);
        response.ContentLength = bytes.Length;
        await response.BodyWriter.WriteAsync(bytes, httpContext.RequestAborted);
    }

    async Task<string> Render(IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<CascadingValue<PageContext>>(
                ParameterView.FromDictionary(
                    new Dictionary<string, object?>
                    {
                        [nameof(CascadingValue<object>.Value)] = page,
                        [nameof(CascadingValue<object>.IsFixed)] = true,
                        [nameof(CascadingValue<object>.ChildContent)] = (RenderFragment)Content,
                    }
                )
            );
            return root.ToHtmlString();
        });
    }

    void Content(RenderTreeBuilder builder)
    {
        builder.OpenComponent(0, component);
        foreach (var (name, value) in parameters)
            builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    }
}
