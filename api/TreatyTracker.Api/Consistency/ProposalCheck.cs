using TreatyTracker.Api.Consistency.Rules;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>
/// What the rules find once events are recorded, and did not find before. Faults that the record has already are no reason to refuse an
/// event that has nothing to do with them.
/// </summary>
/// <param name="Findings">All such findings in the order of reports, those that are waived included.</param>
/// <param name="Waivers">What the overrides of the proposals became.</param>
/// <param name="After">The register with the events, as it would be.</param>
public sealed record ProposalCheck(IReadOnlyList<Finding> Findings, IReadOnlyList<Waiver> Waivers, Register After)
{
    /// <summary>The findings because of which the events cannot be recorded.</summary>
    public IReadOnlyList<Finding> Failing { get; } = [.. Findings.Where(f => f.Waived is null && f.Severity is Severity.Error)];

    /// <summary>Checks proposals.</summary>
    /// <param name="held">The register.</param>
    /// <param name="proposals">The proposals; their events have free ids.</param>
    /// <param name="today">The day of the check.</param>
    public static ProposalCheck Of(Register held, IReadOnlyList<Proposal> proposals, DateOnly today)
    {
        TreatyEvent[] events = [.. proposals.Select(p => p.Event)];
        var proposed = held.Proposed(events);
        var (before, after) = (CheckContext.OfRegister(held, today), CheckContext.OfRegister(proposed, today));
        // Only these are checked: about the others nothing else is found than before.
        var affected = AffectedTreaties.Of(before, after, events);
        var found = Run(after, held.Facts.Waivers, []);
        var known = found.Count == 0 ? [] : Run(before, held.Facts.Waivers, RulesOf(found)).Select(KeyOf).ToHashSet();
        var arisen = Arisen(found);
        var waivers = WaiversOf(arisen, proposals, FamiliesOf(held.Facts.Treaties, affected));
        return waivers.Count == 0
            ? new(arisen, [], proposed)
            : new(Arisen(Run(after, Waiver.Union(waivers, held.Facts.Waivers), [])), waivers, proposed);

        IReadOnlyList<Finding> Run(CheckContext context, IReadOnlyList<Waiver> waived, IReadOnlyList<string> rules) =>
            Checker.Run(context, waived, new() { Treaties = [.. affected], Rules = rules }).Findings;

        List<Finding> Arisen(IReadOnlyList<Finding> findings) => [.. findings.Where(f => !known.Contains(KeyOf(f)))];
    }

    /// <summary>
    /// The rules that can have found the same before. The list is empty, which means all rules, where a finding is about a waiver: whether
    /// that is used follows from the rule that it waives.
    /// </summary>
    static List<string> RulesOf(IReadOnlyList<Finding> findings)
    {
        var rules = findings.Select(f => f.Rule).Distinct().ToList();
        return WaiverRules.All.Any(r => rules.Contains(r.Id)) ? [] : rules;
    }

    // Without the texts: a fault stays the same one when another event changes the figure that it quotes.
    static (string, string?, string?, DateOnly?, string, string?, bool) KeyOf(Finding f) =>
        (f.Rule, f.Treaty, f.Participant, f.Day, string.Join(' ', f.Events), f.LegalBasis, f.Waived is null);

    /// <summary>Each treaty of the families, with the treaty at the root of its family.</summary>
    static Dictionary<string, string> FamiliesOf(IReadOnlyList<Treaty> treaties, IReadOnlySet<string> concerned)
    {
        var parents = treaties.ToDictionary(t => t.Id, t => t.Parent, StringComparer.Ordinal);
        string RootOf(string id) => parents.GetValueOrDefault(id) is { } parent ? RootOf(parent) : id;
        var roots = concerned.Select(RootOf).ToHashSet(StringComparer.Ordinal);
        return treaties.Select(t => (t.Id, Root: RootOf(t.Id))).Where(t => roots.Contains(t.Root)).ToDictionary(t => t.Id, t => t.Root);
    }

    static List<Waiver> WaiversOf(
        IReadOnlyList<Finding> findings,
        IReadOnlyList<Proposal> proposals,
        Dictionary<string, string> families
    ) =>
        [
            .. from finding in findings
            where finding.Waived is null && finding.Severity is Severity.Error
            let given = proposals
                .Where(p => Concerns(p.Event, finding, families))
                .SelectMany(p => p.Overrides)
                .FirstOrDefault(w => w.Rule == finding.Rule)
            where given is not null
            select given with
            {
                Treaty = finding.Treaty,
                Participant = finding.Participant,
                Day = finding.Day,
                // Where nothing else tells the finding from others of the treaty.
                Event = finding is { Participant: null, Day: null } && finding.Events.Count > 0 ? finding.Events[^1] : null,
            },
        ];

    static bool Concerns(TreatyEvent proposed, Finding finding, Dictionary<string, string> families) =>
        (finding.Treaty is null || families.GetValueOrDefault(finding.Treaty) == families[proposed.Treaty])
        && (
            finding.Participant is null
            || finding.Participant == proposed.Participant
            || finding.Events.Contains(proposed.Id)
            || (proposed.Corrects is { } corrected && finding.Events.Contains(corrected))
        );
}
