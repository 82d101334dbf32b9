using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>
/// What ties a register together: each recording's hash covers its contents and the hash before it, so that a change to anything recorded
/// shows in its recording, or in every later one. What is hashed never changes its form: a register is checked by other versions
/// of the service than the one that sealed it. A value that is added later is appended only where there is one.
/// </summary>
static class Seal
{
    /// <summary>A recording with its hash.</summary>
    /// <param name="recording">The recording; its hash does not matter.</param>
    /// <param name="before">The hash of the recording before it; <c>null</c> for the first.</param>
    /// <param name="events">Its events, in any order.</param>
    /// <param name="versions">Its versions of reference data, in any order.</param>
    public static Recording Sealed(
        Recording recording,
        string? before,
        IReadOnlyList<TreatyEvent> events,
        IEnumerable<ReferenceVersion> versions
    )
    {
        using var digest = new SealDigest();
        foreach (var e in InOrder(events))
            Append(digest, e);
        var ofEvents = digest.Take();
        foreach (var version in versions.OrderBy(v => (v.Kind, v.Key), ReferenceData.Order))
            Append(digest, version);
        var ofVersions = digest.Take();
        return recording with { Hash = Of(recording, ofEvents, ofVersions, before) };
    }

    /// <summary>The first recording or event that does not hold, in words for people; <c>null</c> where all hold.</summary>
    /// <param name="facts">What the register holds.</param>
    /// <param name="recordings">Its recordings, by number.</param>
    /// <param name="versions">All versions of its reference data.</param>
    public static string? Break(Facts facts, IReadOnlyList<Recording> recordings, IReadOnlyList<ReferenceVersion> versions)
    {
        if (recordings.Count == 0)
            return facts.Events.Count + facts.Treaties.Count + facts.Participants.Count + facts.Sources.Count + versions.Count == 0
                ? null
                : "it has data and no recording";
        var instants = recordings.Select(r => r.Instant.UtcTicks).ToArray();
        var events = new List<TreatyEvent>[recordings.Count];
        var (lastInstant, lastAt) = (DateTimeOffset.MinValue, -1);
        foreach (var e in facts.Events)
        {
            if (lastAt < 0 || e.RecordedAt != lastInstant)
            {
                var found = Array.BinarySearch(instants, e.RecordedAt.UtcTicks);
                (lastInstant, lastAt) = (e.RecordedAt, found < 0 ? ~found : found);
            }
            if (lastAt == recordings.Count)
                return $"the event '{e.Id}' belongs to no recording";
            (events[lastAt] ??= []).Add(e);
        }
        var ofRecording = versions.ToLookup(v => v.Recording);
        string? before = null;
        for (var at = 0; at < recordings.Count; at++)
        {
            var recording = recordings[at];
            if (recording.Number != at + 1)
                return $"recording {at + 1} is missing";
            var name = $"recording {recording.Number} ({Instant.Text(recording.Instant)}, by {recording.By})";
            if (at > 0 && recording.Instant <= recordings[at - 1].Instant)
                return $"{name} is not later than the one before it";
            var own = events[at] ?? [];
            if (own.Count != recording.Events)
                return $"{name} has {Events(recording.Events)}, and the file has {own.Count} of that time";
            if (Sealed(recording, before, own, ofRecording[recording.Number]).Hash != recording.Hash)
                return $"{name} does not match its hash: an event, a version of reference data or the recording itself was changed";
            before = recording.Hash;
        }
        return versions.FirstOrDefault(v => v.Recording < 1 || v.Recording > recordings.Count) is { } stray
            ? $"a version of the {stray.Kind} '{stray.Key}' belongs to no recording"
            : null;
    }

    /// <summary>
    /// The first entry of the current reference data that is not the one recorded last. Another version of the service can compute another
    /// data version from the same data: that alone is no break.
    /// </summary>
    /// <param name="facts">What the register holds.</param>
    /// <param name="recordings">Its recordings, which hold (<see cref="Break"/>).</param>
    /// <param name="versions">All versions of its reference data.</param>
    /// <param name="dataVersion">The data version of <paramref name="facts"/>.</param>
    public static string? BreakInReferenceData(
        Facts facts,
        IReadOnlyList<Recording> recordings,
        IReadOnlyList<ReferenceVersion> versions,
        string dataVersion
    )
    {
        // All of it is in the data version, which is computed anyway.
        if (recordings.Count == 0 || recordings[^1].DataVersion == dataVersion)
            return null;
        var now = ReferenceData.Entries(facts);
        var recorded = new SortedDictionary<(string Kind, string Key), ReferenceVersion>(ReferenceData.Order);
        foreach (var version in versions)
            recorded[(version.Kind, version.Key)] = version;
        foreach (var (entry, version) in recorded)
        {
            var name = $"the {entry.Kind} '{entry.Key}'";
            var recording = $"recording {version.Recording} ({Instant.Text(recordings[version.Recording - 1].Instant)})";
            if (version.Value is { } value && !now.ContainsKey(entry))
                return $"{name} of {recording} is gone";
            if (version.Value is null && now.ContainsKey(entry))
                return $"{name} was removed by {recording} and is there again";
            if (version.Value is { } text && !ReferenceData.AreSame(entry.Kind, text, now[entry]))
                return $"{name} is not what {recording} made of it";
        }
        return now.Keys.Where(k => !recorded.ContainsKey(k)).Select(k => $"the {k.Kind} '{k.Key}' was never recorded").FirstOrDefault();
    }

    static string Of(Recording recording, string events, string versions, string? before) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes<string?[]>([
                    "recording",
                    recording.Number.ToString(CultureInfo.InvariantCulture),
                    Instant.Text(recording.Instant),
                    recording.By,
                    recording.Note,
                    recording.DataVersion,
                    recording.Events.ToString(CultureInfo.InvariantCulture),
                    events,
                    versions,
                    before,
                ])
            )
        );

    /// <summary>Adds all values of an event.</summary>
    internal static void Append(SealDigest digest, TreatyEvent e)
    {
        digest.Add(e.Id);
        digest.Add(e.Treaty);
        digest.Add(e.Participant);
        digest.Add(e.Kind.WireName());
        digest.Add(e.Date.DayNumber);
        digest.Add(e.Earliest?.DayNumber ?? -1);
        digest.Add(e.EffectiveOn?.DayNumber ?? -1);
        digest.Add((e.EffectOnly ? 1 : 0) + (e.OpposesEntryIntoForce ? 2 : 0));
        digest.Add(e.Depositary);
        digest.Add(e.Counterpart);
        digest.Add(e.RecordedAt.UtcTicks);
        digest.Add(e.Verification.WireName());
        digest.Add(e.Sources.Count);
        foreach (var source in e.Sources)
            digest.Add(source);
        digest.Add(e.Note);
        digest.Add(e.Corrects);
        digest.Add(e.CorrectedKind?.WireName());
    }

    static void Append(SealDigest digest, ReferenceVersion version)
    {
        digest.Add(version.Kind);
        digest.Add(version.Key);
        digest.Add(version.Value);
    }

    /// <summary>By id. The database gives them in that order already, and there can be very many.</summary>
    internal static IReadOnlyList<TreatyEvent> InOrder(IReadOnlyList<TreatyEvent> events)
    {
        for (var at = 1; at < events.Count; at++)
            if (string.CompareOrdinal(events[at - 1].Id, events[at].Id) > 0)
                return [.. events.OrderBy(e => e.Id, StringComparer.Ordinal)];
        return events;
    }

    static string Events(int count) => count == 1 ? "1 event" : $"{count} events";
}
