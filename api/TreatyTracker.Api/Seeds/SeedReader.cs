using System.Text.Json;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Seeds;

/// <summary>Reads a directory of seeds into <see cref="Facts"/>: all of it, or all that is wrong with it.</summary>
public static class SeedReader
{
    /// <summary>Reads and checks every file.</summary>
    /// <param name="directory">Laid out as <c>seeds/README.md</c> says.</param>
    /// <exception cref="SeedException">Something is wrong; it names every file, line and reason.</exception>
    public static Facts Read(string directory)
    {
        var problems = new List<SeedProblem>();
        if (!Directory.Exists(directory)) throw new SeedException([new(directory, 1, "there is no such directory of seeds")]);

        var sources = Sources(directory, problems);
        var participants = Participants(directory, problems);
        var treaties = Treaties(directory, problems);
        var known = new Known(
            sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal),
            participants.Select(p => p.Code).ToHashSet(StringComparer.Ordinal),
            treaties.Select(t => t.Id).ToHashSet(StringComparer.Ordinal));
        var events = treaties.SelectMany(t => Events(directory, t, known, problems)).ToList();
        Strays(directory, known.Treaties, problems);
        var facts = new Facts
        {
            Sources = sources,
            Participants = participants,
            Treaties = treaties,
            Events = events,
            PublishedCounts = PublishedCounts(directory, known, problems),
        };
        if (problems.Count > 0)
            throw new SeedException([.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]);
        return facts;
    }

    sealed record Known(ISet<string> Sources, ISet<string> Participants, ISet<string> Treaties);

    static List<Source> Sources(string directory, List<SeedProblem> problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var sources = new List<Source>();
        foreach (var row in SeedRow.ReadFile(directory, SeedFormat.Sources, SeedFormat.SourceColumns, problems))
        {
            var source = new Source(row.Required("id"), row.Required("title"), row.Text("url"));
            if (!seen.Add(source.Id)) row.Problem($"source '{source.Id}' stands here twice");
            sources.Add(source);
        }
        return [.. sources.OrderBy(s => s.Id, StringComparer.Ordinal)];
    }

    static List<ParticipantEntry> Participants(string directory, List<SeedProblem> problems)
    {
        var rows = SeedRow.ReadFile(directory, SeedFormat.Participants, SeedFormat.ParticipantColumns, problems);
        var known = rows.Select(r => r.Text("code") ?? "").ToHashSet(StringComparer.Ordinal);
        var formerNames = FormerNames(directory, known, problems);
        var members = Memberships(directory, known, problems);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<ParticipantEntry>();
        foreach (var row in rows)
        {
            var code = row.Required("code");
            if (!seen.Add(code)) row.Problem($"participant '{code}' stands here twice");
            if (code.Length is not (3 or 4) || code.Any(c => c is < 'A' or > 'Z')) row.Problem($"code '{code}' is not three or four capital letters");
            if (row.Text("iso2") is { Length: not 2 }) row.Problem("iso2 is not two letters");
            if (row.Text("m49") is { } m49 && (m49.Length != 3 || !m49.All(char.IsAsciiDigit))) row.Problem("m49 is not three digits");
            foreach (var successor in row.List("successors")) row.MustBeKnown("successors", successor, known, "the code of a participant");
            var participant = new Participant
            {
                Code = code,
                Iso2 = row.Text("iso2"),
                M49 = row.Text("m49"),
                Kind = row.Word<ParticipantKind>("kind"),
                UnMemberSince = row.Day("un_member_since"),
                UnMemberUntil = row.Day("un_member_until"),
                Successors = row.List("successors"),
                Region = row.Text("region"),
                SubRegion = row.Text("sub_region"),
                IntermediateRegion = row.Text("intermediate_region"),
                UnRegionalGroup = row.Text("un_regional_group"),
                Members = [.. members[code]],
            };
            row.Required("name_en");
            var current = Languages.All.Where(l => row.Text($"name_{l}") is not null).Select(l => new ParticipantName(l, row.Text($"name_{l}")!, null, null));
            entries.Add(new(participant, row.Required("official_name"), InOrder([.. current], [.. formerNames[code]]), row.Text("note")));
        }
        return [.. entries.OrderBy(e => e.Code, StringComparer.Ordinal)];
    }

    /// <summary>Names by language and period; a current name begins on the day after the last former one ended.</summary>
    internal static EquatableArray<ParticipantName> InOrder(IReadOnlyList<ParticipantName> current, IReadOnlyList<ParticipantName> former) =>
        [.. current.Select(c => c with { From = former.Where(f => f.Language == c.Language).Max(f => f.Until)?.AddDays(1) })
            .Concat(former)
            .OrderBy(n => n.Language, StringComparer.Ordinal).ThenBy(n => n.Until ?? DateOnly.MaxValue)];

    static ILookup<string, ParticipantName> FormerNames(string directory, HashSet<string> participants, List<SeedProblem> problems)
    {
        var names = new List<(string Code, ParticipantName Name)>();
        foreach (var row in SeedRow.ReadFile(directory, SeedFormat.FormerNames, SeedFormat.FormerNameColumns, problems))
        {
            var code = row.Required("participant");
            row.MustBeKnown("participant", code, participants, "the code of a participant");
            var language = row.Required("language");
            row.MustBeKnown("language", language, Languages.All.ToHashSet(), $"one of {string.Join(", ", Languages.All)}");
            names.Add((code, new(language, row.Required("name"), row.Day("from"), row.RequiredDay("until"))));
        }
        return names.ToLookup(n => n.Code, n => n.Name);
    }

    static ILookup<string, Membership> Memberships(string directory, HashSet<string> participants, List<SeedProblem> problems)
    {
        var members = new List<(string Organization, Membership Membership)>();
        foreach (var row in SeedRow.ReadFile(directory, SeedFormat.Memberships, SeedFormat.MembershipColumns, problems))
        {
            var (organization, member) = (row.Required("organization"), row.Required("member"));
            row.MustBeKnown("organization", organization, participants, "the code of a participant");
            row.MustBeKnown("member", member, participants, "the code of a participant");
            members.Add((organization, new(member, row.RequiredDay("from"), row.Day("until"))));
        }
        return members.OrderBy(m => m.Membership.Member, StringComparer.Ordinal).ThenBy(m => m.Membership.From).ToLookup(m => m.Organization, m => m.Membership);
    }

    static List<Treaty> Treaties(string directory, List<SeedProblem> problems)
    {
        var treaties = new List<Treaty>();
        var folder = Path.Combine(directory, "treaties");
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
        {
            var id = Path.GetFileNameWithoutExtension(path);
            var file = SeedFormat.Treaty(id);
            try
            {
                using var stream = File.OpenRead(path);
                var treaty = JsonSerializer.Deserialize<Treaty>(stream, Json.Seeds);
                if (treaty is null) problems.Add(new(file, 1, "the file holds no treaty"));
                else if (treaty.Id != id) problems.Add(new(file, 1, $"the id '{treaty.Id}' is not the file's name"));
                else treaties.Add(treaty);
            }
            catch (JsonException e)
            {
                problems.Add(new(file, (int)(e.LineNumber ?? 0) + 1, $"{e.Path}: {e.Message.Split(" Path:", 2)[0]}"));
            }
        }
        if (treaties.Count == 0) problems.Add(new("treaties", 1, "there is no treaty; each has a file treaties/<id>.json"));
        foreach (var treaty in treaties) Check(treaty, treaties, problems);
        return [.. treaties.OrderBy(t => t.Id, StringComparer.Ordinal)];
    }

    static void Check(Treaty treaty, List<Treaty> all, List<SeedProblem> problems)
    {
        void Problem(string reason) => problems.Add(new(SeedFormat.Treaty(treaty.Id), 1, reason));
        void MustBeTreaty(string member, string? id)
        {
            if (id is not null && !all.Exists(t => t.Id == id)) Problem($"{member} '{id}' is not a treaty of these seeds");
        }
        MustBeTreaty("parent", treaty.Parent);
        MustBeTreaty("finalClauses.entryIntoForce.notBefore", treaty.FinalClauses.EntryIntoForce.NotBefore);
        MustBeTreaty("finalClauses.openTo.requiresPartyTo", treaty.FinalClauses.OpenTo.RequiresPartyTo);
        if (treaty.FinalClauses.EntryIntoForce.NotBefore is { } waits && waits != treaty.Parent) Problem("finalClauses.entryIntoForce.notBefore must name the parent");
        if (treaty.FinalClauses.OpenTo.RequiresPartyTo is { } requires && requires != treaty.Parent) Problem("finalClauses.openTo.requiresPartyTo must name the parent");
        if (!treaty.Titles.ContainsKey(Languages.English)) Problem("titles has no 'en'");
        foreach (var language in treaty.Titles.Keys.Concat(treaty.ShortTitles.Keys).Where(l => !Languages.All.Contains(l)))
            Problem($"titles has the language '{language}', which is none of {string.Join(", ", Languages.All)}");
        if (all.Find(t => t.Mtdsg.Equals(treaty.Mtdsg, StringComparison.OrdinalIgnoreCase)) is { } first && first.Id != treaty.Id) Problem($"mtdsg '{treaty.Mtdsg}' is that of '{first.Id}' too");
        if (treaty.FinalClauses.EntryIntoForce is { Computable: true } entry && (entry.Instruments is not > 0 || entry.Delay is null))
            Problem("finalClauses.entryIntoForce needs instruments (one or more) and a delay, or a reason why it cannot be computed");
        if (treaty.FinalClauses.Withdrawal?.ReceivedBy is { } by && Instant.ParseDay($"2000-{by}") is null) Problem($"finalClauses.withdrawal.receivedBy '{by}' is not MM-DD");
        var seen = new HashSet<string>();
        for (var at = treaty; at?.Parent is not null; at = all.Find(t => t.Id == at.Parent))
            if (!seen.Add(at.Id))
            {
                Problem("parent leads back to the treaty itself");
                break;
            }
    }

    static IEnumerable<TreatyEvent> Events(string directory, Treaty treaty, Known known, List<SeedProblem> problems)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var events = new List<TreatyEvent>();
        foreach (var row in SeedRow.ReadFile(directory, SeedFormat.Events(treaty.Id), SeedFormat.EventColumns, problems))
        {
            var kind = row.Word<EventKind>("kind");
            if (kind is EventKind.Correction) row.Problem("a correction is made by import, from a changed row; seeds hold what is true");
            var participant = kind is EventKind.Terminated ? row.Text("participant") ?? "" : row.Required("participant");
            if (kind is EventKind.Terminated && participant.Length > 0) row.Problem("terminated is an act of the treaty; it names no participant");
            row.MustBeKnown("participant", participant, known.Participants, $"the code of a participant in {SeedFormat.Participants}");
            var sources = row.List("sources");
            foreach (var source in sources) row.MustBeKnown("sources", source, known.Sources, $"an id in {SeedFormat.Sources}");
            var date = row.RequiredDay("date");
            var natural = EventIds.Of(treaty.Id, participant, kind, date);
            var ordinal = counts[natural] = counts.GetValueOrDefault(natural) + 1;
            events.Add(new()
            {
                Id = EventIds.Numbered(natural, ordinal),
                Treaty = treaty.Id,
                Participant = participant,
                Kind = kind,
                Date = date,
                EffectiveOn = row.Day("effective_on"),
                RecordedAt = row.Moment("recorded_at") ?? treaty.RecordedAt,
                Verification = row.Word<Verification>("verification"),
                Sources = sources,
                Note = row.Text("note"),
            });
        }
        return events.Order(TreatyEvent.HistoricalOrder);
    }

    static void Strays(string directory, ISet<string> treaties, List<SeedProblem> problems)
    {
        var folder = Path.Combine(directory, "events");
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.csv") : [])
            if (Path.GetFileNameWithoutExtension(path) is var id && !treaties.Contains(id))
                problems.Add(new(SeedFormat.Events(id), 1, $"there is no {SeedFormat.Treaty(id)} to which these events belong"));
    }

    static List<PublishedCount> PublishedCounts(string directory, Known known, List<SeedProblem> problems)
    {
        var counts = new List<PublishedCount>();
        var seen = new HashSet<(string, DateOnly, PublishedMetric, string)>();
        foreach (var row in SeedRow.ReadFile(directory, SeedFormat.PublishedCounts, SeedFormat.PublishedCountColumns, problems))
        {
            var count = new PublishedCount(row.Required("treaty"), row.RequiredDay("as_of"), row.Word<PublishedMetric>("metric"), row.Number("published"), row.Required("source"), row.Text("note"));
            row.MustBeKnown("treaty", count.Treaty, known.Treaties, "a treaty of these seeds");
            row.MustBeKnown("source", count.Source, known.Sources, $"an id in {SeedFormat.Sources}");
            if (!seen.Add((count.Treaty, count.AsOf, count.Metric, count.Source))) row.Problem("the same figure of the same source stands here twice");
            counts.Add(count);
        }
        return [.. counts.OrderBy(c => c.Treaty, StringComparer.Ordinal).ThenBy(c => c.AsOf).ThenBy(c => c.Metric).ThenBy(c => c.Source, StringComparer.Ordinal)];
    }
}
