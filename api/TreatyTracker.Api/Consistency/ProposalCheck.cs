using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Consistency;

/// <summary>
/// What the rules find once events are recorded, and did not find before. Faults that the record has already are no reason to refuse an
/// event that has nothing to do with them.
/// </summary>
/// <param name="Findings">All such findings in the order of reports, those that are waived included.</param>
/// <param name="Waivers">What the overrides of the proposals became.</param>
/// <param name="After">The treaties concerned, their parents and protocols, with the events.</param>
public sealed record ProposalCheck(IReadOnlyList<Finding> Findings, IReadOnlyList<Waiver> Waivers, Facts After)
{
    /// <summary>The findings because of which the events cannot be recorded.</summary>
    public IReadOnlyList<Finding> Failing { get; } = [.. Findings.Where(f => f.Waived is null && f.Severity is Severity.Error)];

    /// <summary>Checks proposals.</summary>
    /// <param name="held">Everything ever recorded.</param>
    /// <param name="proposals">The proposals; their events have free ids.</param>
    /// <param name="today">The day of the check.</param>
    public static ProposalCheck Of(Facts held, IReadOnlyList<Proposal> proposals, DateOnly today)
    {
        var families = FamiliesOf(held.Treaties, Concerned(held, proposals));
        var before = PartOf(held, families);
        var after = before with { Events = [.. before.Events, .. proposals.Select(p => p.Event)] };
        var known = Run(before, today).Select(KeyOf).ToHashSet();
        var arisen = Arisen(after);
        var waivers = WaiversOf(arisen, proposals, families);
        if (waivers.Count == 0)
            return new(arisen, [], after);
        after = after with { Waivers = Waiver.Union(waivers, after.Waivers) };
        return new(Arisen(after), waivers, after);

        List<Finding> Arisen(Facts facts) => [.. Run(facts, today).Where(f => !known.Contains(KeyOf(f)))];
    }

    static IReadOnlyList<Finding> Run(Facts facts, DateOnly today) =>
        Checker.Run(CheckContext.OfRegister(Register.Of(facts), today), facts.Waivers, CheckOptions.Everything).Findings;

    // Without the texts: a fault stays the same one when another event changes the figure that it quotes.
    static (string, string?, string?, DateOnly?, string, string?, bool) KeyOf(Finding f) =>
        (f.Rule, f.Treaty, f.Participant, f.Day, string.Join(' ', f.Events), f.LegalBasis, f.Waived is null);

    /// <summary>
    /// The treaties of the proposals, and those whose successions are judged with theirs (see <see cref="AffectedTreaties"/>). With parents
    /// and protocols, no rule compares others: only these are folded and checked.
    /// </summary>
    static HashSet<string> Concerned(Facts held, IReadOnlyList<Proposal> proposals)
    {
        var concerned = proposals.Select(p => p.Event.Treaty).ToHashSet(StringComparer.Ordinal);
        var corrected = proposals.Select(p => p.Event.Corrects).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var told = proposals
            .Select(p => p.Event)
            .Concat(corrected.Count == 0 ? [] : held.Events.Where(e => corrected.Contains(e.Id) || corrected.Contains(e.Corrects ?? "")))
            .Where(IsSuccession)
            .Select(e => e.Participant)
            .ToHashSet(StringComparer.Ordinal);
        told.ExceptWith(held.Participants.Where(p => p.Participant.StatehoodSince is not null).Select(p => p.Code));
        if (told.Count > 0)
            concerned.UnionWith(held.Events.Where(e => told.Contains(e.Participant) && IsSuccession(e)).Select(e => e.Treaty));
        return concerned;

        static bool IsSuccession(TreatyEvent e) => (e.CorrectedKind ?? e.Kind) is EventKind.Succession && e.EffectiveOn is not null;
    }

    /// <summary>Each treaty of the families, with the treaty at the root of its family.</summary>
    static Dictionary<string, string> FamiliesOf(IReadOnlyList<Treaty> treaties, IReadOnlySet<string> concerned)
    {
        var parents = treaties.ToDictionary(t => t.Id, t => t.Parent, StringComparer.Ordinal);
        string RootOf(string id) => parents.GetValueOrDefault(id) is { } parent ? RootOf(parent) : id;
        var roots = concerned.Select(RootOf).ToHashSet(StringComparer.Ordinal);
        return treaties.Select(t => (t.Id, Root: RootOf(t.Id))).Where(t => roots.Contains(t.Root)).ToDictionary(t => t.Id, t => t.Root);
    }

    static Facts PartOf(Facts facts, Dictionary<string, string> treaties) =>
        facts with
        {
            Treaties = [.. facts.Treaties.Where(t => treaties.ContainsKey(t.Id))],
            Events = [.. facts.Events.Where(e => treaties.ContainsKey(e.Treaty))],
            PublishedCounts = [.. facts.PublishedCounts.Where(c => treaties.ContainsKey(c.Treaty))],
            Waivers = [.. facts.Waivers.Where(w => w.Treaty is null || treaties.ContainsKey(w.Treaty))],
        };

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
