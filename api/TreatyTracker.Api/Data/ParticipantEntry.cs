using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>A participant: the law's values, and what else the register knows.</summary>
/// <param name="Participant">The law's value.</param>
/// <param name="OfficialName">The formal name, in English.</param>
/// <param name="Names">Names by language and by period, by language, then by last day of use with those in use last.</param>
/// <param name="Note">A remark; <c>null</c> for none.</param>
public sealed record ParticipantEntry(Participant Participant, string OfficialName, EquatableArray<ParticipantName> Names, string? Note)
{
    /// <summary>The code.</summary>
    public string Code => Participant.Code;

    /// <summary>Other names that people use for it, by language, then by name.</summary>
    public EquatableArray<OtherName> OtherNames { get; init; } = [];

    /// <summary>What <see cref="Participant.StatehoodSince"/> rests on; <c>null</c> where that is not known.</summary>
    public string? StatehoodBasis { get; init; }

    /// <summary>The texts in which a search looks: the code and every name, of any language and period.</summary>
    public IEnumerable<string> Searched() => [Code, OfficialName, .. Names.Select(n => n.Name), .. OtherNames.Select(n => n.Name)];

    /// <summary>The name in use in a language, or in English where there is none.</summary>
    public string NameIn(string language) => CurrentName(language) ?? CurrentName(Languages.English) ?? OfficialName;

    string? CurrentName(string language) => Names.FirstOrDefault(n => n.Language == language && n.Until is null)?.Name;
}
