using System.Collections.Frozen;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>
/// Labels of enum values, and phrases that contain them, in the six official languages of the United Nations. Acts and standings follow the
/// usage of the UN Treaty Collection and the Vienna Convention, regions the M49 standard, and groups the lists of the General Assembly.
/// </summary>
public static class Labels
{
    const string Standings = "standing",
        ParticipantKinds = "participant-kind",
        EventKinds = "event-kind",
        Regions = "region",
        Groups = "group",
        Lists = "list",
        Counts = "count",
        Phrases = "phrase";

    /// <summary>Every label, by vocabulary, word and language.</summary>
    public static FrozenDictionary<(string Vocabulary, string Word, string Language), string> All { get; } =
        EmbeddedTable.Texts("labels.csv", (row, language) => (row["vocabulary"]!, row["word"]!, language));

    /// <summary>The label of a standing.</summary>
    public static string Of(Standing standing, string language) => Of(Standings, standing.WireName(), language);

    /// <summary>The label of a kind of participant.</summary>
    public static string Of(ParticipantKind kind, string language) => Of(ParticipantKinds, kind.WireName(), language);

    /// <summary>The label of a kind of event.</summary>
    public static string Of(EventKind kind, string language) => Of(EventKinds, kind.WireName(), language);

    /// <summary>The label of a named count.</summary>
    public static string Of(NamedCount count, string language) => Of(Counts, count.WireName(), language);

    /// <summary>A phrase with its placeholders replaced.</summary>
    /// <param name="word">The name of the phrase.</param>
    /// <param name="language">The language.</param>
    /// <param name="places">The text for each placeholder, by name.</param>
    public static string Phrase(string word, string language, params IEnumerable<(string Name, string Text)> places) =>
        places.Aggregate(
            Of(Phrases, word, language),
            (text, place) => text.Replace($"{{{place.Name}}}", place.Text, StringComparison.Ordinal)
        );

    /// <summary>The label of an M49 region of any level; <c>null</c> without a region.</summary>
    public static string? OfRegion(string? region, string language) => region is null ? null : Of(Regions, region, language);

    /// <summary>The label of a UN regional group; <c>null</c> without a group.</summary>
    public static string? OfGroup(string? group, string language) => group is null ? null : Of(Groups, group, language);

    /// <summary>The label of a list of participants to which final clauses refer.</summary>
    public static string OfList(string list, string language) => Of(Lists, list, language);

    // Regions, groups and lists are data. One without a label is shown as it is.
    static string Of(string vocabulary, string word, string language) => All.GetValueOrDefault((vocabulary, word, language), word);
}
