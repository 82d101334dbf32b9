using System.Collections.Frozen;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Consistency;

/// <summary>
/// Which findings may follow from which others: a wrong act makes the counts wrong. A finding that follows names its causes, and reports
/// list it after them.
/// </summary>
public static class Causes
{
    /// <summary>Faults of a single act that make a wrong participation of it.</summary>
    static readonly string[] s_ofActs =
    [
        "action-before-adoption",
        "corrected-event-counted",
        "continuator-counted-twice",
        "date-in-future",
        "double-consent",
        "duplicate-event",
        "effect-before-deposit",
        "participant-not-eligible",
        "participant-not-in-existence",
        "placeholder-date",
        "predecessor-still-counted",
        "unknown-participant",
        "withdrawal-without-consent",
    ];

    /// <summary>Consequence to causes, by rule.</summary>
    public static FrozenDictionary<string, string[]> Of { get; } =
        new Dictionary<string, string[]>
        {
            ["count-drop-without-exit"] = s_ofActs,
            ["in-force-before-threshold"] = s_ofActs,
            ["parent-left-protocol-kept"] = s_ofActs,
            ["participant-entry-into-force-mismatch"] = ["treaty-entry-into-force-mismatch"],
            ["protocol-in-force-before-parent"] = ["treaty-entry-into-force-mismatch", .. s_ofActs],
            ["protocol-party-not-parent-party"] = s_ofActs,
            ["published-count-mismatch"] = s_ofActs,
            ["published-signatories-mismatch"] =
            [
                "duplicate-signature",
                "signature-before-opening",
                "signature-after-closing",
                .. s_ofActs,
            ],
            ["regional-organization-decides-threshold"] = s_ofActs,
            ["revocation-after-effect"] = ["withdrawal-effect-mismatch"],
            ["threshold-without-entry-into-force"] = s_ofActs,
            ["treaty-entry-into-force-mismatch"] = s_ofActs,
        }.ToFrozenDictionary();

    /// <summary>
    /// The findings, each with those it may follow from: unwaived findings about the same treaty or its parent, the same participant where
    /// both name one, and no later day. A waived finding is explained already.
    /// </summary>
    public static IEnumerable<Finding> Mark(IReadOnlyList<Finding> findings, CheckContext context)
    {
        var open = findings.Where(f => f.Waived is null && f.Treaty is not null).ToLookup(f => f.Treaty);
        foreach (var finding in findings)
            yield return finding.Waived is null && Of.TryGetValue(finding.Rule, out var rules)
                ? finding with
                {
                    BecauseOf =
                    [
                        .. new[] { finding.Treaty, finding.Treaty is { } id ? context.Treaties.GetValueOrDefault(id)?.Parent : null }
                            .OfType<string>()
                            .SelectMany(treaty => open[treaty])
                            .Where(cause => rules.Contains(cause.Rule) && Fits(cause, finding))
                            .Select(Name)
                            .Distinct()
                            .Order(StringComparer.Ordinal),
                    ],
                }
                : finding;
    }

    static bool Fits(Finding cause, Finding consequence) =>
        (cause.Participant is null || consequence.Participant is null || cause.Participant == consequence.Participant)
        && (cause.Day is null || consequence.Day is null || cause.Day <= consequence.Day);

    /// <summary>For example <c>double-consent: untoc PRK 2016-06-17</c>.</summary>
    public static string Name(Finding finding) =>
        new[] { finding.Treaty, finding.Participant, finding.Day is { } day ? Instant.Text(day) : null }.OfType<string>().ToArray()
            is { Length: > 0 } about
            ? $"{finding.Rule}: {string.Join(' ', about)}"
            : finding.Rule;
}
