using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>
/// What people call the words that machines read, and the phrases that those stand in, in the six official languages. They follow United
/// Nations usage: acts and standings the
/// UN Treaty Collection and the Vienna Convention, regions the M49 standard, groups the lists of the General Assembly.
/// </summary>
public static class Labels
{
    const string Standings = "standing",
        ParticipantKinds = "participant-kind",
        EventKinds = "event-kind",
        Regions = "region",
        Groups = "group",
        Counts = "count",
        Phrases = "phrase";

    /// <summary>Every label by vocabulary, word and language.</summary>
    public static FrozenDictionary<(string Vocabulary, string Word, string Language), string> All { get; } = Read().ToFrozenDictionary();

    /// <summary>The label of a standing.</summary>
    public static string Of(Standing standing, string language) => Of(Standings, standing.WireName(), language);

    /// <summary>The label of a kind of participant.</summary>
    public static string Of(ParticipantKind kind, string language) => Of(ParticipantKinds, kind.WireName(), language);

    /// <summary>The label of a kind of event.</summary>
    public static string Of(EventKind kind, string language) => Of(EventKinds, kind.WireName(), language);

    /// <summary>The label of a named count.</summary>
    public static string Of(NamedCount count, string language) => Of(Counts, count.WireName(), language);

    /// <summary>A phrase with its places filled.</summary>
    /// <param name="word">Which phrase.</param>
    /// <param name="language">The language.</param>
    /// <param name="places">What stands at each place, by its name.</param>
    public static string Phrase(string word, string language, params IEnumerable<(string Name, string Text)> places) =>
        places.Aggregate(
            Of(Phrases, word, language),
            (text, place) => text.Replace($"{{{place.Name}}}", place.Text, StringComparison.Ordinal)
        );

    /// <summary>The label of an M49 region, of any of its levels; <c>null</c> where there is no region.</summary>
    public static string? OfRegion(string? region, string language) => region is null ? null : Of(Regions, region, language);

    /// <summary>The label of a UN regional group; <c>null</c> where there is none.</summary>
    public static string? OfGroup(string? group, string language) => group is null ? null : Of(Groups, group, language);

    // Regions and groups are data: one that the table does not know yet stands for itself.
    static string Of(string vocabulary, string word, string language) => All.GetValueOrDefault((vocabulary, word, language), word);

    static IEnumerable<KeyValuePair<(string, string, string), string>> Read()
    {
        using var reader = new StreamReader(typeof(Labels).Assembly.GetManifestResourceStream("labels.csv")!);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            foreach (var language in Languages.All)
                yield return new((csv["vocabulary"]!, csv["word"]!, language), csv[language]!);
    }
}
