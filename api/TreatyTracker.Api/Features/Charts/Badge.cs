using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>A small picture of a label and a figure side by side: SVG, with the reader's own fonts, nothing fetched.</summary>
static class Badge
{
    const int FontSize = 11,
        Padding = 7,
        Height = 20;

    // Dark text on light grounds: more than 12 to 1 (WCAG asks for 4.5 to 1).
    const string Ink = "#1b1b1b",
        LabelGround = "#e4e7eb",
        FigureGround = "#cfe3f7";

    static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws it.</summary>
    /// <param name="said">What a screen reader says and a pointer shows.</param>
    /// <param name="label">The left half.</param>
    /// <param name="language">The language of the label.</param>
    /// <param name="figure">The right half.</param>
    /// <param name="figureLanguage">The language of the figure's words.</param>
    public static string Draw(string said, string label, string language, string figure, string figureLanguage)
    {
        var (left, right) = (WidthOf(label) + 2 * Padding, WidthOf(figure) + 2 * Padding);
        return new XElement(
                s_svg + "svg",
                new XAttribute("width", left + right),
                new XAttribute("height", Height),
                new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {left + right} {Height}")),
                new XAttribute("role", "img"),
                new XAttribute("aria-label", said),
                new XElement(s_svg + "title", said),
                Ground(0, left, LabelGround),
                Ground(left, right, FigureGround),
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

    static XElement Ground(int from, int width, string colour) =>
        new(
            s_svg + "rect",
            new XAttribute("x", from),
            new XAttribute("width", width),
            new XAttribute("height", Height),
            new XAttribute("fill", colour)
        );

    // The text is fitted into what was estimated, so that it never runs over with another font.
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

    /// <summary>About how many pixels a text takes, by what its signs take in common fonts, in hundredths of the font's size.</summary>
    static int WidthOf(string text) => (int)Math.Ceiling(text.EnumerateRunes().Sum(Hundredths) * FontSize / 100.0);

    static int Hundredths(Rune rune) =>
        (Rune.GetUnicodeCategory(rune), rune.Value) switch
        {
            (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format, _) => 0,
            // Chinese, Japanese and Korean signs, and their full-width marks, are as wide as they are high.
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
