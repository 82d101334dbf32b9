using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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
    readonly Lazy<TreatyEvent[]> _inOrder;
    readonly Lazy<NameResolver> _names;
    readonly DateTimeOffset[] _instants;
    readonly ConcurrentDictionary<int, RegisterView> _views = new();

    Register(Facts facts)
    {
        Facts = facts;
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
        EventsById = facts.Events.ToDictionary(e => e.Id);
        _inOrder = new(() => [.. facts.Events.OrderBy(e => e.Date).ThenBy(e => e.Id, StringComparer.Ordinal)]);
        _names = new(() => NameResolver.Of(facts));
        _knownSince = KnownSinceOf(facts);
        _instants = [.. facts.Events.Select(e => e.RecordedAt).Concat(_knownSince.Values).Distinct().Order()];
        Version = Hash(facts);
    }

    /// <summary>The snapshot of some facts.</summary>
    public static Register Of(Facts facts) => new(facts);

    /// <summary>The snapshot of what a database holds.</summary>
    /// <exception cref="DatabaseException">It cannot be read, or holds invalid values.</exception>
    public static Register Load(Database database)
    {
        try
        {
            var before = database.Stamp;
            using var connection = database.OpenRead();
            var register = new Register(FactsReader.Read(connection));
            // No lock protects a file that was opened as immutable from a writer.
            if (connection.DataSource.EndsWith(Database.Immutable, StringComparison.Ordinal) && database.Stamp != before)
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

    /// <summary>The snapshot of an existing, undamaged database with this service's schema. It changes nothing.</summary>
    /// <exception cref="DatabaseException">There is no such file, or it is damaged, not a register, or of another schema
    /// version.</exception>
    public static Register LoadExisting(Database database)
    {
        database.EnsureUsable();
        return Load(database);
    }

    /// <summary>Everything it holds, corrections included.</summary>
    public Facts Facts { get; }

    /// <summary>A hash of the data: equal on every machine for equal data.</summary>
    public string Version { get; }

    /// <summary>All sources by id.</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; }

    /// <summary>All events ever recorded, corrections included, by id.</summary>
    public IReadOnlyDictionary<string, TreatyEvent> EventsById { get; }

    /// <summary>All events ever recorded, corrections included, by date, then id.</summary>
    public IReadOnlyList<TreatyEvent> EventsInOrder => _inOrder.Value;

    /// <summary>The latest instant at which anything was recorded; <c>null</c> for an empty register.</summary>
    public DateTimeOffset? LastRecordedAt => _instants.Length == 0 ? null : _instants[^1];

    /// <summary>A treaty by id or MTDSG number, in any letter case; <c>null</c> when there is none.</summary>
    public Treaty? FindTreaty(string text) => _treatiesById.GetValueOrDefault(text) ?? _treaties.GetValueOrDefault(text);

    /// <summary>A source by id, in any letter case; <c>null</c> when there is none.</summary>
    public Source? FindSource(string text) =>
        Sources.GetValueOrDefault(text) ?? Facts.Sources.FirstOrDefault(s => s.Id.Equals(text, StringComparison.OrdinalIgnoreCase));

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

    static Dictionary<string, DateTimeOffset> KnownSinceOf(Facts facts)
    {
        var first = facts.Events.GroupBy(e => e.Treaty).ToDictionary(g => g.Key, g => g.Min(e => e.RecordedAt));
        var own = facts.Treaties.ToDictionary(
            t => t.Id,
            t => first.TryGetValue(t.Id, out var recorded) && recorded > t.RecordedAt ? recorded : t.RecordedAt
        );
        return facts.Treaties.ToDictionary(
            t => t.Id,
            t => t.Parent is { } parent && own.TryGetValue(parent, out var parents) && parents > own[t.Id] ? parents : own[t.Id]
        );
    }

    internal static string Hash(Facts facts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lists = facts.Treaties.Select(t => t.Lists).ToList();
        foreach (
            var part in new object[] { facts.Sources, facts.Participants, facts.Treaties, lists, facts.PublishedCounts, facts.Waivers }
        )
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(part, part.GetType(), Json.Column));
        foreach (var e in facts.Events.OrderBy(e => e.Id, StringComparer.Ordinal))
            hash.AppendData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\u001f',
                        e.Id,
                        e.Treaty,
                        e.Participant,
                        e.Kind.WireName(),
                        e.Date.DayNumber,
                        e.Earliest?.DayNumber,
                        e.EffectOnly,
                        e.EffectiveOn?.DayNumber,
                        e.Depositary,
                        e.Counterpart,
                        e.OpposesEntryIntoForce,
                        e.RecordedAt.UtcTicks,
                        e.Verification.WireName(),
                        string.Join('|', e.Sources),
                        e.Note,
                        e.Corrects,
                        e.CorrectedKind?.WireName(),
                        "\n"
                    )
                )
            );
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
