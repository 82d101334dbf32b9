using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>A name of a participant in one language, with its period.</summary>
/// <param name="Language">One of <see cref="Languages.All"/>.</param>
/// <param name="Name">The name.</param>
/// <param name="From">First day of use, inclusive; <c>null</c> where not known or from the beginning.</param>
/// <param name="Until">Last day of use, inclusive; <c>null</c>: in use.</param>
public sealed record ParticipantName(string Language, string Name, DateOnly? From, DateOnly? Until);

/// <summary>A name that people use for a participant beside those it bears, in one language: looked through when names are searched, and never shown as its name.</summary>
/// <param name="Language">One of <see cref="Languages.All"/>.</param>
/// <param name="Name">The name.</param>
public sealed record OtherName(string Language, string Name);

/// <summary>A participant with what the register knows beside the law's own values.</summary>
/// <param name="Participant">The law's value.</param>
/// <param name="OfficialName">The formal name, in English.</param>
/// <param name="Names">Names by language and by period, by language, then by last day of use with those in use last.</param>
/// <param name="Note">A remark; <c>null</c> for none.</param>
public sealed record ParticipantEntry(Participant Participant, string OfficialName, EquatableArray<ParticipantName> Names, string? Note)
{
    /// <summary>The code.</summary>
    public string Code => Participant.Code;

    /// <summary>What people call it beside its names, by language, then by name.</summary>
    public EquatableArray<OtherName> OtherNames { get; init; } = [];

    /// <summary>What a search for a name looks through: the code and every name, of any language and period.</summary>
    public IEnumerable<string> Searched() => [Code, OfficialName, .. Names.Select(n => n.Name), .. OtherNames.Select(n => n.Name)];

    /// <summary>The name in use in a language, or in English where there is none.</summary>
    public string NameIn(string language) => CurrentName(language) ?? CurrentName(Languages.English) ?? OfficialName;

    string? CurrentName(string language) => Names.FirstOrDefault(n => n.Language == language && n.Until is null)?.Name;
}

/// <summary>Where facts come from.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Url">Its address; <c>null</c> where it has none.</param>
public sealed record Source(string Id, string Title, string? Url);

/// <summary>Which named count a published figure speaks of.</summary>
public enum PublishedMetric
{
    /// <summary><c>parties</c>.</summary>
    Parties,
    /// <summary><c>signatories</c>.</summary>
    Signatories,
}

/// <summary>What somebody published as a count on a day.</summary>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Metric">Which count.</param>
/// <param name="Published">The figure.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Note">A remark; <c>null</c> for none.</param>
public sealed record PublishedCount(string Treaty, DateOnly AsOf, PublishedMetric Metric, int Published, string Source, string? Note);

/// <summary>
/// A finding of the consistency check that is known and left standing, for a reason. It covers the findings of its rule that agree with
/// all that it names; an empty member agrees with any.
/// </summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="Participant">The participant's code.</param>
/// <param name="Event">The id of an event concerned.</param>
/// <param name="Day">The day concerned: of a published count, the day of which it speaks.</param>
/// <param name="Reason">Why the finding stands.</param>
/// <param name="Source">Id of the source on which the reason rests.</param>
/// <param name="Expires">The last day, inclusive, on which it waives anything; <c>null</c>: without end.</param>
public sealed record Waiver(string Rule, string? Treaty, string? Participant, string? Event, DateOnly? Day, string Reason, string Source, DateOnly? Expires);

/// <summary>Everything that the register holds, as values: what seeds say, and what the database gives back.</summary>
public sealed record Facts
{
    /// <summary>Those of an empty register.</summary>
    public static Facts None { get; } = new() { Participants = [], Sources = [], Treaties = [], Events = [], PublishedCounts = [] };

    /// <summary>All participants, by code.</summary>
    public required IReadOnlyList<ParticipantEntry> Participants { get; init; }

    /// <summary>All sources, by id.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>All treaties, by id.</summary>
    public required IReadOnlyList<Treaty> Treaties { get; init; }

    /// <summary>All events; of seeds, the acts held true; of a database, everything ever recorded, corrections included.</summary>
    public required IReadOnlyList<TreatyEvent> Events { get; init; }

    /// <summary>All published counts, by treaty, day and metric.</summary>
    public required IReadOnlyList<PublishedCount> PublishedCounts { get; init; }

    /// <summary>All waivers, by rule, treaty, participant, event and day.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];
}

/// <summary>A language of answers.</summary>
public enum Language
{
    /// <summary>Arabic.</summary>
    Ar,
    /// <summary>English.</summary>
    En,
    /// <summary>Spanish.</summary>
    Es,
    /// <summary>French.</summary>
    Fr,
    /// <summary>Russian.</summary>
    Ru,
    /// <summary>Chinese.</summary>
    Zh,
}

/// <summary>The six official languages of the United Nations.</summary>
public static class Languages
{
    /// <summary>The language that every title and name has.</summary>
    public const string English = "en";

    /// <summary>All six, by code.</summary>
    public static IReadOnlyList<string> All { get; } = Words.All<Language>();

    /// <summary>A treaty's title in a language, or in English where it has none, with the language that it is in.</summary>
    public static (string Title, string Language) TitleIn(this Treaty treaty, string language) =>
        treaty.Titles.TryGetValue(language, out var title) ? (title, language) : (treaty.Titles[English], English);
}
