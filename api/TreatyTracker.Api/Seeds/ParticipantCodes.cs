using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Seeds;

/// <summary>The codes of the participants of seeds, and the code that another code or a name stands for.</summary>
/// <param name="participants">All of them.</param>
sealed class ParticipantCodes(IReadOnlyList<ParticipantEntry> participants)
{
    readonly Lazy<NameResolver> _names = new(() => NameResolver.Of(Facts.None with { Participants = participants }));

    /// <summary>The codes.</summary>
    public IReadOnlySet<string> All { get; } = participants.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a text stands for that is no code of the register.</summary>
    /// <param name="text">Another code or a name.</param>
    /// <param name="on">The day of the act; <c>null</c> where there is none.</param>
    public NameMatch Resolve(string text, DateOnly? on) => _names.Value.Resolve(text, on);
}
