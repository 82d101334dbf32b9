using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>How rules look at a record and speak of it.</summary>
static class RecordQueries
{
    /// <summary>The status of every treaty.</summary>
    public static IEnumerable<TreatyStatus> Statuses(this CheckContext record) => record.Facts.Treaties.Select(record.View.StatusOf);

    /// <summary>Every act with its treaty.</summary>
    public static IEnumerable<(Treaty Treaty, TreatyEvent Act)> Acts(this CheckContext record) =>
        record.View.Acts.Where(a => record.Treaties.ContainsKey(a.Treaty)).Select(a => (record.Treaties[a.Treaty], a));

    /// <summary>Every participation with its treaty's status.</summary>
    public static IEnumerable<(TreatyStatus Status, Participation Participation)> Participations(this CheckContext record) =>
        record.Statuses().SelectMany(s => s.Participations.Select(p => (s, p)));

    /// <summary>A fault of an act.</summary>
    public static Violation Violation(this CheckContext record, TreatyEvent act, string found, string expected) =>
        new(found, expected)
        {
            Treaty = act.Treaty,
            Participant = act.Participant.Length > 0 ? act.Participant : null,
            Events = [act.Id],
            Day = act.Date,
            Where = record.Where.GetValueOrDefault(act.Id),
        };

    /// <summary>A fault of a treaty, in one member of its file.</summary>
    public static Violation Violation(this CheckContext record, Treaty treaty, string member, string found, string expected) =>
        new(found, expected)
        {
            Treaty = treaty.Id,
            Where =
                record.Where.GetValueOrDefault(SeedLocations.Of(treaty, member))
                ?? record.Where.GetValueOrDefault(SeedLocations.Of(treaty)),
        };

    /// <summary>A fault of a published count.</summary>
    public static Violation Violation(this CheckContext record, PublishedCount count, string found, string expected) =>
        new(found, expected)
        {
            Treaty = count.Treaty,
            Day = count.AsOf,
            Where = record.Where.GetValueOrDefault(SeedLocations.Of(count)),
            LegalBasis = count.Source,
        };

    /// <summary>What the reader of the seeds left to a rule to report.</summary>
    public static IEnumerable<Violation> Problems(this CheckContext record, string rule, string expected) =>
        record
            .Problems.Where(p => p.Rule == rule)
            .Select(p => new Violation($"{p.Reason}.", expected)
            {
                // A treaty's own files say which treaty is concerned.
                Treaty = Path.GetFileNameWithoutExtension(p.File) is var id && record.Treaties.ContainsKey(id) ? id : null,
                Where = new(p.File, p.Line),
            });

    /// <summary><c>FRA's ratification of 1980-03-03</c>.</summary>
    public static string ToText(this TreatyEvent act) =>
        act.Participant.Length > 0
            ? $"{act.Participant}'s {act.Kind.WireName()} of {Instant.Text(act.Date)}"
            : $"The treaty's end of {Instant.Text(act.Date)}";

    /// <summary>A day as text.</summary>
    public static string ToText(this DateOnly day) => Instant.Text(day);

    /// <summary>An article of a treaty's own; <c>null</c> where the record names none.</summary>
    public static string? Article(this Treaty treaty, string? article) => article is null ? null : $"{treaty.Id} {article}";
}
