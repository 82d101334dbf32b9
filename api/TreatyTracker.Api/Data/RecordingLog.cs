using Dapper;
using Microsoft.Data.Sqlite;

namespace TreatyTracker.Api.Data;

/// <summary>The recordings of a register in order, and what is needed to tell what its reference data was after each of them.</summary>
public sealed class RecordingLog
{
    // Before the log without recordings, which is made with it.
    static readonly Comparer<Recording> s_byNumber = Comparer<Recording>.Create((a, b) => a.Number.CompareTo(b.Number));

    /// <summary>The log of a register without recordings, such as one of seeds.</summary>
    public static RecordingLog None { get; } = Of([], new Dictionary<(string, string), IReadOnlyList<ReferenceVersion>>());

    // Only of entries that came or changed after the first recording: of all others the current value holds for the whole past.
    readonly IReadOnlyDictionary<(string Kind, string Key), IReadOnlyList<ReferenceVersion>> _versions;

    readonly SortedChunks<Recording> _all;

    RecordingLog(
        SortedChunks<Recording> recordings,
        int restores,
        IReadOnlyDictionary<(string Kind, string Key), IReadOnlyList<ReferenceVersion>> versions
    )
    {
        (_all, Restores, _versions) = (recordings, restores, versions);
        ChangesOfReferenceData = [.. versions.Values.SelectMany(v => v).Select(v => v.Recording).Where(n => n > 1).Distinct().Order()];
    }

    /// <summary>All recordings, by number.</summary>
    public IReadOnlyList<Recording> All => _all;

    /// <summary>How many of them put back an older state.</summary>
    public int Restores { get; }

    /// <summary>The newest recording; <c>null</c> where there is none.</summary>
    public Recording? Newest => All.Count == 0 ? null : All[^1];

    /// <summary>The numbers of the recordings after the first that changed reference data, in order.</summary>
    public IReadOnlyList<int> ChangesOfReferenceData { get; }

    /// <summary>The instants of <see cref="ChangesOfReferenceData"/>.</summary>
    public IEnumerable<DateTimeOffset> InstantsOfChanges => ChangesOfReferenceData.Select(n => All[n - 1].Instant);

    /// <summary>The number of the last recording at or before an instant; 0 where there is none.</summary>
    public int NumberAt(DateTimeOffset instant)
    {
        var (low, high) = (0, All.Count);
        while (low < high)
            if (All[(low + high) / 2].Instant <= instant)
                low = (low + high) / 2 + 1;
            else
                high = (low + high) / 2;
        return low;
    }

    /// <summary>The recording of an event: the first one that is not before it; <c>null</c> where there is none.</summary>
    public Recording? Of(Law.TreatyEvent recorded)
    {
        var number = NumberAt(recorded.RecordedAt);
        return number > 0 && All[number - 1].Instant == recorded.RecordedAt ? All[number - 1]
            : number < All.Count ? All[number]
            : null;
    }

    /// <summary>By whom an entry of the reference data was recorded; <c>null</c> where it is as the first recording had it.</summary>
    internal string? RecordedBy((string Kind, string Key) entry) =>
        _versions.TryGetValue(entry, out var versions) && versions[^1].Recording is > 1 and var number ? All[number - 1].By : null;

    /// <summary>The instant from which on the register had a treaty; <c>null</c> where it has it since its first recording.</summary>
    public DateTimeOffset? FirstHeld(string treaty) =>
        _versions.TryGetValue(("treaty", treaty), out var versions) && versions[0].Recording > 1
            ? All[versions[0].Recording - 1].Instant
            : null;

    /// <summary>
    /// The reference data after a recording, given the current one: the first recording is also what was known before it, because the
    /// instants of what came with it are those of the seeds.
    /// </summary>
    /// <param name="now">The facts of the newest recording.</param>
    /// <param name="number">The number of the recording.</param>
    public Facts ReferenceDataAfter(Facts now, int number) =>
        ReferenceData.With(now, _versions.ToDictionary(v => v.Key, v => v.Value.LastOrDefault(e => e.Recording <= number)?.Value));

    /// <summary>The log through a recording.</summary>
    public RecordingLog Through(int number) =>
        Of(
            [.. All.Take(number)],
            Later(_versions.ToDictionary(v => v.Key, IReadOnlyList<ReferenceVersion> (v) => [.. v.Value.Where(e => e.Recording <= number)]))
        );

    /// <summary>The log with another recording.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="changes">Its versions of reference data.</param>
    /// <param name="before">The facts before it.</param>
    internal RecordingLog With(Recording recording, IReadOnlyList<ReferenceVersion> changes, Facts before)
    {
        var all = _all.With([recording]);
        var restores = Restores + (IsRestore(recording) ? 1 : 0);
        if (changes.Count == 0)
            return new(all, restores, _versions);
        var versions = new Dictionary<(string Kind, string Key), IReadOnlyList<ReferenceVersion>>(_versions);
        var held = ReferenceData.Entries(before);
        foreach (var change in changes)
        {
            var key = (change.Kind, change.Key);
            versions[key] =
            [
                .. versions.GetValueOrDefault(key)
                    ?? (held.TryGetValue(key, out var value) ? [new ReferenceVersion(1, change.Kind, change.Key, value)] : []),
                change,
            ];
        }
        return new(all, restores, Later(versions));
    }

    /// <summary>Reads the recordings, without a check.</summary>
    internal static IReadOnlyList<Recording> ReadRecordings(SqliteConnection connection, SqliteTransaction transaction) =>
        [
            .. connection
                .Query<(long Number, string Instant, string By, string? Note, string DataVersion, long Events, string Hash)>(
                    "SELECT number, instant, recorded_by, note, data_version, events, hash FROM recording ORDER BY number",
                    transaction: transaction
                )
                .Select(r => new Recording(
                    (int)r.Number,
                    Data.Instant.Parse(r.Instant) ?? throw new InvalidDataException($"recording {r.Number} has no instant"),
                    r.By,
                    r.Note,
                    r.DataVersion,
                    (int)r.Events,
                    r.Hash
                )),
        ];

    /// <summary>Reads all versions, by recording, kind and key.</summary>
    internal static IEnumerable<ReferenceVersion> ReadVersions(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT recording, kind, key, value FROM reference_version ORDER BY recording, kind, key";
        using var row = command.ExecuteReader();
        while (row.Read())
            yield return new(row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3));
    }

    /// <summary>A log of what was read.</summary>
    internal static RecordingLog Of(IReadOnlyList<Recording> recordings, IEnumerable<ReferenceVersion> versions) =>
        Of(
            recordings,
            Later(versions.GroupBy(v => (v.Kind, v.Key)).ToDictionary(g => g.Key, IReadOnlyList<ReferenceVersion> (g) => [.. g]))
        );

    static RecordingLog Of(
        IReadOnlyList<Recording> recordings,
        IReadOnlyDictionary<(string Kind, string Key), IReadOnlyList<ReferenceVersion>> versions
    ) => new(SortedChunks<Recording>.Of(recordings, s_byNumber), recordings.Count(IsRestore), versions);

    static bool IsRestore(Recording recording) => recording.By == Recordings.ByRestore;

    static Dictionary<(string, string), IReadOnlyList<ReferenceVersion>> Later(
        Dictionary<(string, string), IReadOnlyList<ReferenceVersion>> versions
    ) => versions.Where(v => v.Value.Any(e => e.Recording > 1)).ToDictionary();
}
