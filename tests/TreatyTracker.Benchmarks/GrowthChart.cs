using System.Globalization;
using System.Text;

namespace TreatyTracker.Benchmarks;

/// <summary>Draws cost against size, both on logarithmic scales, a panel for each thing that grows.</summary>
static class GrowthChart
{
    const int Width = 320,
        Height = 320,
        Left = 64,
        Top = 48,
        Gap = 56;

    static readonly string[] s_colours = ["#0b57a4", "#b3261e", "#1b7f3b", "#8a4fbf", "#b26a00", "#00788a", "#555555"];

    public static string Of(IReadOnlyList<(string Axis, Dictionary<string, List<(double Size, double Seconds)>> Curves)> panels)
    {
        var (width, height) = (Left + panels.Count * (Width + Gap), Top + Height + 60 + 22 * panels[0].Curves.Count);
        var svg = new StringBuilder();
        void Line(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" """);
        Line($"""     font-family="system-ui, sans-serif" font-size="13">""");
        Line($"<title>Cost of each operation against the size of the register</title>");
        Line($"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
        var all = panels.SelectMany(p => p.Curves.Values).SelectMany(c => c).Select(p => Math.Log10(p.Seconds)).ToList();
        var (low, high) = (Math.Floor(all.Min()), Math.Ceiling(all.Max()));
        for (var n = 0; n < panels.Count; n++)
        {
            var (axis, curves) = panels[n];
            double left = Left + n * (Width + Gap);
            var sizes = curves.Values.First().Select(p => p.Size).ToList();
            var (from, to) = (Math.Log10(sizes[0]), Math.Log10(sizes[^1]));
            double X(double size) => left + (Math.Log10(size) - from) / (to - from) * Width;
            double Y(double seconds) => Top + Height - (Math.Log10(seconds) - low) / (high - low) * Height;
            Line($"<text x=\"{left + Width / 2}\" y=\"24\" text-anchor=\"middle\" font-weight=\"600\">by {axis}</text>");
            for (var e = low; e <= high; e++)
            {
                Line(
                    $"""<line x1="{left}" x2="{left + Width}" y1="{Y(Math.Pow(10, e)):0.#}" y2="{Y(Math.Pow(10, e)):0.#}" stroke="#ddd"/>"""
                );
                Line($"<text x=\"{left - 8}\" y=\"{Y(Math.Pow(10, e)) + 4:0.#}\" text-anchor=\"end\" fill=\"#333\">{Unit(e)}</text>");
            }
            foreach (var size in sizes)
                Line($"<text x=\"{X(size):0.#}\" y=\"{Top + Height + 20}\" text-anchor=\"middle\" fill=\"#333\">{size:N0}</text>");
            foreach (var ((_, curve), colour) in curves.Zip(s_colours))
            {
                var points = curve.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Size):0.#},{Y(p.Seconds):0.#}"));
                Line($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', points)}\"/>");
                foreach (var (size, seconds) in curve)
                    Line($"<circle cx=\"{X(size):0.#}\" cy=\"{Y(seconds):0.#}\" r=\"3\" fill=\"{colour}\"/>");
            }
        }
        foreach (var ((operation, colour), row) in panels[0].Curves.Keys.Zip(s_colours).Select((pair, row) => (pair, row)))
        {
            var y = Top + Height + 52 + 22 * row;
            var exponents = panels.Select(p =>
                string.Create(CultureInfo.InvariantCulture, $"{p.Axis} {Growth.Exponent(p.Curves[operation]):0.00}")
            );
            Line($"<circle cx=\"{Left}\" cy=\"{y - 4}\" r=\"5\" fill=\"{colour}\"/>");
            Line($"<text x=\"{Left + 14}\" y=\"{y}\">{operation}: exponents by {string.Join(", by ", exponents)}</text>");
        }
        Line($"</svg>");
        return svg.ToString();
    }

    static string Unit(double exponent) =>
        exponent switch
        {
            >= 0 => $"{Math.Pow(10, exponent):0} s",
            >= -3 => $"{Math.Pow(10, exponent + 3):0} ms",
            >= -6 => $"{Math.Pow(10, exponent + 6):0} µs",
            _ => $"{Math.Pow(10, exponent + 9):0} ns",
        };
}
