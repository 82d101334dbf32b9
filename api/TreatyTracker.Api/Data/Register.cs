using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// An immutable snapshot of everything the register holds. It is replaced whole when the data changes; what a fold costs is remembered
/// inside it, since it never changes.
/// </summary>
public sealed class Register
{
    readonly FrozenDictionary<string, Treaty> _treaties;
    readonly FrozenDictionary<string, ParticipantEntry> _participants;
    readonly FrozenDictionary<string, Participant> _lawParticipants;
    readonly FrozenDictionary<string, DateTimeOffset> _laidDown;
    readonly Lazy<TreatyEvent[]> _inOrder;
    readonly DateTimeOffset[] _instants;
    readonly ConcurrentDictionary<int, RegisterView> _views = new();

    Register(Facts facts)
    {
        Facts = facts;
        _treaties = facts
            .Treaties.SelectMany(t => new[] { (t.Id, t), (t.Mtdsg, t) })
            .DistinctBy(p => p.Item1, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(p => p.Item1, p => p.t, StringComparer.OrdinalIgnoreCase);
        // A code in use wins over the same code of a former State; one that several former States share leads to none of them.
        var codes = facts
            .Participants.Select(p => (p.Code, p))
            .Concat(
                facts
                    .Participants.SelectMany(p =>
                        new[] { p.Participant.Iso2, p.Participant.M49 }.OfType<string>().Select(c => (Code: c, p))
                    )
                    .GroupBy(c => c.Code)
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
        _participants = codes.DistinctBy(c => c.Item1).ToFrozenDictionary(c => c.Item1, c => c.p, StringComparer.OrdinalIgnoreCase);
        _lawParticipants = facts.Participants.ToFrozenDictionary(p => p.Code, p => p.Participant);
        Sources = facts.Sources.ToFrozenDictionary(s => s.Id);
        EventsById = facts.Events.ToFrozenDictionary(e => e.Id);
        _inOrder = new(() => [.. facts.Events.OrderBy(e => e.Date).ThenBy(e => e.Id, StringComparer.Ordinal)]);
        _laidDown = LaidDown(facts);
        _instants = [.. facts.Events.Select(e => e.RecordedAt).Concat(_laidDown.Values).Distinct().Order()];
        Version = Hash(facts);
    }

    /// <summary>The snapshot of some facts.</summary>
    public static Register Of(Facts facts) => new(facts);

    /// <summary>The snapshot of what a database holds.</summary>
    /// <exception cref="DatabaseException">It cannot be read, or holds what cannot be.</exception>
    public static Register Load(Database database)
    {
        try
        {
            var before = database.Stamp;
            using var connection = database.OpenRead();
            var register = new Register(FactsReader.Read(connection));
            // No lock keeps a writer from a file that was opened as one that nobody changes.
            if (connection.DataSource.EndsWith(Database.Immutable, StringComparison.Ordinal) && database.Stamp != before)
                throw new DatabaseException($"The database '{database.Path}' changed while it was read. Try again.")
                {
                    Reason = "the database changed while it was read",
                };
            return register;
        }
        // Whatever a damaged file makes the reader stumble over is the file's fault.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw DatabaseException.Unreadable(database.Path, e);
        }
    }

    /// <summary>The snapshot of a database that must be there, sound, and of this service's schema; it is not touched.</summary>
    /// <exception cref="DatabaseException">There is no such file, it is no register, it is damaged, or its schema is not this
    /// service's.</exception>
    public static Register LoadExisting(Database database)
    {
        database.EnsureUsable();
        return Load(database);
    }

    /// <summary>Everything it holds; the events with their corrections.</summary>
    public Facts Facts { get; }

    /// <summary>A hash of the data: the same on every machine for the same data, another for other data.</summary>
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
    public Treaty? FindTreaty(string text) => _treaties.GetValueOrDefault(text);

    /// <summary>A participant by code, ISO alpha-2 or M49, in any letter case; <c>null</c> when there is none.</summary>
    public ParticipantEntry? FindParticipant(string text) => _participants.GetValueOrDefault(text);

    /// <summary>A participant by its code.</summary>
    public ParticipantEntry Participant(string code) => _participants[code];

    /// <summary>
    /// The instant from which on the register knew a treaty: that of its curated record, of its parent's, and of the first event that
    /// reached the
    /// register, whichever is the latest. Before it nothing can be said of the treaty.
    /// </summary>
    public DateTimeOffset KnownSince(Treaty treaty) => _laidDown[treaty.Id];

    /// <summary>The register as it was known at an instant (inclusive); without one, all that it knows.</summary>
    public RegisterView KnownAt(DateTimeOffset? knownAt)
    {
        var known = _instants.Length;
        if (knownAt is { } instant)
        {
            var at = Array.BinarySearch(_instants, instant);
            known = at < 0 ? ~at : at + 1;
        }
        // Answers about the past of the register are rare and each costs a fold: keep a few, never many.
        if (_views.Count > 16 && !_views.ContainsKey(known))
            foreach (var old in _views.Keys.Where(k => k != _instants.Length))
                _views.TryRemove(old, out _);
        return _views.GetOrAdd(known, k => new RegisterView(this, _lawParticipants, k == 0 ? DateTimeOffset.MinValue : _instants[k - 1]));
    }

    static FrozenDictionary<string, DateTimeOffset> LaidDown(Facts facts)
    {
        var first = facts.Events.GroupBy(e => e.Treaty).ToDictionary(g => g.Key, g => g.Min(e => e.RecordedAt));
        var own = facts.Treaties.ToDictionary(
            t => t.Id,
            t => first.TryGetValue(t.Id, out var recorded) && recorded > t.RecordedAt ? recorded : t.RecordedAt
        );
        return facts.Treaties.ToFrozenDictionary(
            t => t.Id,
            t => t.Parent is { } parent && own.TryGetValue(parent, out var parents) && parents > own[t.Id] ? parents : own[t.Id]
        );
    }

    internal static string Hash(Facts facts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in new object[] { facts.Sources, facts.Participants, facts.Treaties, facts.PublishedCounts, facts.Waivers })
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
                        e.EffectiveOn?.DayNumber,
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
