using System.Globalization;
using System.Xml.Linq;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>A badge with a label and a figure, as SVG. It uses the reader's own fonts and loads nothing.</summary>
static class Badge
{
    const int FontSize = 11,
        Padding = 7,
        Height = 20;

    // Dark text on a light background, with a contrast of more than 12:1. WCAG requires 4.5:1.
    const string Ink = "#1b1b1b",
        LabelBackground = "#e4e7eb",
        FigureBackground = "#cfe3f7";

    static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws a badge.</summary>
    /// <param name="description">The text for screen readers and tooltips.</param>
    /// <param name="label">The left half.</param>
    /// <param name="language">The language of the label.</param>
    /// <param name="figure">The right half.</param>
    /// <param name="figureLanguage">The language of the words in the right half.</param>
    public static string Draw(string description, string label, string language, string figure, string figureLanguage)
    {
        var (left, right) = (WidthOf(label) + 2 * Padding, WidthOf(figure) + 2 * Padding);
        return new XElement(
                s_svg + "svg",
                new XAttribute("width", left + right),
                new XAttribute("height", Height),
                new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {left + right} {Height}")),
                new XAttribute("role", "img"),
                new XAttribute("aria-label", description),
                new XElement(s_svg + "title", description),
                Background(0, left, LabelBackground),
                Background(left, right, FigureBackground),
                new XElement(
                    s_svg + "g",
                    new XAttribute("fill", Ink),
                    new XAttribute("font-family", "Verdana,Geneva,DejaVu Sans,sans-serif"),
                    new XAttribute("font-size", FontSize),
                    new XAttribute("text-anchor", "middle"),
                    Text(0, left, label, language),
                    Text(left, right, figure, figureLanguage)
                )
            ).ToString(SaveOptions.DisableFormatting) + "\n";
    }

    static XElement Background(int from, int width, string colour) =>
        new(
            s_svg + "rect",
            new XAttribute("x", from),
            new XAttribute("width", width),
            new XAttribute("height", Height),
            new XAttribute("fill", colour)
        );

    // textLength fits the text into the estimated width, so that it never overflows in another font.
    static XElement Text(int from, int width, string text, string language) =>
        new(
            s_svg + "text",
            new XAttribute(XNamespace.Xml + "lang", language),
            language == "ar" ? new XAttribute("direction", "rtl") : null,
            new XAttribute("x", from + width / 2.0),
            new XAttribute("y", 14),
            new XAttribute("textLength", width - 2 * Padding),
            new XAttribute("lengthAdjust", "spacingAndGlyphs"),
            DirectionalText.Of(text, language)
        );

    static int WidthOf(string text) => (int)Math.Ceiling(TextWidth.Of(text, FontSize));
}
