namespace TreatyTracker.Api.OpenApi;

/// <summary>
/// The enumeration whose words a text holds, or whose words are the keys of a map. For answers whose values come from the data: the OpenAPI
/// document lists the words, and an unknown one is still answered.
/// </summary>
/// <param name="enumeration">The enumeration.</param>
[AttributeUsage(AttributeTargets.Property)]
sealed class WordsAttribute(Type enumeration) : Attribute
{
    /// <summary>The enumeration.</summary>
    public Type Enumeration => enumeration;

    /// <summary>Whether keys are written as JSON members are: <c>unMember</c> for <c>un-member</c>.</summary>
    public bool AsMemberNames { get; init; }
}
