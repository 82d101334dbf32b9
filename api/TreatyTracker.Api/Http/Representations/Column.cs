namespace TreatyTracker.Api.Http.Representations;

/// <summary>A column of a table.</summary>
/// <typeparam name="T">The rows.</typeparam>
/// <param name="Name">Its heading: the JSON member's name.</param>
/// <param name="Value">Its value in a row; <c>null</c> for an empty field.</param>
public sealed record Column<T>(string Name, Func<T, object?> Value);
