using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Seeds;

/// <summary>Writes <see cref="Facts"/> as seeds in canonical form: reading and writing gives the same bytes.</summary>
public static class SeedWriter
{
    /// <summary>The files, by path relative to the seeds directory.</summary>
    /// <param name="facts">Their events must be the acts that hold true (see <see cref="History.KnownAt"/>).</param>
    public static IReadOnlyDictionary<string, string> Write(Facts facts)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [SeedFormat.Sources] = Csv(
                SeedFormat.SourceColumns,
                facts.Sources,
                s => [s.Id, s.Title, s.Url, s.Licence, s.Attribution],
                SeedFormat.MoreSourceColumns
            ),
            [SeedFormat.Participants] = Csv(
                SeedFormat.ParticipantColumns,
                facts.Participants,
                Participant,
                SeedFormat.MoreParticipantColumns
            ),
            [SeedFormat.FormerNames] = Csv(
                SeedFormat.FormerNameColumns,
                facts.Participants.SelectMany(p => p.Names.Where(n => n.Until is not null).Select(n => (p.Code, Name: n))),
                n => [n.Code, n.Name.Language, n.Name.Name, Day(n.Name.From), Day(n.Name.Until)]
            ),
            [SeedFormat.Memberships] = Csv(
                SeedFormat.MembershipColumns,
                facts.Participants.SelectMany(p => p.Participant.Members.Select(m => (p.Code, Membership: m))),
                m => [m.Code, m.Membership.Member, Day(m.Membership.From), Day(m.Membership.Until)]
            ),
            [SeedFormat.PublishedCounts] = Csv(
                SeedFormat.PublishedCountColumns,
                facts.PublishedCounts,
                c => [c.Treaty, Day(c.AsOf), c.Metric.WireName(), c.Published.ToString(CultureInfo.InvariantCulture), c.Source, c.Note]
            ),
        };
        // The two optional files.
        if (facts.Participants.Any(p => p.OtherNames.Count > 0))
            files[SeedFormat.OtherNames] = Csv(
                SeedFormat.OtherNameColumns,
                facts.Participants.SelectMany(p => p.OtherNames.Select(n => (p.Code, Name: n))),
                n => [n.Code, n.Name.Language, n.Name.Name]
            );
        if (facts.Waivers.Count > 0)
            files[SeedFormat.Waivers] = Csv(
                SeedFormat.WaiverColumns,
                facts.Waivers,
                w => [w.Rule, w.Treaty, w.Participant, w.Event, Day(w.Day), w.Reason, w.Source, Day(w.Expires)]
            );
        var events = facts.Events.ToLookup(e => e.Treaty);
        foreach (var treaty in facts.Treaties)
        {
            files[SeedFormat.Treaty(treaty.Id)] = JsonSerializer.Serialize(treaty, Json.Seeds) + "\n";
            files[SeedFormat.Events(treaty.Id)] = Csv(
                SeedFormat.EventColumns,
                events[treaty.Id].Order(TreatyEvent.HistoricalOrder),
                e =>
                    [
                        e.Participant,
                        e.Kind.WireName(),
                        e.EffectOnly ? null : e.DatePeriod.ToString(),
                        Day(e.EffectiveOn),
                        string.Join('|', e.Sources),
                        e.Verification.WireName(),
                        e.RecordedAt == treaty.RecordedAt ? null : Instant.Text(e.RecordedAt),
                        e.Note,
                        e.Depositary,
                        e.Counterpart,
                        e.OpposesEntryIntoForce ? "true" : null,
                    ],
                SeedFormat.MoreEventColumns
            );
            if (treaty.Lists.Count > 0)
                files[SeedFormat.Lists(treaty.Id)] = Csv(
                    SeedFormat.ListColumns,
                    treaty.Lists,
                    entry => [entry.List, entry.Participant, entry.Weight?.ToString(CultureInfo.InvariantCulture), entry.Source]
                );
        }
        return files;
    }

    static string?[] Participant(ParticipantEntry entry)
    {
        var p = entry.Participant;
        return
        [
            p.Code,
            p.Iso2,
            p.M49,
            p.Kind.WireName(),
            Day(p.UnMemberSince),
            Day(p.UnMemberUntil),
            string.Join('|', p.Successors),
            p.Region,
            p.SubRegion,
            p.IntermediateRegion,
            p.UnRegionalGroup,
            entry.OfficialName,
            .. Languages.All.Select(l => entry.Names.FirstOrDefault(n => n.Language == l && n.Until is null)?.Name),
            entry.Note,
            Day(p.UnObserverSince),
            Day(p.StatehoodSince),
            entry.StatehoodBasis,
            Day(p.StatehoodUntil),
        ];
    }

    static string? Day(DateOnly? day) => day is { } d ? Instant.Text(d) : null;

    /// <summary>A table with all of its columns.</summary>
    internal static string Csv<T>(string[] columns, IEnumerable<T> rows, Func<T, string?[]> fields) => Csv(columns, rows, fields, []);

    /// <summary>A table. Of the columns that a file need not have, those are written in which a row has something.</summary>
    static string Csv<T>(string[] required, IEnumerable<T> rows, Func<T, string?[]> fields, params string[] more)
    {
        var table = rows.Select(fields).ToList();
        int[] written =
        [
            .. Enumerable
                .Range(0, required.Length + more.Length)
                .Where(at => at < required.Length || table.Exists(row => row[at] is not null)),
        ];
        using var text = new StringWriter();
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            foreach (var at in written)
                csv.WriteField(at < required.Length ? required[at] : more[at - required.Length]);
            csv.NextRecord();
            foreach (var row in table)
            {
                foreach (var at in written)
                    csv.WriteField(row[at]);
                csv.NextRecord();
            }
        }
        return text.ToString();
    }
}
