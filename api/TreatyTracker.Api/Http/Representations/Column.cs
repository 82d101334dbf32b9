namespace TreatyTracker.Api.Http.Representations;

/// <summary>A column of a table.</summary>
/// <typeparam name="T">The rows.</typeparam>
/// <param name="Name">Its heading: the JSON member's name.</param>
/// <param name="Value">Its value in a row; <c>null</c> for an empty field.</param>
/// <param name="About">What it holds; <c>null</c> where the JSON member of that name says it.</param>
public sealed record Column<T>(string Name, Func<T, object?> Value, string? About = null)
{
    /// <summary>Its width in a workbook, in characters; <c>null</c> for that of its heading.</summary>
    public double? Width { get; init; }
}
