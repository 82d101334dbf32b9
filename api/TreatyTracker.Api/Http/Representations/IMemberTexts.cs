namespace TreatyTracker.Api.Http.Representations;

/// <summary>What the members of answers mean, as the OpenAPI document says it.</summary>
public interface IMemberTexts
{
    /// <summary>The text of a member, or of the nearest member of that name below an answer; <c>null</c> where there is none.</summary>
    /// <param name="answer">The type of the answer, or of a row.</param>
    /// <param name="name">The JSON name of the member.</param>
    string? TextOf(Type answer, string name);
}
