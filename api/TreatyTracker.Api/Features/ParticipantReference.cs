using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Features;

/// <summary>A participant, named.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name today, in the language asked for.</param>
public sealed record ParticipantReference(string Code, string Name)
{
    internal static ParticipantReference Of(ParticipantEntry entry, AnswerContext context) =>
        new(entry.Code, entry.NameIn(context.Language));
}
