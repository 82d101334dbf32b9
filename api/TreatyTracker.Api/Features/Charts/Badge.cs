using System.Globalization;
using System.Text;
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
            text
        );

    /// <summary>The approximate width of a text in pixels, from the width of its characters in common fonts.</summary>
    static int WidthOf(string text) => (int)Math.Ceiling(text.EnumerateRunes().Sum(Hundredths) * FontSize / 100.0);

    /// <summary>The width of a character in hundredths of the font size.</summary>
    /// <summary>The width of a character in hundredths of the font size.</summary>
    static int Hundredths(Rune rune) =>
        (Rune.GetUnicodeCategory(rune), rune.Value) switch
        {
            (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format, _) => 0,
            // Chinese, Japanese and Korean characters and their full-width punctuation are as wide as they are high.
            (
                _,
                >= 0x1100
                    and < 0x1160
                    or >= 0x2E80
                    and < 0xD7B0
                    or >= 0xF900
                    and < 0xFB00
                    or >= 0xFE30
                    and < 0xFE70
                    or >= 0xFF00
                    and < 0xFF61
                    or >= 0x20000
            ) => 100,
            (_, >= 0x0600 and < 0x0780 or >= 0xFB50 and < 0xFE00) => 55,
            (_, ' ' or 'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '!' or '|' or '(' or ')' or '-') => 40,
            (_, 'f' or 't' or 'r') => 44,
            (_, 'm' or 'w' or 'M' or 'W' or '@' or '%') => 95,
            (UnicodeCategory.UppercaseLetter, _) => 74,
            _ => 64,
        };
}
