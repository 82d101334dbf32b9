using System.Xml.Linq;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>Days from left to right, as in every language, with the years below.</summary>
sealed class TimeAxis
{
    /// <summary>The height of the years.</summary>
    public const double Height = 24;

    const double Apart = 56;

    readonly Picture _picture;

    /// <summary>The axis from the year of the first day to a day.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="days">The days that something happens, in any order.</param>
    /// <param name="asOf">The last day.</param>
    /// <param name="left">Where the first day is.</param>
    /// <param name="right">Where the last day is.</param>
    public TimeAxis(Picture picture, IEnumerable<DateOnly> days, DateOnly asOf, double left, double right)
    {
        (_picture, Left, Right, To) = (picture, left, right, asOf);
        var first = days.Where(d => d < To).DefaultIfEmpty(To.AddDays(-365)).Min();
        // On 1 January nothing would be left of the year.
        From = new DateOnly(first.Year, 1, 1) is var start && start < To ? start : To.AddDays(-1);
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; }

    /// <summary>Where the first day is.</summary>
    public double Left { get; }

    /// <summary>Where the last day is.</summary>
    public double Right { get; }

    /// <summary>Where a day is; at the edge where it is not shown.</summary>
    public double X(DateOnly day) =>
        Left
        + (Right - Left) * (Math.Clamp(day.DayNumber, From.DayNumber, To.DayNumber) - From.DayNumber) / (To.DayNumber - From.DayNumber);

    /// <summary>Draws the years below a drawing, and a line up to its top for each.</summary>
    /// <param name="top">The top of the drawing.</param>
    /// <param name="bottom">Its bottom.</param>
    /// <param name="isAboveToo">Whether the years stand above it, too.</param>
    public void Draw(double top, double bottom, bool isAboveToo = false)
    {
        var years = (To.DayNumber - From.DayNumber) / 365.25;
        var step = (int)RoundStep(years * Apart / (Right - Left));
        for (var year = (From.Year + step - 1) / step * step; year <= To.Year; year += step)
        {
            var x = X(new(year, 1, 1));
            _picture.Add(
                Svg.Element("path", ("d", $"M{Svg.Number(x)} {Svg.Number(top)}V{Svg.Number(bottom)}"), ("stroke", _picture.Palette.Grid))
            );
            _picture.Add(Label(Math.Min(x, Right - 10), bottom + 17, $"{year}", "middle"));
            if (isAboveToo)
                _picture.Add(Label(Math.Min(x, Right - 10), top - 6, $"{year}", "middle"));
        }
    }

    /// <summary>A label with digits, which read from left to right in every language.</summary>
    public XElement Label(double x, double y, string digits, string anchor) =>
        _picture.Text(x, y, digits, _picture.Palette.MutedInk, anchor, Languages.English);

    /// <summary>1, 2 or 5 times a power of ten, at least 1.</summary>
    public static double RoundStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(least, 1))));
        return power
            * (least / power) switch
            {
                <= 1 => 1,
                <= 2 => 2,
                <= 5 => 5,
                _ => 10,
            };
    }
}
