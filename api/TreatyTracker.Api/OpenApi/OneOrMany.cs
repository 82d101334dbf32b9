namespace TreatyTracker.Api.OpenApi;

/// <summary>Marks an operation whose body is one element, or a list of them.</summary>
sealed class OneOrMany;
