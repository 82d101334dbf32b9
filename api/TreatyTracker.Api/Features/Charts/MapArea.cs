namespace TreatyTracker.Api.Features.Charts;

/// <summary>The territory of a participant on the map.</summary>
/// <param name="Code">The participant's code.</param>
/// <param name="Path">Its outlines as SVG path data; empty where they are too small to draw.</param>
/// <param name="X">Where the dot of a small State stands; <c>null</c> for others.</param>
/// <param name="Y">Its other coordinate.</param>
sealed record MapArea(string Code, string Path, double? X, double? Y);
