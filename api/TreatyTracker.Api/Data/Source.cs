namespace TreatyTracker.Api.Data;

/// <summary>Where facts come from.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Url">Its address; <c>null</c> where it has none.</param>
public sealed record Source(string Id, string Title, string? Url)
{
    /// <summary>
    /// The terms on which it can be used: an SPDX identifier such as <c>CC-BY-4.0</c>, or words; <c>null</c> where they are not known.
    /// </summary>
    public string? Licence { get; init; }

    /// <summary>Who must be named with it; <c>null</c> where nobody must.</summary>
    public string? Attribution { get; init; }
}
