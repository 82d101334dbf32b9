using TreatyTracker.Api.Data;
using TreatyTracker.Law;
using SeedLines = System.Collections.Generic.Dictionary<string, (string File, int Line)>;

namespace TreatyTracker.Api.Seeds;

/// <summary>Reads a directory of seeds into <see cref="Facts"/>, or reports everything that is wrong with it.</summary>
public static class SeedReader
{
    /// <summary>Reads and checks every file.</summary>
    /// <param name="directory">Organized as <c>seeds/README.md</c> describes.</param>
    /// <exception cref="SeedException">Something is wrong; it names every file, line and reason.</exception>
    public static Facts Read(string directory) =>
        ReadLenient(directory) is var reading && reading.Problems.Count == 0 ? reading.Facts : throw new SeedException(reading.Problems);

    /// <summary>Reads every file and leaves out what is wrong: for a check, which reports it along with everything else.</summary>
    /// <param name="directory">Organized as <c>seeds/README.md</c> describes.</param>
    /// <exception cref="SeedException">There is no such directory.</exception>
    public static SeedReadResult ReadLenient(string directory)
    {
        var problems = new List<SeedProblem>();
        var lines = new SeedLines();
        if (!Directory.Exists(directory))
            throw new SeedException([new(directory, 1, "there is no such directory of seeds")]);

        var sources = Sources(directory, lines, problems);
        var participants = ParticipantSeeds.Read(directory, lines, problems);
        var codes = new ParticipantCodes(participants);
        var ids = sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var treaties = TreatySeeds.Read(directory, codes, ids, lines, problems);
        var known = new Known(ids, codes, treaties.Select(t => t.Id).ToHashSet(StringComparer.Ordinal));
        var events = treaties.SelectMany(t => Events(directory, t, known, lines, problems)).ToList();
        Strays(directory, "events", known.Treaties, problems);
        Strays(directory, SeedFormat.ListsFolder, known.Treaties, problems);
        var facts = new Facts
        {
            Sources = sources,
            Participants = participants,
            Treaties = treaties,
            Events = [.. events],
            PublishedCounts = PublishedCounts(directory, known, lines, problems),
            Waivers = Waivers(directory, known, lines, problems),
        };
        var inOrder = problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ToLookup(p => p.Fix is null);
        return new(facts, lines, [.. inOrder[true]], [.. inOrder[false]]);
    }

    sealed record Known(HashSet<string> Sources, ParticipantCodes Participants, HashSet<string> Treaties);

    static List<Source> Sources(string directory, SeedLines lines, List<SeedProblem> problems)
    {
        // Addresses name a source in any letter case.
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var sources = new List<Source>();
        foreach (
            var row in SeedRow.ReadFile(
                directory,
                SeedFormat.Sources,
                SeedFormat.SourceColumns,
                problems,
                more: SeedFormat.MoreSourceColumns
            )
        )
        {
            var source = new Source(row.Required("id"), row.Required("title"), row.Text("url"))
            {
                Licence = row.Text("licence"),
                Attribution = row.Text("attribution"),
            };
            if (source.Id.Length > 0 && !Names.IsSourceId(source.Id))
                row.Problem($"id '{source.Id}' is not letters, digits, dots, underscores and hyphens, the first a letter or digit");
            if (!seen.Add(source.Id))
                row.Problem($"source '{source.Id}' stands here twice");
            if (!row.Sound)
                continue;
            lines[SeedLocations.OfSource(source.Id)] = row.Place;
            sources.Add(source);
        }
        return [.. sources.OrderBy(s => s.Id, StringComparer.Ordinal)];
    }

    static IEnumerable<TreatyEvent> Events(string directory, Treaty treaty, Known known, SeedLines lines, List<SeedProblem> problems)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var events = new List<TreatyEvent>();
        // No two files appear at once: a treaty that a merge has just started has no events yet.
        if (!File.Exists(Path.Combine(directory, SeedFormat.Events(treaty.Id))))
            return events;
        var lists = new Dictionary<string, EquatableArray<string>>(StringComparer.Ordinal);
        var depositaries = treaty.Depositaries.Append(treaty.Depositary).ToHashSet(StringComparer.Ordinal);
        foreach (
            var row in SeedRow.ReadFile(
                directory,
                SeedFormat.Events(treaty.Id),
                SeedFormat.EventColumns,
                problems,
                SeedFormat.MoreEventColumns
            )
        )
        {
            var kind = row.Word<EventKind>("kind");
            if (kind is EventKind.Correction)
                row.Problem("a correction is made by import, from a changed row; seeds hold only what is true", SeedProblem.Correction);
            var (effect, period, verification) = (row.Day("effective_on"), row.Period("date"), row.Word<Verification>("verification"));
            var date = period?.Last ?? effect ?? default;
            DateOnly? day = date == default ? null : date;
            if (kind is not EventKind.Terminated)
                row.Required("participant");
            var participant = row.Participant("participant", known.Participants, day) ?? "";
            if (kind is EventKind.Terminated && participant.Length > 0)
                row.Problem("terminated is an act of the treaty; it names no participant");
            // Events of one source share its list.
            if (!lists.TryGetValue(row["sources"], out var sources))
                lists.Add(row["sources"], sources = row.List("sources"));
            foreach (var source in sources)
                row.MustBeKnown("sources", source, known.Sources, $"an id in {SeedFormat.Sources}", SeedProblem.UnknownSource);
            if (row.Text("date") is null && effect is null)
                row.Problem("date is empty; write YYYY-MM-DD or a period such as 2015, or effective_on if only the effect is known");
            if (period is { IsOneDay: false } && verification is not Verification.Unverified)
                row.Problem($"verification must be unverified, because date '{row["date"]}' is a period");
            var counterpart = row.Participant("counterpart", known.Participants, day);
            if (counterpart is not null && counterpart == participant)
                row.Problem("counterpart is the participant itself");
            row.MustBeKnown("depositary", row.Text("depositary") ?? "", depositaries, $"a depositary in {SeedFormat.Treaty(treaty.Id)}");
            var opposes = row.Flag("opposes_entry_into_force");
            if (opposes && kind is not EventKind.Objection)
                row.Problem("opposes_entry_into_force is for an objection only");
            var act = new TreatyEvent
            {
                Id = "",
                Treaty = treaty.Id,
                Participant = participant,
                Kind = kind,
                Date = date,
                Earliest = period is { IsOneDay: false } days ? days.First : null,
                EffectOnly = period is null,
                EffectiveOn = effect,
                Depositary = row.Text("depositary"),
                Counterpart = counterpart,
                OpposesEntryIntoForce = opposes,
                RecordedAt = row.InstantOf("recorded_at") ?? treaty.RecordedAt,
                Verification = verification,
                Sources = sources,
                Note = row.Text("note"),
            };
            if (!row.Sound)
                continue;
            var natural = EventIds.Of(treaty.Id, participant, kind, date);
            var id = EventIds.Numbered(natural, counts[natural] = counts.GetValueOrDefault(natural) + 1);
            lines[id] = row.Place;
            events.Add(act with { Id = id });
        }
        return events.Order(TreatyEvent.HistoricalOrder);
    }

    static void Strays(string directory, string name, HashSet<string> treaties, List<SeedProblem> problems)
    {
        var folder = Path.Combine(directory, name);
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.csv") : [])
            if (Path.GetFileNameWithoutExtension(path) is var id && !treaties.Contains(id))
                problems.Add(
                    new(
                        $"{name}/{id}.csv",
                        1,
                        $"there is no {SeedFormat.Treaty(id)} to which these {name} belong",
                        SeedProblem.UnknownTreaty
                    )
                );
    }

    static IReadOnlyList<PublishedCount> PublishedCounts(string directory, Known known, SeedLines lines, List<SeedProblem> problems)
    {
        var counts = new List<PublishedCount>();
        var seen = new HashSet<(string, DateOnly, PublishedMetric, string)>();
        foreach (var row in SeedRow.ReadFile(directory, SeedFormat.PublishedCounts, SeedFormat.PublishedCountColumns, problems))
        {
            var count = new PublishedCount(
                row.Required("treaty"),
                row.RequiredDay("as_of"),
                row.Word<PublishedMetric>("metric"),
                row.Number("published"),
                row.Required("source"),
                row.Text("note")
            );
            row.MustBeKnown("treaty", count.Treaty, known.Treaties, "a treaty of these seeds", SeedProblem.UnknownTreaty);
            row.MustBeKnown("source", count.Source, known.Sources, $"an id in {SeedFormat.Sources}", SeedProblem.UnknownSource);
            if (!seen.Add((count.Treaty, count.AsOf, count.Metric, count.Source)))
                row.Problem("the same figure of the same source stands here twice");
            if (!row.Sound)
                continue;
            lines[SeedLocations.Of(count)] = row.Place;
            counts.Add(count);
        }
        return PublishedCount.InOrder(counts);
    }

    static IReadOnlyList<Waiver> Waivers(string directory, Known known, SeedLines lines, List<SeedProblem> problems)
    {
        var waivers = new List<Waiver>();
        // The file may be missing: there need not be anything to waive.
        if (!File.Exists(Path.Combine(directory, SeedFormat.Waivers)))
            return waivers;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in SeedRow.ReadFile(directory, SeedFormat.Waivers, SeedFormat.WaiverColumns, problems))
        {
            var waiver = new Waiver(
                row.Required("rule"),
                row.Text("treaty"),
                row.Participant("participant", known.Participants),
                row.Text("event"),
                row.Day("day"),
                row.Required("reason"),
                row.Required("source"),
                row.Day("expires")
            );
            row.MustBeKnown("treaty", waiver.Treaty ?? "", known.Treaties, "a treaty of these seeds", SeedProblem.UnknownTreaty);
            row.MustBeKnown("source", waiver.Source, known.Sources, $"an id in {SeedFormat.Sources}", SeedProblem.UnknownSource);
            var place = SeedLocations.Of(waiver);
            if (!seen.Add(place))
                row.Problem("the same findings are waived here twice");
            if (!row.Sound)
                continue;
            lines[place] = row.Place;
            waivers.Add(waiver);
        }
        return Waiver.InOrder(waivers);
    }
}
