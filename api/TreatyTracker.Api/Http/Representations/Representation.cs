namespace TreatyTracker.Api.Http.Representations;

/// <summary>One form in which an answer is served.</summary>
/// <param name="Format">The word that the parameter <c>format</c> takes.</param>
/// <param name="MediaType">The media type, without parameters.</param>
/// <param name="ByAccept">Whether Accept can choose it; otherwise only <c>format</c> can.</param>
sealed record Representation(string Format, string MediaType, bool ByAccept = true)
{
    /// <summary>Whether it holds the address of the service, which other representations of the same answer do not.</summary>
    public bool NamesHost { get; init; }
}
