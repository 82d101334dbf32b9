using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// Finds the participant that a name, an abbreviation or a code stands for, in the spellings of tables and data sets. It compares whole
/// names and never guesses: a part of a name, or a name of several participants, resolves to none.
/// </summary>
public sealed class NameResolver
{
    /// <summary>The longest text that can be a name, in UTF-16 code units.</summary>
    const int LongestName = 200;

    const int MostCandidates = 5;

    const string NoSuchName = "No participant has this name or code.";

    static readonly Lazy<(string Code, string System, string Participant)[]> s_codes = new(() =>
        [.. EmbeddedTable.Rows("participant-codes.csv", r => (r["code"]!, r["system"]!, r["participant"]!))]
    );

    static readonly Lazy<HashSet<string>> s_territories = new(() =>
        [
            .. EmbeddedTable
                .Rows("territories.csv", r => (string[])[r["code"]!, r["name"]!, NameWords.Parts(r["name"]!)?.Before ?? ""])
                .SelectMany(names => names)
                .Select(KeyOf)
                .Where(key => key.Length > 0),
        ]
    );

    readonly Dictionary<string, ParticipantEntry> _participants;
    readonly ILookup<string, Entry> _codes;
    readonly ILookup<string, Entry> _inOrder;
    readonly ILookup<string, Entry> _inAnyOrder;
    readonly ILookup<string, Entry> _short;
    readonly ILookup<string, (ParticipantEntry Participant, IReadOnlyList<string> Words)> _english;

    NameResolver(Facts facts)
    {
        _participants = facts.Participants.ToDictionary(p => p.Code, StringComparer.Ordinal);
        _codes = Codes(facts).ToLookup(c => c.Name, StringComparer.OrdinalIgnoreCase);
        var names = facts.Participants.SelectMany(Names).Select(n => (Entry: n, Words: NameWords.Of(n.Name))).ToList();
        _inOrder = ByKey(names.Select(n => (NameWords.InOrder(n.Words), n.Entry)));
        _inAnyOrder = ByKey(names.Select(n => (NameWords.InAnyOrder(n.Words), n.Entry)));
        _short = ByKey(
            from name in names
            let parts = NameWords.Parts(name.Entry.Name)
            where parts is not null
            select (KeyOf(parts.Value.Before), name.Entry)
        );
        _english = names
            .Where(n => n.Entry.Language == Languages.English)
            .ToLookup(n => SearchText.Fold(n.Entry.Name), n => (n.Entry.Participant, n.Words), StringComparer.Ordinal);
    }

    /// <summary>The resolver of the participants that some facts hold.</summary>
    public static NameResolver Of(Facts facts) => new(facts);

    /// <summary>The participant that a text stands for, or the reason why it stands for none.</summary>
    /// <param name="name">A name in any of the six languages, an abbreviation or a code, as a table prints it.</param>
    /// <param name="on">
    /// The day of the act. It tells participants of one name apart, and a State that had ceased to exist is not found. Without it, all
    /// periods count.
    /// </param>
    /// <param name="searchesAlike">Whether names that look alike are searched for one that is unknown, which takes longest.</param>
    public NameMatch Resolve(string name, DateOnly? on = null, bool searchesAlike = true)
    {
        var asked = new NameMatch(name, on);
        if (name.Length > LongestName)
            return Unknown(asked, $"A name has at most {LongestName} characters; this text has {name.Length}.");
        var text = NameWords.WithoutNotes(name);
        if (Matches(text) is { Count: > 0 } matches)
            return Chosen(asked, matches);
        return OfTerritory(asked, text) ?? OfTwoNames(asked, text) ?? (searchesAlike ? NotFound(asked, text) : Unknown(asked, NoSuchName));
    }

    /// <summary>A territory, also as "China (Hong Kong)"; <c>null</c> for anything else.</summary>
    static NameMatch? OfTerritory(NameMatch asked, string text) =>
        new[] { text, NameWords.Parts(text)?.Within, NameWords.Parts(text)?.Before }
            .OfType<string>()
            .FirstOrDefault(t => s_territories.Value.Contains(KeyOf(t)))
            is { } territory
            ? asked with
            {
                Reason = UnresolvedReason.Territory,
                Detail = $"'{territory}' is a territory, not a participant. Give the State or organization that acts for it.",
            }
            : null;

    /// <summary>
    /// "A (B)" where both are names of one participant, such as "Myanmar (Burma)"; <c>null</c> where it has no such parts.
    /// </summary>
    NameMatch? OfTwoNames(NameMatch asked, string text)
    {
        if (NameWords.Parts(text) is not var (before, within) || Matches(before) is not { Count: > 0 } first)
            return null;
        // The second name may be one that it had on another day, as "formerly Swaziland" says.
        var earlier = NameWords.InAnyOrder(NameWords.Of(within).Where(w => w != NameWords.Former));
        var also = Matches(within).Concat(_inAnyOrder[earlier]).Select(m => m.Participant.Code).ToHashSet(StringComparer.Ordinal);
        if (first.Where(m => also.Contains(m.Participant.Code)).ToList() is { Count: > 0 } both)
            return Chosen(asked, both);
        return Unknown(
            asked,
            $"'{before}' is a name, but '{within}' in brackets is not another name of the same participant. Give one name.",
            [.. first.Select(m => m.Participant)]
        );
    }

    /// <summary>All participants of a name, by the first way of reading it that finds any.</summary>
    List<Entry> Matches(string text)
    {
        var words = NameWords.Of(text);
        var found = _codes[NameWords.Code(text)].Concat(_inOrder[NameWords.InOrder(words)]).ToList();
        if (found.Count == 0)
            found = _inAnyOrder[NameWords.InAnyOrder(words)].ToList();
        if (found.Count == 0)
            found = _short[NameWords.InAnyOrder(words)].ToList();
        // Czechoslovakia (former), ex-USSR: States that are no more.
        if (found.Count == 0 && words.Contains(NameWords.Former))
            found = _inAnyOrder[NameWords.InAnyOrder(words.Where(w => w != NameWords.Former))]
                .Where(m => m.Participant.Participant.Kind is ParticipantKind.FormerState)
                .ToList();
        return found;
    }

    NameMatch Chosen(NameMatch asked, List<Entry> matches)
    {
        var living = asked.On is { } day ? matches.Where(m => !(m.Participant.Participant.LastDay < day)).ToList() : matches;
        var ended = matches.Except(living).Select(m => m.Participant).Distinct().ToList();
        // A successor that has the name of a State that is no more, but had it on other days only, is not meant by it.
        if (ended.Count > 0)
            living = [.. living.Where(m => m.Covers(asked.On) || !ended.Exists(e => Succeeds(m.Participant, e)))];
        if (living.Count == 0)
            return asked with
            {
                Reason = UnresolvedReason.NotInExistence,
                Detail = $"{string.Join(" and ", ended.Select(LastDayOf))}. Give an earlier day, or the State that acted on the day.",
                Candidates =
                [
                    .. ended
                        .SelectMany(e => e.Participant.Successors)
                        .Distinct()
                        .Select(_participants.GetValueOrDefault)
                        .OfType<ParticipantEntry>(),
                ],
            };
        var ofTheDay = living.Where(m => m.Covers(asked.On)).ToList() is { Count: > 0 } covering ? covering : living;
        // A State that came after a former one may list that one's name among its own: the name is that of the former State.
        var former = ofTheDay.Where(m => m.Participant.Participant.Kind is ParticipantKind.FormerState).ToList();
        ofTheDay.RemoveAll(m =>
            m.Kind is NameKind.FormerName or NameKind.OtherName && former.Exists(f => Succeeds(m.Participant, f.Participant))
        );
        var participants = ofTheDay.Select(m => m.Participant).Distinct().ToList();
        if (participants is [var only])
        {
            var best = ofTheDay.OrderBy(m => m.Kind).ThenByDescending(m => m.Language == Languages.English).First();
            return asked with { Participant = only, Name = best.Name, Kind = best.Kind, Language = best.Language };
        }
        return asked with
        {
            Reason = UnresolvedReason.Ambiguous,
            Detail =
                $"Several participants have this name: {string.Join(", ", participants.Select(Shown))}. Give a code"
                + (asked.On is null ? ", or the day of the act." : "."),
            Candidates = [.. participants],
        };
    }

    NameMatch NotFound(NameMatch asked, string text)
    {
        var words = NameWords.Of(text).ToHashSet(StringComparer.Ordinal);
        var folded = SearchText.Fold(text);
        var candidates = Suggestions
            // Names of very different lengths do not look alike; comparing them would make a long list of long texts slow.
            .To(
                folded,
                _english.Select(g => g.Key).Where(n => n.Length < 2 * folded.Length && folded.Length < 2 * n.Length),
                MostCandidates
            )
            .SelectMany(n => _english[n])
            .Concat(_english.SelectMany(g => g).Where(n => words.Count > 0 && words.IsSubsetOf(n.Words)))
            .Select(n => n.Participant)
            .Distinct()
            .Take(MostCandidates)
            .ToList();
        return Unknown(asked, NoSuchName, candidates);
    }

    static NameMatch Unknown(NameMatch asked, string detail, IReadOnlyList<ParticipantEntry>? candidates = null)
    {
        var distinct = (candidates ?? []).DistinctBy(p => p.Code).ToList();
        return asked with
        {
            Reason = UnresolvedReason.Unknown,
            Detail = distinct switch
            {
                [] => detail,
                [.. var others, var last] => $"{detail} Did you mean {string.Concat(others.Select(p => $"{Shown(p)} or "))}{Shown(last)}?",
            },
            Candidates = [.. distinct],
        };
    }

    static bool Succeeds(ParticipantEntry later, ParticipantEntry former) => former.Participant.Successors.Contains(later.Code);

    static string Shown(ParticipantEntry entry) => $"{entry.Code} ({entry.NameIn(Languages.English)})";

    static string LastDayOf(ParticipantEntry entry) => $"{Shown(entry)} existed until {Instant.Text(entry.Participant.LastDay!.Value)}";

    /// <summary>The codes of the participants, then those of other systems where they are no code of the register.</summary>
    static IEnumerable<Entry> Codes(Facts facts)
    {
        var own = facts
            .Participants.SelectMany(p =>
                new[] { p.Code, p.Participant.Iso2, p.Participant.M49 }.OfType<string>().Select(c => new Entry(p, c, NameKind.Code))
            )
            // As in addresses: a code in use is not that of a former State.
            .GroupBy(e => e.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(g =>
                g.Where(e => e.Participant.Participant.Kind is not ParticipantKind.FormerState) is var living && living.Any() ? living : g
            )
            .ToList();
        var taken = own.Select(e => e.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var participants = facts.Participants.ToDictionary(p => p.Code, StringComparer.Ordinal);
        return own.Concat(
            from code in s_codes.Value
            where !taken.Contains(code.Code) && participants.ContainsKey(code.Participant)
            select new Entry(participants[code.Participant], code.Code, NameKind.Code)
        );
    }

    static IEnumerable<Entry> Names(ParticipantEntry entry) =>
        entry
            .Names.Select(n => new Entry(entry, n.Name, n.Until is null ? NameKind.Name : NameKind.FormerName, n.Language)
            {
                From = n.From,
                Until = n.Until,
            })
            .Append(new(entry, entry.OfficialName, NameKind.OfficialName, Languages.English))
            .Concat(entry.OtherNames.Select(n => new Entry(entry, n.Name, NameKind.OtherName, n.Language)));

    // A name without a word has no key, and no text finds it.
    static ILookup<string, Entry> ByKey(IEnumerable<(string Key, Entry Entry)> entries) =>
        entries.Where(e => e.Key.Length > 0).ToLookup(e => e.Key, e => e.Entry, StringComparer.Ordinal);

    static string KeyOf(string text) => NameWords.InAnyOrder(NameWords.Of(text));

    /// <summary>A name or code of a participant.</summary>
    sealed record Entry(ParticipantEntry Participant, string Name, NameKind Kind, string? Language = null)
    {
        public DateOnly? From { get; init; }

        public DateOnly? Until { get; init; }

        /// <summary>Whether it was in use on a day; on no day in particular, every name counts.</summary>
        public bool Covers(DateOnly? day) => day is null || !(day < From || day > Until);
    }
}
