using System.Text.RegularExpressions;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Merges documents into the facts of a seeds directory. It reads no file and writes none.</summary>
sealed partial class SeedMerge
{
    /// <summary>The length of the day at the end of a generated source's id.</summary>
    const int DayLength = 10;

    readonly Facts _facts;
    readonly MergeOptions _options;
    readonly Func<StatusTableRow, DateOnly, RowParticipant> _resolve;
    readonly Func<string, IReadOnlyList<MergeDecision>> _decisions;
    readonly IReadOnlyDictionary<string, Participant> _participants;
    readonly Dictionary<string, Treaty> _treaties;
    readonly Dictionary<string, IReadOnlyList<TreatyEvent>> _events;
    readonly Dictionary<string, string> _numbers = new(StringComparer.Ordinal);
    readonly HashSet<string> _sources;
    readonly HashSet<string> _citable;
    readonly List<MergePlan> _plans = [];
    readonly List<Source> _newSources = [];
    readonly List<string> _unknown = [];
    readonly List<RefusedTable> _refused = [];
    readonly HashSet<string> _superseded = new(StringComparer.Ordinal);
    readonly Lazy<HashSet<string>> _cited;

    SeedMerge(
        Facts facts,
        MergeOptions options,
        Func<StatusTableRow, DateOnly, RowParticipant> resolve,
        Func<string, IReadOnlyList<MergeDecision>> decisions
    )
    {
        (_facts, _options, _resolve, _decisions) = (facts, options, resolve, decisions);
        _participants = facts.Participants.ToDictionary(p => p.Code, p => p.Participant, StringComparer.Ordinal);
        _treaties = facts.Treaties.ToDictionary(t => t.Id, StringComparer.Ordinal);
        _events = facts
            .Events.GroupBy(e => e.Treaty)
            .ToDictionary(g => g.Key, IReadOnlyList<TreatyEvent> (g) => [.. g], StringComparer.Ordinal);
        foreach (var treaty in facts.Treaties)
            Know(treaty);
        _sources = facts.Sources.Select(s => s.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _citable = facts.Sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        _cited = new(() =>
            facts
                .Events.SelectMany(e => e.Sources)
                .Concat(facts.Waivers.Select(w => w.Source))
                .Concat(facts.Treaties.SelectMany(t => t.Lists).Select(l => l.Source))
                .Concat(facts.Treaties.SelectMany(t => decisions(t.Id)).Select(d => d.Source))
                .OfType<string>()
                .ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>Plans the merge.</summary>
    /// <param name="facts">The seeds.</param>
    /// <param name="documents">The documents, in any order.</param>
    /// <param name="options">How.</param>
    /// <param name="resolve">Whose row it is, on the day of its first act.</param>
    /// <param name="decisions">What people decided about a treaty's conflicts.</param>
    /// <param name="progress">Told how many of how many tables are done.</param>
    public static SeedMergeResult Plan(
        Facts facts,
        IEnumerable<MergeDocument> documents,
        MergeOptions options,
        Func<StatusTableRow, DateOnly, RowParticipant> resolve,
        Func<string, IReadOnlyList<MergeDecision>> decisions,
        Action<int, int>? progress = null
    )
    {
        var merge = new SeedMerge(facts, options, resolve, decisions);
        var split = documents.Select(d => (d.File, d.Table, Tables: TreatyTables.Split(d.Table))).ToList();
        var tables = split
            .SelectMany(d => d.Tables.Select(t => (d.File, Number: t.Number ?? merge.NumberIn(d.File), t.Table)))
            .Select(t => (t.File, t.Number, t.Table, Treaty: merge.Find(t.Number)))
            // A protocol's counts may depend on its parent's record; a later edition builds on an earlier one.
            .OrderBy(t => merge.Depth(t.Treaty))
            .ThenBy(t => t.Table.AsAt)
            .ToList();
        for (var at = 0; at < tables.Count; at++)
        {
            var (file, number, table, treaty) = tables[at];
            merge.Add(file, number, table, treaty);
            progress?.Invoke(at + 1, tables.Count);
        }
        if (options.Treaty is { } asked && merge is { _plans: [], _refused: [], _unknown: [] })
            merge._refused.AddRange(
                split.Select(d => new RefusedTable(
                    d.File,
                    asked,
                    $"The document has tables of {d.Tables.Count} treaties, and none of '{asked}': "
                        + $"{string.Join(", ", d.Tables.Take(12).Select(t => t.Number))}{(d.Tables.Count > 12 ? " …" : "")}."
                ))
            );
        return new(merge._plans, merge._newSources, merge._unknown, merge._refused)
        {
            Superseded = merge._superseded,
            Unused = [.. split.Where(d => d.Tables.Count > 1).SelectMany(d => d.Table.Unused.Select(u => (d.File, u)))],
        };
    }

    /// <summary>The treaty that a table is about; <c>null</c> where the seeds lack it.</summary>
    Treaty? Find(string? number) =>
        _options.Treaty is { } asked ? TreatyNames.Find(_treaties.Values, asked)
        : number is null ? null
        : ByNumber(number);

    Treaty? ByNumber(string number) => _numbers.TryGetValue(TreatyTables.Key(number), out var id) ? _treaties[id] : null;

    void Know(Treaty treaty)
    {
        foreach (var key in TreatyTables.KeysOf(treaty))
            _numbers.TryAdd(key, treaty.Id);
    }

    /// <summary>
    /// The treaty for which a file is named, as those that <c>fetch</c> saves are: its id, or a number of the UN's such as XVIII-12.
    /// </summary>
    string? NumberIn(string file) =>
        _options.Treaty is null
        && Path.GetFileNameWithoutExtension(file) is var name
        && (_treaties.ContainsKey(name) || UnitedNationsNumber().IsMatch(name))
            ? name
            : null;

    int Depth(Treaty? treaty)
    {
        var depth = 0;
        for (var at = treaty; at?.Parent is { } parent && depth < 10; at = _treaties.GetValueOrDefault(parent))
            depth++;
        return depth;
    }

    void Add(string file, string? number, StatusTable table, Treaty? treaty)
    {
        void Refuse(string reason) => _refused.Add(new(file, treaty?.Id ?? number ?? _options.Treaty, reason));

        // The seeds may have it by now: an earlier document started it.
        treaty ??= Find(number);
        if (_options.Treaty is not null && treaty is not null && number is not null && !TreatyTables.IsNumberOf(number, treaty))
        {
            // A table of many treaties holds others too.
            if (table.Rows.Count > 0 && table.Rows[0].Treaty is not null)
                return;
            Refuse($"The document is about {number}, and '{treaty.Id}' is {treaty.Mtdsg}. Name the right treaty with --treaty.");
            return;
        }
        var isNew = treaty is null;
        if (treaty is null)
        {
            if (!_options.New)
            {
                if (number is null && _options.Treaty is null)
                    Refuse("The document does not say which treaty it is about. Name it with --treaty.");
                else
                    _unknown.Add(_options.Treaty ?? number!);
                return;
            }
            if (_options.Treaty is not null && number is not null && table.Rows.Any(r => r.Treaty is not null))
                return;
            if ((_options.Treaty ?? TreatyTables.IdOf(number ?? "")) is not { } id || !Names.IsTreatyId(id))
            {
                Refuse(
                    $"'{_options.Treaty ?? number}' cannot be the id of a treaty. Use lower-case letters and digits, joined by "
                        + "single hyphens."
                );
                return;
            }
            var (started, problem) = NewTreaty.Of(
                id,
                table with
                {
                    Number = table.Number ?? number,
                },
                HasOrganizations(table),
                _options.Now
            );
            if (started is null)
            {
                Refuse($"It is no start for a treaty: {problem}.");
                return;
            }
            if (ByNumber(started.Mtdsg) is { } same)
            {
                Refuse($"The document is about {started.Mtdsg}, which the seeds have as '{same.Id}'. Merge it with --treaty {same.Id}.");
                return;
            }
            treaty = started;
        }
        if (_options.Faults.GetValueOrDefault(treaty.Id) is { } fault)
        {
            Refuse($"The seeds of '{treaty.Id}' have a mistake; correct it first. {fault}");
            return;
        }
        if ((table.AsAt ?? _options.AsAt) is not { } asAt)
        {
            Refuse("The document does not state its day. Give the day for which it is stated with --as-at YYYY-MM-DD.");
            return;
        }
        if (asAt > DateOnly.FromDateTime(_options.Now.UtcDateTime))
        {
            Refuse($"The day of the table, {Instant.Text(asAt)}, has not come yet.");
            return;
        }
        if (SourceOf(treaty, table, asAt) is not { } source)
        {
            Refuse(
                $"'{_options.Source}' cannot be the id of a source. Use letters, digits, dots, underscores and hyphens, the first "
                    + "a letter or "
                    + "digit."
            );
            return;
        }
        var plan = Merge.Plan(
            new()
            {
                Treaty = treaty,
                IsNew = isNew,
                Events = _events.GetValueOrDefault(treaty.Id) ?? [],
                Participants = _participants,
                Parent = StatusOf(treaty.Parent, 0),
                Table = table with { Parties = _options.Parties ?? table.Parties, Signatories = _options.Signatories ?? table.Signatories },
                AsAt = asAt,
                Source = source.Id,
                Now = _options.Now,
                Resolve = _resolve,
                Decisions = _decisions(treaty.Id),
                AcceptLeft = _options.AcceptLeft,
            }
        );
        if (Unwritable(plan, source) is { } wrong)
        {
            Refuse(wrong);
            return;
        }
        if (_options.AsAt is { } asked && asked != asAt)
            plan = plan with
            {
                Notes =
                [
                    $"The document itself states its day, {Instant.Text(asAt)}: --as-at {Instant.Text(asked)} was not used.",
                    .. plan.Notes,
                ],
            };
        Supersede(plan);
        _plans.Add(plan);
        _treaties[treaty.Id] = plan.Treaty;
        if (isNew)
            Know(treaty);
        _events[treaty.Id] = plan.Events;
        if (IsCited(source, plan) && _sources.Add(source.Id))
        {
            _newSources.Add(source);
            _citable.Add(source.Id);
        }
    }

    /// <summary>Whether anything cites the document itself: its rows may name sources of their own.</summary>
    static bool IsCited(Source source, MergePlan plan) =>
        plan.Published.Count > 0
        || plan.Waivers.Any(w => w.Source == source.Id)
        || plan.New.Concat(plan.Corrections.Select(c => c.After).OfType<TreatyEvent>()).Any(e => e.Sources.Contains(source.Id));

    /// <summary>
    /// Every night's edition of a table that has not changed would leave a source and its counts: those of the newest one take the place of
    /// those before it, unless anything else cites them.
    /// </summary>
    void Supersede(MergePlan plan)
    {
        if (_options.Source is not null || plan.New.Count + plan.Corrections.Count > 0 || plan.Published.Count == 0)
            return;
        var before = _facts
            .Sources.Where(s => IsEdition(s.Id, plan.Source) && string.CompareOrdinal(s.Id, plan.Source) < 0)
            .MaxBy(s => s.Id, StringComparer.Ordinal);
        if (before is null || _cited.Value.Contains(before.Id) || _plans.Exists(p => p.Source == before.Id))
            return;
        var figures = _facts.PublishedCounts.Where(c => c.Source == before.Id).Select(c => (c.Treaty, c.Metric, c.Published)).ToHashSet();
        if (figures.SetEquals(plan.Published.Select(c => (c.Treaty, c.Metric, c.Published))))
            _superseded.Add(before.Id);

        static bool IsEdition(string id, string source) =>
            id.Length == source.Length && id[..^DayLength] == source[..^DayLength] && Instant.ParseDay(id[^DayLength..]) is not null;
    }

    /// <summary>
    /// What of a plan the seeds cannot hold: they could not be read afterwards. <c>null</c> where they can hold all of it.
    /// </summary>
    string? Unwritable(MergePlan plan, Source source)
    {
        var added = plan.New.Concat(plan.Corrections.Select(c => c.After).OfType<TreatyEvent>()).ToList();
        var texts = new[] { ("Its title", source.Title), ("Its place of adoption", plan.Treaty.Adopted.Place) }
            .Append(("Its number", plan.Treaty.Number ?? plan.Treaty.Mtdsg))
            .Concat(added.SelectMany(e => new[] { ($"The note on {MergeText.Words(e)}", e.Note), ("A depositary", e.Depositary) }))
            .Concat(plan.Conflicts.Select(c => ("What is to be decided", (string?)c.What)));
        foreach (var (what, text) in texts)
            if (SeedFile.WrongWith(text) is { } wrong)
                return $"{what} {wrong}. Correct the document.";
        return
            added.Find(e => e.Sources.Any(s => s != plan.Source && !_citable.Contains(s))) is { } cites
            && cites.Sources.First(s => s != plan.Source && !_citable.Contains(s)) is var unknown
            ? $"{MergeText.Words(cites)} cites the source '{unknown}', which {SeedFormat.Sources} lacks. Add it there, and merge again."
                + Suggestions.SuggestionText(unknown, _citable)
            : null;
    }

    bool HasOrganizations(StatusTable table) =>
        table.Rows.Any(r =>
            r.Acts.Count > 0
            && _resolve(r, r.Acts[0].Date.Last).Code is { } code
            && _participants.GetValueOrDefault(code) is { IsOrganization: true }
        );

    TreatyStatus? StatusOf(string? id, int depth) =>
        id is not null && depth < 10 && _treaties.GetValueOrDefault(id) is { } treaty
            ? TreatyStatus.Of(treaty, _events.GetValueOrDefault(id) ?? [], _participants, StatusOf(treaty.Parent, depth + 1))
            : null;

    Source? SourceOf(Treaty treaty, StatusTable table, DateOnly asAt)
    {
        var day = Instant.Text(asAt);
        var publisher =
            table.Format is StatusTableFormat.MtdsgXml or StatusTableFormat.MtdsgHtml or StatusTableFormat.MtdsgText ? "untc"
            : table.Format is StatusTableFormat.CoeJson ? "coe"
            : "table";
        var id = _options.Source ?? $"{publisher}-{(publisher == "untc" ? treaty.Mtdsg.ToLowerInvariant() : treaty.Id)}-{day}";
        return Names.IsSourceId(id)
            ? new(
                _facts.Sources.Concat(_newSources).FirstOrDefault(s => s.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.Id ?? id,
                $"Status table of {treaty.Mtdsg}, {treaty.Titles["en"]}, as at {day}",
                table.Format is StatusTableFormat.MtdsgXml ? TableAddress.Of(TableAddress.Default, treaty)?.AbsoluteUri : null
            )
            : null;
    }

    [GeneratedRegex(@"\A[IVXL]+(-[A-Za-z0-9]+)+\z")]
    private static partial Regex UnitedNationsNumber();
}
