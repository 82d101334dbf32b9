using System.Text;
using System.Xml.Linq;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>
/// A picture that grows from top to bottom: title, drawing, legend, notes. In Arabic, texts and legends begin at the right edge. It uses
/// the reader's own fonts and loads nothing.
/// </summary>
sealed class Picture(PictureRequest request, AnswerContext context)
{
    /// <summary>The media type of all pictures.</summary>
    public const string MediaType = "image/svg+xml";

    /// <summary>The distance of everything from the edges.</summary>
    public const double Margin = 16;

    /// <summary>The size of most texts.</summary>
    public const double TextSize = 12;

    const double TitleSize = 17,
        LineHeight = 1.35,
        SwatchWidth = 22;

    const int DefaultWidth = 960;

    readonly List<XElement> _elements = [];

    /// <summary>The context of the answer.</summary>
    public AnswerContext Context => context;

    /// <summary>The width in pixels.</summary>
    public double Width { get; } = request.Width ?? DefaultWidth;

    /// <summary>The width between the margins.</summary>
    public double InnerWidth => Width - 2 * Margin;

    /// <summary>The theme.</summary>
    public Theme Theme { get; } = request.Theme ?? Theme.Light;

    /// <summary>The colours.</summary>
    public Palette Palette => Palette.Of(Theme);

    /// <summary>Where the next element begins.</summary>
    public double Top { get; set; } = Margin;

    /// <summary>Whether texts begin at the right edge.</summary>
    public bool IsRightToLeft => context.Language == "ar";

    /// <summary>Adds an element.</summary>
    public void Add(XElement element) => _elements.Add(element);

    /// <summary>Adds the title, in at most three lines.</summary>
    public void Title(string title, string language) =>
        Lines(TextWidth.Lines(title, TitleSize * 1.05, InnerWidth, 3), TitleSize, Palette.Ink, language, isBold: true);

    /// <summary>Adds a paragraph.</summary>
    public void Paragraph(string text, bool isMuted = false) =>
        Lines(
            TextWidth.Lines(text, TextSize, InnerWidth),
            TextSize,
            isMuted ? Palette.MutedInk : Palette.Ink,
            context.Language,
            isBold: false
        );

    void Lines(IReadOnlyList<string> lines, double size, string colour, string language, bool isBold)
    {
        foreach (var line in lines)
        {
            Add(AtEdge(Margin, Top + size, line, language, colour, size, isBold));
            Top += size * LineHeight;
        }
        Top += 2;
    }

    /// <summary>Adds a line of text that begins at the edge, wherever the next element begins.</summary>
    public void AddAtEdge(double y, string text, string language, string colour) =>
        Add(AtEdge(Margin, y, text, language, colour, TextSize));

    /// <summary>A text that begins at a distance from the edge at which the picture's language begins.</summary>
    XElement AtEdge(double distance, double y, string text, string language, string colour, double size, bool isBold = false)
    {
        // A text in English within an Arabic picture ends at the right edge.
        var anchor = IsRightToLeft && language != "ar" ? "end" : "start";
        return Text(IsRightToLeft ? Width - distance : distance, y, text, colour, anchor, language, size, isBold);
    }

    /// <summary>A text.</summary>
    /// <param name="x">Where its anchor is.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">The text.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c> of the text, in its own direction.</param>
    /// <param name="language">Its language; <c>null</c> for that of the picture.</param>
    /// <param name="size">Its size.</param>
    /// <param name="isBold">Whether it is bold.</param>
    public XElement Text(
        double x,
        double y,
        string text,
        string colour,
        string anchor = "start",
        string? language = null,
        double size = TextSize,
        bool isBold = false
    ) =>
        Svg.Element(
                "text",
                ("x", x),
                ("y", y),
                ("fill", colour),
                ("font-size", size == TextSize ? null : size),
                ("font-weight", isBold ? "600" : null),
                ("text-anchor", anchor == "start" ? null : anchor),
                ("direction", (language ?? context.Language) == "ar" ? "rtl" : null),
                (Svg.Language, language is null || language == context.Language ? null : language)
            )
            .With(DirectionalText.Of(text, language ?? context.Language));

    /// <summary>
    /// A text in the drawing, over lines: it ends at the right edge of a space where it would overflow it, and has a rim.
    /// </summary>
    /// <param name="x">The left edge where there is room.</param>
    /// <param name="y">The base line.</param>
    /// <param name="text">The text.</param>
    /// <param name="right">The right edge of the space.</param>
    public XElement Label(double x, double y, string text, double right)
    {
        var width = TextWidth.Of(text, TextSize);
        var left = Math.Max(Margin, Math.Min(x, right - width));
        var label = IsRightToLeft ? Text(Math.Min(left + width, right), y, text, Palette.MutedInk) : Text(left, y, text, Palette.MutedInk);
        label.Add(
            new XAttribute("stroke", Palette.Background),
            new XAttribute("stroke-width", 3),
            new XAttribute("stroke-linejoin", "round"),
            new XAttribute("paint-order", "stroke")
        );
        return label;
    }

    /// <summary>Adds a legend whose entries follow each other, in as many rows as they need.</summary>
    public void Legend(IEnumerable<LegendEntry> entries)
    {
        const double Height = 20;
        double distance = 0;
        foreach (var (text, language, swatch) in entries)
        {
            var shown = TextWidth.Lines(text, TextSize, InnerWidth - SwatchWidth - 6);
            var width = SwatchWidth + 6 + shown.Max(l => TextWidth.Of(l, TextSize)) + 16;
            if (distance > 0 && distance + width - 16 > InnerWidth)
            {
                distance = 0;
                Top += Height;
            }
            var middle = Margin + distance + SwatchWidth / 2;
            _elements.AddRange(swatch(IsRightToLeft ? Width - middle : middle, Top + Height / 2));
            foreach (var (at, line) in shown.Index())
            {
                Top += at > 0 ? TextSize * LineHeight : 0;
                Add(AtEdge(Margin + distance + SwatchWidth + 6, Top + Height / 2 + 4, line, language, Palette.Ink, TextSize));
            }
            distance += width;
        }
        Top += Height + 4;
    }

    /// <summary>The picture as an answer.</summary>
    /// <param name="title">The text for tooltips and screen readers.</param>
    /// <param name="description">What the picture shows, in sentences without full stops.</param>
    public IResult ToResult(string title, IEnumerable<string> description)
    {
        var height = Math.Ceiling(Top + Margin - 4);
        var svg = Svg.Element(
                "svg",
                ("width", Width),
                ("height", height),
                ("viewBox", $"0 0 {Svg.Number(Width)} {Svg.Number(height)}"),
                ("role", "graphics-document"),
                ("aria-label", title),
                (Svg.Language, context.Language),
                ("font-family", "system-ui,Segoe UI,Noto Sans,Helvetica,Arial,DejaVu Sans,sans-serif"),
                ("font-size", TextSize)
            )
            .With(
                Svg.Element("title").With(title),
                Svg.Element("desc").With(string.Join(". ", description) + "."),
                Svg.Element("rect", ("width", Width), ("height", height), ("fill", Palette.Background)),
                _elements
            );
        return TypedResults.Text(svg.ToString(SaveOptions.DisableFormatting) + "\n", MediaType, Encoding.UTF8);
    }
}
