using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Data;

/// <summary>The data version in parts, so that the next one costs no more than what changed.</summary>
sealed class DataDigest
{
    readonly string _referenceData;
    readonly SortedDictionary<string, string> _eventsByTreaty;

    DataDigest(string referenceData, SortedDictionary<string, string> eventsByTreaty) =>
        (_referenceData, _eventsByTreaty) = (referenceData, eventsByTreaty);

    /// <summary>The digest of facts.</summary>
    public static DataDigest Of(Facts facts) => new(OfReferenceData(facts), OfEvents(facts.Events));

    /// <summary>The digest of facts that have more events than those of this one, and the same reference data.</summary>
    /// <param name="ofConcerned">All events of the treaties that have new ones.</param>
    public DataDigest WithEvents(IEnumerable<TreatyEvent> ofConcerned)
    {
        var digests = new SortedDictionary<string, string>(_eventsByTreaty, StringComparer.Ordinal);
        foreach (var (treaty, digest) in OfEvents(ofConcerned))
            digests[treaty] = digest;
        return new(_referenceData, digests);
    }

    /// <summary>Whether there is an event of a treaty.</summary>
    public bool HasEventsOf(string treaty) => _eventsByTreaty.ContainsKey(treaty);

    /// <summary>The data version: 16 hexadecimal digits.</summary>
    /// <param name="changes">The instants at which reference data changed, which the facts do not tell.</param>
    public string Version(IEnumerable<DateTimeOffset> changes)
    {
        var text = new StringBuilder(_referenceData);
        foreach (var (treaty, digest) in _eventsByTreaty)
            text.Append('\n').Append(treaty).Append(' ').Append(digest);
        foreach (var change in changes)
            text.Append('\n').Append(change.UtcTicks);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    static string OfReferenceData(Facts facts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lists = facts.Treaties.Select(t => t.Lists).ToList();
        foreach (
            var part in new object[] { facts.Sources, facts.Participants, facts.Treaties, lists, facts.PublishedCounts, facts.Waivers }
        )
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(part, part.GetType(), Json.Column));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static SortedDictionary<string, string> OfEvents(IEnumerable<TreatyEvent> events)
    {
        using var digest = new SealDigest();
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var ofTreaty in events.GroupBy(e => e.Treaty, StringComparer.Ordinal))
        {
            foreach (var e in Seal.InOrder([.. ofTreaty]))
                Seal.Append(digest, e);
            digests.Add(ofTreaty.Key, digest.Take());
        }
        return digests;
    }
}
