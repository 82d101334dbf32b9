using TreatyTracker.Api.Consistency.Rules;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency;

/// <summary>Runs the rules. It reads no clock: the context carries the day.</summary>
public static class Checker
{
    /// <summary>Checks a record.</summary>
    /// <param name="context">The record and the day.</param>
    /// <param name="waivers">Accepted findings, normally <c>context.Facts.Waivers</c>. An expired waiver has no effect.</param>
    /// <param name="options">Which treaties and rules.</param>
    /// <exception cref="ArgumentException">The options name an unknown treaty or rule.</exception>
    public static Report Run(CheckContext context, IReadOnlyList<Waiver> waivers, CheckOptions options)
    {
        foreach (var id in options.Treaties.Where(id => !context.Facts.Treaties.Any(t => t.Id == id)))
            throw new ArgumentException($"Unknown treaty '{id}'.", nameof(options));
        foreach (var id in options.Rules.Where(id => Catalogue.Find(id) is null))
            throw new ArgumentException($"Unknown rule '{id}'.", nameof(options));

        var rules = Catalogue.All.Where(r => options.Rules.Count == 0 || options.Rules.Contains(r.Id)).ToList();
        bool InScope(string? treaty) => options.Treaties.Count == 0 || (treaty is not null && options.Treaties.Contains(treaty));
        // Of a few treaties only what concerns them is looked at.
        var part = options.Treaties.Count == 0 ? context : context.Of(options.Treaties.ToHashSet(StringComparer.Ordinal));
        var dated = part with { StaleAfterDays = options.StaleAfterDays };
        var found = rules.SelectMany(r => r.Check(dated)).Where(f => InScope(f.Treaty)).ToList();

        var applied = WaiverRules
            .Apply(
                context,
                [
                    .. waivers.Where(w =>
                        (w.Treaty is null || InScope(w.Treaty)) && rules.Exists(r => r.Id == w.Rule || Catalogue.Find(w.Rule) is null)
                    ),
                ],
                found
            )
            .Where(f => InScope(f.Treaty));
        return new(
            context.AsOf,
            rules,
            [.. context.Facts.Treaties.Select(t => t.Id).Where(InScope).Order(StringComparer.Ordinal)],
            [.. Causes.Mark([.. applied.Where(f => rules.Exists(r => r.Id == f.Rule))], context).Order(FindingOrder)]
        );
    }

    /// <summary>
    /// Orders by severity (worst first), causes before consequences, then rule, treaty, participant, day, events, location and text, so
    /// that the order of different findings never depends on the input.
    /// </summary>
    static Comparer<Finding> FindingOrder { get; } =
        Comparer<Finding>.Create(
            (a, b) =>
            {
                static int Text(string? a, string? b) => string.CompareOrdinal(a, b);
                int[] steps =
                [
                    b.Severity.CompareTo(a.Severity),
                    (a.BecauseOf.Count > 0).CompareTo(b.BecauseOf.Count > 0),
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
