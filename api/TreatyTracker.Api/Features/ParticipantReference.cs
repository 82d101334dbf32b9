using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features;

/// <summary>A participant's code and name.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its current name, in the requested language.</param>
public sealed record ParticipantReference(string Code, string Name)
{
    internal static ParticipantReference Of(ParticipantEntry entry, AnswerContext context) =>
        new(entry.Code, entry.NameIn(context.Language));
}
