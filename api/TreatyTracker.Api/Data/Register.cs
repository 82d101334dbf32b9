using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Data.Sqlite;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// An immutable snapshot of everything the register holds. It is replaced as a whole when the data changes, and remembers the results of
/// its folds.
/// </summary>
public sealed class Register
{
    readonly Dictionary<string, Treaty> _treaties;
    readonly Dictionary<string, Treaty> _treatiesById;
    readonly Dictionary<string, ParticipantEntry> _participants;
    readonly Dictionary<string, Participant> _lawParticipants;
    readonly Dictionary<string, DateTimeOffset> _knownSince;
    readonly Lazy<NameResolver> _names;
    readonly Lazy<FrozenSet<string>> _sharedTitles;
    readonly DateTimeOffset[] _instants;
    readonly ConcurrentDictionary<int, RegisterView> _views = new();
    readonly ConcurrentDictionary<int, Lazy<Register>> _past = new();

    Register(Facts facts, RecordingLog log, DataDigest? digest = null)
    {
        (Facts, Log, Digest) = (facts, log, digest ?? DataDigest.Of(facts));
        _treatiesById = facts.Treaties.ToDictionary(t => t.Id, StringComparer.Ordinal);
        // Ids before numbers, so that no number of one treaty hides the id of another.
        _treaties = facts
            .Treaties.Select(t => (t.Id, t))
            .Concat(facts.Treaties.Select(t => (t.Mtdsg, t)))
            .DistinctBy(p => p.Item1, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(p => p.Item1, p => p.t, StringComparer.OrdinalIgnoreCase);
        // A code in use wins over the same code of a former State. A code that only former States share names none of them.
        var codes = facts
            .Participants.Select(p => (p.Code, p))
            .Concat(
                facts
                    .Participants.SelectMany(p =>
                        new[] { p.Participant.Iso2, p.Participant.M49 }.OfType<string>().Select(c => (Code: c, p))
                    )
                    .GroupBy(c => c.Code, StringComparer.OrdinalIgnoreCase)
                    .Select(g =>
                        (
                            g.Key,
                            g.Where(c => c.p.Participant.Kind is not ParticipantKind.FormerState).DefaultIfEmpty(g.First()).First().p,
                            Count: g.Count(),
                            Living: g.Any(c => c.p.Participant.Kind is not ParticipantKind.FormerState)
                        )
                    )
                    .Where(g => g.Count == 1 || g.Living)
                    .Select(g => (g.Key, g.p))
            );
        _participants = codes
            .DistinctBy(c => c.Item1, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(c => c.Item1, c => c.p, StringComparer.OrdinalIgnoreCase);
        _lawParticipants = facts.Participants.ToDictionary(p => p.Code, p => p.Participant);
        Sources = facts.Sources.ToDictionary(s => s.Id);
        _names = new(() => NameResolver.Of(facts));
        _sharedTitles = new(() => SharedTitlesOf(facts));
        _knownSince = KnownSinceOf(facts, log);
        _instants = [.. facts.Events.Select(e => e.RecordedAt).Concat(_knownSince.Values).Concat(log.InstantsOfChanges).Distinct().Order()];
        Version = Digest.Version(log.InstantsOfChanges);
        VersionOfAnswers = VersionWithRestores(Version, log);
    }

    /// <summary>The snapshot after a recording that has only events.</summary>
    Register(Facts facts, RecordingLog log, DataDigest digest, Register older, IReadOnlyList<TreatyEvent> added)
    {
        (Facts, Log, Digest, Sources) = (facts, log, digest, older.Sources);
        (_treatiesById, _treaties, _participants, _lawParticipants, _names, _sharedTitles) = (
            older._treatiesById,
            older._treaties,
            older._participants,
            older._lawParticipants,
            older._names,
            older._sharedTitles
        );
        // Only the first event of a treaty can tell since when the register knows it.
        _knownSince = added.All(e => older.Digest.HasEventsOf(e.Treaty)) ? older._knownSince : KnownSinceOf(facts, log);
        // Nothing is recorded before what is recorded already.
        _instants = [.. older._instants, .. added.Select(e => e.RecordedAt).Distinct().Order()];
        Version = ReferenceEquals(log, older.Log) ? older.Version : log.Newest!.DataVersion;
        VersionOfAnswers = VersionWithRestores(Version, log);
    }

    /// <summary>The snapshot of some facts, without recordings.</summary>
    public static Register Of(Facts facts) => new(facts, RecordingLog.None);

    /// <summary>The snapshot that follows from an older one by a recording that changed reference data.</summary>
    /// <param name="facts">The facts after it.</param>
    /// <param name="log">The recordings that led to them.</param>
    /// <param name="digest">The digest of the facts.</param>
    /// <param name="older">The snapshot before.</param>
    internal static Register After(Facts facts, RecordingLog log, DataDigest digest, Register older) =>
        new Register(facts, log, digest).Sharing(older);

    /// <summary>The snapshot that follows from an older one by a recording that has only events.</summary>
    /// <param name="facts">The facts after it.</param>
    /// <param name="log">The recordings that led to them.</param>
    /// <param name="digest">The digest of the facts.</param>
    /// <param name="older">The snapshot before.</param>
    /// <param name="added">The events of the recording.</param>
    /// <param name="ofConcerned">All events of their treaties.</param>
    internal static Register After(
        Facts facts,
        RecordingLog log,
        DataDigest digest,
        Register older,
        IReadOnlyList<TreatyEvent> added,
        IReadOnlyList<TreatyEvent> ofConcerned
    )
    {
        var register = new Register(facts, log, digest, older, added);
        register._views[register._instants.Length] = new(
            register,
            older.KnownAt(null),
            register.LastRecordedAt ?? DateTimeOffset.MinValue,
            ofConcerned
        );
        return register;
    }

    /// <summary>This register with events that are not recorded, to find out what would follow from them.</summary>
    /// <param name="events">The events. Their instants are later than that of any recording.</param>
    public Register Proposed(IReadOnlyList<TreatyEvent> events)
    {
        var facts = Facts with { Events = Facts.Events.With(events) };
        var concerned = events.Select(e => e.Treaty).ToHashSet(StringComparer.Ordinal);
        return After(facts, Log, Digest, this, events, [.. concerned.SelectMany(facts.Events.OfTreaty)]);
    }

    /// <summary>The snapshot of what a database holds.</summary>
    /// <param name="database">The database.</param>
    /// <param name="older">A snapshot of an earlier state, with which it shares all that did not change.</param>
    /// <exception cref="DatabaseException">It cannot be read, holds invalid values, or was altered from outside.</exception>
    public static Register Load(Database database, Register? older = null)
    {
        try
        {
            var before = database.Stamp;
            using var connection = database.OpenRead();
            using var transaction = connection.BeginTransaction(deferred: true);
            var register = Load(database, connection, transaction, older);
            // No lock protects a file that was opened as immutable from a writer.
            if (Database.IsImmutable(connection) && database.Stamp != before)
                throw new DatabaseException($"The database '{database.Path}' changed while it was read. Try again.")
                {
                    Reason = "the database changed while it was read",
                };
            return register;
        }
        // Any failure to read the rows means that the file is damaged.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw DatabaseException.Unreadable(database.Path, e);
        }
    }

    /// <summary>The snapshot of what a transaction sees, checked against its seal.</summary>
    /// <exception cref="DatabaseException">It was altered from outside.</exception>
    internal static Register Load(Database database, SqliteConnection connection, SqliteTransaction transaction, Register? older = null)
    {
        if (RegisterSchema.Break(connection, transaction) is { } different)
            throw DatabaseException.Altered(database.Path, different);
        var facts = FactsReader.Read(connection, transaction);
        var recordings = RecordingLog.ReadRecordings(connection, transaction);
        var versions = RecordingLog.ReadVersions(connection, transaction).ToList();
        if (Seal.Break(facts, recordings, versions) is { } broken)
            throw DatabaseException.Altered(database.Path, broken);
        if (older is not null)
            facts = facts.Sharing(older.Facts);
        var register = new Register(facts, RecordingLog.Of(recordings, versions));
        return Seal.BreakInReferenceData(facts, recordings, versions, register.Version) is { } found
            ? throw DatabaseException.Altered(database.Path, found)
            : register.Sharing(older);
    }

    /// <summary>The snapshot of an existing, undamaged database with this service's schema. It changes nothing.</summary>
    /// <exception cref="DatabaseException">There is no such file, or it is damaged, not a register, or of another schema
    /// version.</exception>
    public static Register LoadExisting(Database database, Register? older = null)
    {
        database.EnsureUsable();
        return Load(database, older);
    }

    /// <summary>Takes over from another snapshot the statuses of the treaties for which nothing differs.</summary>
    internal Register Sharing(Register? older)
    {
        if (older is not null)
            KnownAt(null).Share(older.KnownAt(null));
        return this;
    }

    /// <summary>Everything it holds, corrections included.</summary>
    public Facts Facts { get; }

    /// <summary>A hash of the data: equal on every machine for equal data.</summary>
    public string Version { get; }

    /// <summary>The <see cref="Version"/> in parts.</summary>
    internal DataDigest Digest { get; }

    /// <summary>The recordings that led to it; none for facts that are not from a database.</summary>
    public RecordingLog Log { get; }

    /// <summary>The hash of the newest recording, which covers all that was ever recorded; <c>null</c> where there is none.</summary>
    public string? Head => Log.Newest?.Hash;

    /// <summary>
    /// What tells the answers of two snapshots apart: the <see cref="Version"/>, and how often a restore brought an older one back, which
    /// the data does not tell and the list of recordings does.
    /// </summary>
    public string VersionOfAnswers { get; }

    /// <summary>
    /// Whether nothing is lost that another snapshot has: its newest recording is one of this register's, or was replaced by a restore.
    /// </summary>
    public bool Continues(Register other) =>
        other.Log.Newest is not { } newest
        || (Log.All.Count >= newest.Number && Log.All[newest.Number - 1].Hash == newest.Hash)
        || Log.All.Any(r => r.By == Recordings.ByRestore && r.Note?.EndsWith(newest.Hash, StringComparison.Ordinal) is true);

    /// <summary>All sources by id.</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; }

    /// <summary>The latest instant at which anything was recorded; <c>null</c> for an empty register.</summary>
    public DateTimeOffset? LastRecordedAt => _instants.Length == 0 ? null : _instants[^1];

    /// <summary>A treaty by id or MTDSG number, in any letter case; <c>null</c> when there is none.</summary>
    public Treaty? FindTreaty(string text) => _treatiesById.GetValueOrDefault(text) ?? _treaties.GetValueOrDefault(text);

    /// <summary>
    /// A treaty's title in a language, or in English where it has none, and the language of that title. Where several treaties have that
    /// title, as amendments to one treaty do, the short title follows in brackets.
    /// </summary>
    public (string Title, string Language) TellingTitle(Treaty treaty, string language)
    {
        var (title, own) = treaty.TitleIn(language);
        return
            _sharedTitles.Value.Contains(title)
            && (treaty.ShortTitles.GetValueOrDefault(own) ?? treaty.ShortTitles.GetValueOrDefault(Languages.English)) is { } name
            ? ($"{title} ({name})", own)
            : (title, own);
    }

    /// <summary>A source by id, in any letter case; <c>null</c> when there is none.</summary>
    public Source? FindSource(string text) =>
        Sources.GetValueOrDefault(text) ?? Facts.Sources.FirstOrDefault(s => s.Id.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>An event by id, in any letter case; <c>null</c> when there is none.</summary>
    public TreatyEvent? FindEvent(string text) =>
        Facts.Events.Find(text) ?? Facts.Events.FirstOrDefault(e => e.Id.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>A participant by code, ISO alpha-2 or M49, in any letter case; <c>null</c> when there is none.</summary>
    public ParticipantEntry? FindParticipant(string text) => _participants.GetValueOrDefault(text);

    /// <summary>Finds participants by names and codes as tables print them.</summary>
    public NameResolver Names => _names.Value;

    /// <summary>A participant by its code.</summary>
    public ParticipantEntry Participant(string code) => _participants[code];

    /// <summary>
    /// The instant from which on the register knew a treaty: that of its curated record, of its parent's, or of the first recorded event,
    /// whichever is latest. Before it, nothing can be said about the treaty.
    /// </summary>
    public DateTimeOffset KnownSince(Treaty treaty) => _knownSince[treaty.Id];

    /// <summary>The register as it was known at an instant (inclusive); without one, all that it knows.</summary>
    public RegisterView KnownAt(DateTimeOffset? knownAt)
    {
        var known = _instants.Length;
        if (knownAt is { } instant)
        {
            var at = Array.BinarySearch(_instants, instant);
            known = at < 0 ? ~at : at + 1;
        }
        // Answers about the past of the register are rare, and each view costs a fold: keep a few.
        if (_views.Count > 16 && !_views.ContainsKey(known))
            foreach (var old in _views.Keys.Where(k => k != _instants.Length))
                _views.TryRemove(old, out _);
        return _views.GetOrAdd(known, k => new RegisterView(this, _lawParticipants, k == 0 ? DateTimeOffset.MinValue : _instants[k - 1]));
    }

    /// <summary>
    /// The register with the reference data of an instant (inclusive): this one, unless reference data changed since. Without an instant,
    /// this one. <see cref="KnownAt"/> of it tells which events were known.
    /// </summary>
    public Register At(DateTimeOffset? instant)
    {
        if (instant is not { } at || Log.ChangesOfReferenceData.Count == 0)
            return this;
        var number = Log.NumberAt(at);
        var changes = Log.ChangesOfReferenceData;
        var next = changes.TakeWhile(n => n <= number).Count();
        if (next == changes.Count)
            return this;
        // Each is a register of its own, and rarely asked for: keep a few.
        if (_past.Count > 4 && !_past.ContainsKey(next))
            _past.Clear();
        return _past.GetOrAdd(next, n => new(() => Through(changes[n] - 1))).Value;
    }

    /// <summary>The register as it was after a recording.</summary>
    Register Through(int number)
    {
        var through = Log.All[number - 1].Instant;
        var facts = Log.ReferenceDataAfter(Facts, number) with { Events = [.. Facts.Events.Where(e => e.RecordedAt <= through)] };
        return new(facts, Log.Through(number));
    }

    static string VersionWithRestores(string version, RecordingLog log) => log.Restores > 0 ? $"{version}r{log.Restores}" : version;

    static FrozenSet<string> SharedTitlesOf(Facts facts) =>
        facts
            .Treaties.SelectMany(t => t.Titles.Values.Distinct())
            .GroupBy(title => title, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToFrozenSet(StringComparer.Ordinal);

    static Dictionary<string, DateTimeOffset> KnownSinceOf(Facts facts, RecordingLog log)
    {
        var first = facts.Events.GroupBy(e => e.Treaty).ToDictionary(g => g.Key, g => g.Min(e => e.RecordedAt));
        var own = facts.Treaties.ToDictionary(
            t => t.Id,
            t => new[] { t.RecordedAt, first.GetValueOrDefault(t.Id), log.FirstHeld(t.Id) ?? default }.Max()
        );
        return facts.Treaties.ToDictionary(
            t => t.Id,
            t => t.Parent is { } parent && own.TryGetValue(parent, out var parents) && parents > own[t.Id] ? parents : own[t.Id]
        );
    }

    /// <summary>The data version of facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="changes">The instants at which reference data changed, which the facts do not tell.</param>
    internal static string Hash(Facts facts, IEnumerable<DateTimeOffset> changes) => DataDigest.Of(facts).Version(changes);
}
