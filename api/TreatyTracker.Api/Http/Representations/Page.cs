namespace TreatyTracker.Api.Http.Representations;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The rows.</typeparam>
public sealed record Page<T>
{
    /// <summary>The rows, in the list's fixed order.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>The number of rows in the whole list.</summary>
    public required int Total { get; init; }

    /// <summary>Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</summary>
    public string? Next { get; init; }

    /// <summary>The requested day; absent if the rows do not depend on one.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The instant whose knowledge the rows reflect; absent if they do not depend on one.</summary>
    public DateTimeOffset? KnownAt { get; init; }
}
