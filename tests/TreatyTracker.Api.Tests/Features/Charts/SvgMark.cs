using System.Xml.Linq;

namespace TreatyTracker.Api.Tests.Features.Charts;

/// <summary>An element of a picture.</summary>
sealed record SvgMark(XElement Element)
{
    public string D => (string?)Element.Attribute("d") ?? "";

    public string? Tooltip => Element.Element(Element.Name.Namespace + "title")?.Value;

    public XAttribute? Attribute(string name) => Element.Attribute(name);

    public double Number(string name) => SvgPicture.Number(Element, name);
}
