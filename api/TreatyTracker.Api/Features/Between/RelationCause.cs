using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Between;

/// <summary>A reason why a treaty is, or is not, in force between two participants.</summary>
/// <param name="Rule">The rule that decides it.</param>
/// <param name="Reason">The reason as a sentence, in the language of <c>reasonLanguage</c>.</param>
/// <param name="Article">The article; absent if none applies or none is known.</param>
/// <param name="Events">Ids of the events behind the reason; empty if the reason is that there is no event.</param>
/// <param name="Sources">Ids of the sources of those events.</param>
/// <param name="Verification">The weakest verification of those events; absent if there are none.</param>
/// <param name="Because">
/// The rule by which one of the two is not a party in force, such as <c>withdrawn</c>; absent if the reason is another one.
/// </param>
public sealed record RelationCause(
    RelationRule Rule,
    string Reason,
    string? Article,
    IReadOnlyList<string> Events,
    IReadOnlyList<string> Sources,
    Verification? Verification,
    ReasonRule? Because
)
{
    internal static RelationCause Of(RelationReason reason, AnswerContext context) =>
        new(
            reason.Rule,
            reason.Text.ToText(context),
            reason.Article,
            [.. reason.Events.Select(e => e.Id)],
            [.. reason.Events.SelectMany(e => e.Sources).Distinct()],
            reason.Events.Count == 0 ? null : reason.Events.Max(e => e.Verification),
            reason.Because
        );
}
