using TreatyTracker.Api.Consistency.Rules;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency;

/// <summary>Runs the rules over a record. No clock: the day is the record's.</summary>
public static class Checker
{
    /// <summary>Checks a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="waivers">What is known to be wrong and left so; those of the record itself are <c>record.Facts.Waivers</c>. An expired
    /// one waives nothing.</param>
    /// <param name="options">Which treaties and rules.</param>
    /// <exception cref="ArgumentException">The options name a treaty or rule that there is not.</exception>
    public static Report Run(CheckContext record, IReadOnlyList<Waiver> waivers, CheckOptions options)
    {
        foreach (var id in options.Treaties.Where(id => !record.Facts.Treaties.Any(t => t.Id == id)))
            throw new ArgumentException($"There is no treaty '{id}'.", nameof(options));
        foreach (var id in options.Rules.Where(id => Catalogue.Find(id) is null))
            throw new ArgumentException($"There is no rule '{id}'.", nameof(options));

        var rules = Catalogue.All.Where(r => options.Rules.Count == 0 || options.Rules.Contains(r.Id)).ToList();
        bool InScope(string? treaty) => options.Treaties.Count == 0 || (treaty is not null && options.Treaties.Contains(treaty));
        var dated = record with { StaleAfterDays = options.StaleAfterDays };
        var found = rules.SelectMany(r => r.Check(dated)).Where(f => InScope(f.Treaty)).ToList();

        var applied = WaiverRules.Apply(
            record,
            [.. waivers.Where(w => InScope(w.Treaty) && rules.Exists(r => r.Id == w.Rule || Catalogue.Find(w.Rule) is null))],
            found
        );
        return new(
            record.AsOf,
            rules,
            [.. record.Facts.Treaties.Select(t => t.Id).Where(InScope).Order(StringComparer.Ordinal)],
            [.. applied.Where(f => rules.Exists(r => r.Id == f.Rule)).Order(FindingOrder)]
        );
    }

    /// <summary>
    /// By severity with the worst first, then rule, treaty, participant, day, events, place and words: no two findings compare equal unless
    /// they are.
    /// </summary>
    static Comparer<Finding> FindingOrder { get; } =
        Comparer<Finding>.Create(
            (a, b) =>
            {
                static int Text(string? a, string? b) => string.CompareOrdinal(a, b);
                int[] steps =
                [
                    b.Severity.CompareTo(a.Severity),
                    Text(a.Rule, b.Rule),
                    Text(a.Treaty, b.Treaty),
                    Text(a.Participant, b.Participant),
                    Nullable.Compare(a.Day, b.Day),
                    Text(string.Join(' ', a.Events), string.Join(' ', b.Events)),
                    Text(a.Where?.File, b.Where?.File),
                    (a.Where?.Line ?? 0).CompareTo(b.Where?.Line ?? 0),
                    Text(a.Found, b.Found),
                ];
                return Array.Find(steps, s => s != 0);
            }
        );
}
