using TreatyTracker.Api.Data;
using TreatyTracker.Api.Seeds;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency.Rules;

/// <summary>Queries and texts that rules share.</summary>
static class RecordQueries
{
    /// <summary>The status of every treaty.</summary>
    public static IEnumerable<TreatyStatus> Statuses(this CheckContext context) => context.Facts.Treaties.Select(context.View.StatusOf);

    /// <summary>Every act with its treaty.</summary>
    public static IEnumerable<(Treaty Treaty, TreatyEvent Act)> Acts(this CheckContext context) =>
        context.Facts.Treaties.SelectMany(context.View.ActsOf, (treaty, act) => (treaty, act));

    /// <summary>Every participation with its treaty's status.</summary>
    public static IEnumerable<(TreatyStatus Status, Participation Participation)> Participations(this CheckContext context) =>
        context.Statuses().SelectMany(s => s.Participations.Select(p => (s, p)));

    /// <summary>A violation by an act, of an article where the treaty has one that is more specific than the rule's legal basis.</summary>
    public static Violation Violation(this CheckContext context, TreatyEvent act, string found, string expected, string? article = null) =>
        new(found, expected)
        {
            Treaty = act.Treaty,
            Participant = act.Participant.Length > 0 ? act.Participant : null,
            Events = [act.Id],
            Day = act.Date,
            Where = context.Where.GetValueOrDefault(act.Id),
            LegalBasis = article,
        };

    /// <summary>A violation in one member of a treaty's file.</summary>
    public static Violation Violation(this CheckContext context, Treaty treaty, string member, string found, string expected) =>
        new(found, expected)
        {
            Treaty = treaty.Id,
            Where =
                context.Where.GetValueOrDefault(SeedLocations.Of(treaty, member))
                ?? context.Where.GetValueOrDefault(SeedLocations.Of(treaty)),
        };

    /// <summary>A violation by a published count.</summary>
    public static Violation Violation(this CheckContext context, PublishedCount count, string found, string expected) =>
        new(found, expected)
        {
            Treaty = count.Treaty,
            Day = count.AsOf,
            Where = context.Where.GetValueOrDefault(SeedLocations.Of(count)),
            LegalBasis = count.Source,
        };

    /// <summary>The problems that the seed reader leaves to a rule to report.</summary>
    public static IEnumerable<Violation> Problems(this CheckContext context, string rule, string expected) =>
        context
            .Problems.Where(p => p.Rule == rule)
            .Select(p => new Violation($"{p.Reason}.", expected)
            {
                // The files of a treaty are named for it.
                Treaty = Path.GetFileNameWithoutExtension(p.File) is var id && context.Treaties.ContainsKey(id) ? id : null,
                Where = new(p.File, p.Line),
            });

    /// <summary>For example <c>FRA's ratification of 1980-03-03</c>.</summary>
    public static string ToText(this TreatyEvent act) =>
        act.Participant.Length > 0
            ? $"{act.Participant}'s {act.Kind.WireName()} of {Instant.Text(act.Date)}"
            : $"The termination of {Instant.Text(act.Date)}";

    /// <summary>Formats a day as <c>YYYY-MM-DD</c>.</summary>
    public static string ToText(this DateOnly day) => Instant.Text(day);

    /// <summary>An article with the treaty's id; <c>null</c> if the record names no article.</summary>
    public static string? Article(this Treaty treaty, string? article) => article is null ? null : $"{treaty.Id} {article}";
}
