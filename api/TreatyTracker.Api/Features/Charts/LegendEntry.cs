using System.Xml.Linq;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>One line of a legend.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">Its language.</param>
/// <param name="Swatch">Draws what the text explains, around a point.</param>
sealed record LegendEntry(string Text, string Language, Func<double, double, IEnumerable<XElement>> Swatch);
