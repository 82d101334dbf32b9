using System.Globalization;
using System.Xml.Linq;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>Elements of SVG. Styles are attributes, so that a strict content security policy does not remove them.</summary>
static class Svg
{
    static readonly XNamespace s_namespace = "http://www.w3.org/2000/svg";

    /// <summary>The attribute that names the language of a text.</summary>
    public static XName Language { get; } = XNamespace.Xml + "lang";

    /// <summary>An element. Attributes whose value is <c>null</c> are left out.</summary>
    public static XElement Element(string name, params IEnumerable<(XName Name, object? Value)> attributes) =>
        new(s_namespace + name, attributes.Where(a => a.Value is not null).Select(a => new XAttribute(a.Name, TextOf(a.Value!))));

    /// <summary>The element with children, or with a text.</summary>
    public static XElement With(this XElement element, params IEnumerable<object?> content)
    {
        element.Add(content);
        return element;
    }

    /// <summary>The element with a title, which browsers show as a tooltip and screen readers read.</summary>
    public static XElement Titled(this XElement element, string title)
    {
        element.AddFirst(Element("title").With(title));
        return element;
    }

    /// <summary>A number with at most one decimal: a tenth of a pixel is less than can be seen.</summary>
    public static string Number(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);

    static string TextOf(object value) =>
        value switch
        {
            double number => Number(number),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}
