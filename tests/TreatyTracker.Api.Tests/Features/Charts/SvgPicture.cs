using System.Globalization;
using System.Net;
using System.Xml.Linq;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Features.Charts;

/// <summary>A picture of the API, parsed.</summary>
sealed class SvgPicture
{
    static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    SvgPicture(string source) => (Source, Root) = (source, XDocument.Parse(source).Root!);

    public static Task<SvgPicture> Of(string url) => Of(Service.Client, url);

    public static async Task<SvgPicture> Of(HttpClient client, string url)
    {
        using var response = await client.GetAsync(url);
        var body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{url}: {body}");
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/svg+xml"));
        return new(body);
    }

    public string Source { get; }

    public XElement Root { get; }

    public string Title => Root.Element(s_svg + "title")!.Value;

    public string Description => Root.Element(s_svg + "desc")?.Value ?? "";

    public double Width => Number(Root, "width");

    public double Height => Number(Root, "height");

    /// <summary>The lines of text that can be seen.</summary>
    public IReadOnlyList<string> Texts => [.. Root.Descendants(s_svg + "text").Select(t => t.Value)];

    /// <summary>The same as one text, without the ends of lines.</summary>
    public string Text => string.Join(' ', Texts);

    /// <summary>The texts that appear when the pointer rests on a mark.</summary>
    public IEnumerable<string> Tooltips => Root.Elements().SelectMany(e => e.Descendants(s_svg + "title")).Select(t => t.Value);

    public IEnumerable<SvgMark> All(string name) => Root.Descendants(s_svg + name).Select(e => new SvgMark(e));

    public static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
