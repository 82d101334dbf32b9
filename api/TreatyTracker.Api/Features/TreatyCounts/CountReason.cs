using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>Why a named count includes a participant, or does not.</summary>
/// <param name="Count">The count, by its JSON name.</param>
/// <param name="Counted">Whether the count includes the participant.</param>
/// <param name="Rule">The rule that decides it.</param>
/// <param name="Reason">The reason as a sentence, in the language of <c>reasonLanguage</c>.</param>
/// <param name="Article">The article; absent if none applies or none is known.</param>
/// <param name="Events">Ids of the events behind the reason; empty if the reason is that there is no event.</param>
/// <param name="Sources">Ids of the sources of those events.</param>
/// <param name="Verification">The weakest verification of those events; absent if there are none.</param>
public sealed record CountReason(
    NamedCount Count,
    bool Counted,
    ReasonRule Rule,
    string Reason,
    string? Article,
    IReadOnlyList<string> Events,
    IReadOnlyList<string> Sources,
    Verification? Verification
)
{
    internal static CountReason Of(Reason reason, AnswerContext context) =>
        new(
            reason.Count,
            reason.Counted,
            reason.Rule,
            reason.Text.ToText(context),
            reason.Article,
            [.. reason.Events.Select(e => e.Id)],
            [.. reason.Events.SelectMany(e => e.Sources).Distinct()],
            reason.Events.Count == 0 ? null : reason.Events.Max(e => e.Verification)
        );
}
