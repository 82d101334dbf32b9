using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>Draws step curves over a time axis. Where the record of a curve is not known to be complete, it is dashed.</summary>
sealed class CurveChart
{
    /// <summary>The dashes of what lies beyond the record.</summary>
    public const string Dashes = "3 4";

    const double LabelsHeight = 20;

    readonly Picture _picture;
    readonly TimeAxis _axis;
    readonly double _top,
        _bottom,
        _scale;

    /// <summary>Draws the axes for some curves, and leaves the space for them.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="curves">The curves.</param>
    /// <param name="asOf">The last day.</param>
    /// <param name="highest">A figure that the axis must reach.</param>
    public CurveChart(Picture picture, IReadOnlyList<Curve> curves, DateOnly asOf, int highest)
    {
        _picture = picture;
        var steps = curves.SelectMany(c => c.Steps).Where(s => s.Day <= asOf).ToList();
        highest = Math.Max(highest, steps.Select(s => s.Figure).DefaultIfEmpty().Max());
        var step = TimeAxis.RoundStep(highest / 5.0);
        _scale = Math.Ceiling(Math.Max(highest, 1) / step) * step;
        _axis = new(
            picture,
            steps.Select(s => s.Day),
            asOf,
            Picture.Margin + TextWidth.Of(Number(_scale), Picture.TextSize) + 8,
            // Room for the marker at the end of a curve.
            picture.Width
                - Picture.Margin
                - 6
        );
        _top = picture.Top + LabelsHeight;
        _bottom = _top + Math.Clamp(picture.Width * 0.42, 200, 480);
        _axis.Draw(_top, _bottom);
        for (var figure = 0.0; figure <= _scale; figure += step)
        {
            picture.Add(HorizontalLine(figure, figure == 0 ? picture.Palette.Line : picture.Palette.Grid));
            picture.Add(_axis.Label(_axis.Left - 6, Y(figure) + 4, Number(figure), "end"));
        }
        picture.Top = _bottom + TimeAxis.Height + 4;
    }

    static string Number(double figure) => figure.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>Draws a curve, with a marker at its end.</summary>
    public void Draw(Curve curve, int marker)
    {
        var complete =
            curve.CompleteThrough < _axis.From ? _axis.From
            : curve.CompleteThrough > _axis.To ? _axis.To
            : curve.CompleteThrough;
        Line(curve, _axis.From, complete, null);
        Line(curve, complete, _axis.To, Dashes);
        _picture.Add(Marker(_axis.X(_axis.To), Y(curve.On(_axis.To)), marker, curve.Colour));
    }

    void Line(Curve curve, DateOnly from, DateOnly to, string? dashes)
    {
        // Nothing is drawn before the first act, where the curves of several treaties would hide each other.
        var first = curve.Steps.Select(s => s.Day).FirstOrDefault(to);
        var start = from < first ? first : from;
        if (start >= to)
            return;
        var path = new StringBuilder($"M{Svg.Number(_axis.X(start))} {Svg.Number(Y(curve.On(from)))}");
        foreach (var (day, figure) in curve.Steps.Where(s => from < s.Day && s.Day <= to))
            path.Append(CultureInfo.InvariantCulture, $"H{Svg.Number(_axis.X(day))}V{Svg.Number(Y(figure))}");
        path.Append(CultureInfo.InvariantCulture, $"H{Svg.Number(_axis.X(to))}");
        _picture.Add(
            Svg.Element(
                "path",
                ("d", path),
                ("fill", "none"),
                ("stroke", curve.Colour),
                ("stroke-width", curve.LineWidth),
                ("stroke-dasharray", dashes)
            )
        );
    }

    /// <summary>A marker: shapes tell curves apart without colours.</summary>
    public static XElement Marker(double x, double y, int shape, string colour) =>
        Svg.Element(
            "path",
            (
                "d",
                $"M{Svg.Number(x)} {Svg.Number(y)}"
                    + (shape % 8) switch
                    {
                        0 => "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
                        1 => "m-4-4h8v8h-8z",
                        2 => "m0-5l5 5l-5 5l-5-5z",
                        3 => "m0-5l5 9h-10z",
                        4 => "m0 5l5-9h-10z",
                        5 => "m-4-4l8 8m-8 0l8-8",
                        6 => "m-5 0h10m-5-5v10",
                        _ => "m-5-2h10v4h-10z",
                    }
            ),
            ("fill", shape % 8 is 5 or 6 ? "none" : colour),
            ("stroke", colour),
            ("stroke-width", shape % 8 is 5 or 6 ? 2.5 : 1)
        );

    /// <summary>Draws a line at a number, with its text at the right.</summary>
    public void MarkFigure(int figure, string text)
    {
        _picture.Add(HorizontalLine(figure, _picture.Palette.Line));
        // The text stands on the line, where there is room for it.
        var y = Y(figure) - 5 < _top + Picture.TextSize ? Y(figure) + Picture.TextSize + 2 : Y(figure) - 5;
        _picture.Add(_picture.Label(_axis.Right, y, text, _axis.Right));
    }

    /// <summary>Draws a line at a day, with its text above the curves; nothing if the picture does not show the day.</summary>
    public void MarkDay(DateOnly day, string text)
    {
        if (day < _axis.From || day > _axis.To)
            return;
        _picture.Add(
            Svg.Element(
                "path",
                ("d", $"M{Svg.Number(_axis.X(day))} {Svg.Number(_top - 4)}V{Svg.Number(_bottom)}"),
                ("stroke", _picture.Palette.Line)
            )
        );
        _picture.Add(_picture.Label(_axis.X(day) - 2, _top - 8, text, _axis.Right + 6));
    }

    /// <summary>Draws a triangle that points down to the curve, on a day on which a participant left.</summary>
    public void MarkDeparture(DateOnly day, int figure, string title) => _picture.Add(Departure(_axis.X(day), Y(figure) - 9).Titled(title));

    XElement Departure(double x, double y) =>
        Svg.Element("path", ("d", $"M{Svg.Number(x - 4.5)} {Svg.Number(y - 4)}h9l-4.5 8z"), ("fill", _picture.Palette.Former));

    /// <summary>The legend of a curve: its label with the figure of the last day.</summary>
    public LegendEntry LegendOf(Curve curve, int marker, string label, string language) =>
        new(
            PictureNotes.Figure(label, curve.On(_axis.To), _picture.Context),
            language,
            (x, y) => [Sample(x, y, curve.Colour, curve.LineWidth, null), Marker(x, y, marker, curve.Colour)]
        );

    /// <summary>The legend of dashes.</summary>
    public LegendEntry LegendOfDashes(string text) =>
        new(text, _picture.Context.Language, (x, y) => [Sample(x, y, _picture.Palette.Ink, 2, Dashes)]);

    /// <summary>The legend of departures.</summary>
    public LegendEntry LegendOfDepartures(string text) => new(text, _picture.Context.Language, (x, y) => [Departure(x, y)]);

    /// <summary>The legend of ranges.</summary>
    public LegendEntry LegendOfRanges(string text, string colour) =>
        new(text, _picture.Context.Language, (x, y) => [Shade(x - 10, y - 6, 20, 12, colour)]);

    static XElement Sample(double x, double y, string colour, double width, string? dashes) =>
        Svg.Element(
            "path",
            ("d", $"M{Svg.Number(x - 11)} {Svg.Number(y)}h22"),
            ("stroke", colour),
            ("stroke-width", width),
            ("stroke-dasharray", dashes)
        );

    /// <summary>Shades the figures that are possible from one day to another.</summary>
    public void MarkRange(DateOnly from, DateOnly to, int least, int most, string colour)
    {
        var (first, last) = (from < _axis.From ? _axis.From : from, to > _axis.To ? _axis.To : to);
        if (first >= last)
            return;
        _picture.Add(Shade(_axis.X(first), Y(most), Math.Max(1, _axis.X(last) - _axis.X(first)), Y(least) - Y(most), colour));
    }

    static XElement Shade(double x, double y, double width, double height, string colour) =>
        Svg.Element("rect", ("x", x), ("y", y), ("width", width), ("height", height), ("fill", colour), ("fill-opacity", "0.35"));

    XElement HorizontalLine(double figure, string colour) =>
        Svg.Element("path", ("d", $"M{Svg.Number(_axis.Left)} {Svg.Number(Y(figure))}H{Svg.Number(_axis.Right)}"), ("stroke", colour));

    double Y(double figure) => _bottom - (_bottom - _top) * figure / _scale;
}
