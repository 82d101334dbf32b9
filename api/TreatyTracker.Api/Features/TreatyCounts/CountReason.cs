using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>Why a participant is, or is not, in one of the named counts.</summary>
/// <param name="Count">Which count, by its JSON name.</param>
/// <param name="Counted">Whether it is in it.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="Reason">The reason as a sentence.</param>
/// <param name="Article">The article; absent where none is needed or known.</param>
/// <param name="Events">Ids of the events on which it rests; none where the reason is that there is none.</param>
/// <param name="Sources">Ids of the sources of those events.</param>
/// <param name="Verification">How well the days of those events are known: the weakest; absent where there is none.</param>
public sealed record CountReason(
    string Count,
    bool Counted,
    ReasonRule Rule,
    string Reason,
    string? Article,
    IReadOnlyList<string> Events,
    IReadOnlyList<string> Sources,
    Verification? Verification
)
{
    internal static CountReason Of(Reason reason) =>
        new(
            CountNames.NameOf(reason.Count),
            reason.Counted,
            reason.Rule,
            reason.Text,
            reason.Article,
            [.. reason.Events.Select(e => e.Id)],
            [.. reason.Events.SelectMany(e => e.Sources).Distinct()],
            reason.Events.Count == 0 ? null : reason.Events.Max(e => e.Verification)
        );
}
