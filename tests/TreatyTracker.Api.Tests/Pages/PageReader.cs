using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Pages;

/// <summary>Reads pages as a browser does, without scripts.</summary>
static class PageReader
{
    /// <summary>A page with status 200.</summary>
    public static Task<IDocument> Read(string url, HttpClient? client = null) => Read(url, HttpStatusCode.OK, client);

    /// <summary>A page with some status.</summary>
    public static async Task<IDocument> Read(string url, HttpStatusCode status, HttpClient? client = null)
    {
        using var answer = await (client ?? Service.Client).Ask(url, ("Accept", "text/html,*/*;q=0.8"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(status), $"{url}: {html[..Math.Min(600, html.Length)]}");
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    /// <summary>The text of the first element that matches, with single spaces.</summary>
    public static string Text(this IParentNode page, string selector) => page.QuerySelector(selector)!.Text();

    /// <summary>The text of an element, with single spaces.</summary>
    public static string Text(this IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The addresses on this host to which a page links, without fragments.</summary>
    public static IEnumerable<string> Links(this IParentNode page) =>
        page.QuerySelectorAll("a[href], link[href], img[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Select(a => a.StartsWith("http://localhost/", StringComparison.Ordinal) ? a["http://localhost".Length..] : a)
            .Where(a => a.StartsWith('/'))
            .Select(a => a.Split('#')[0])
            .Distinct();
}
