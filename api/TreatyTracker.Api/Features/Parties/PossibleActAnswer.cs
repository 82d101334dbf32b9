using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>An act that would change a participant's standing.</summary>
/// <param name="Act">The act, in the words of the event kinds.</param>
/// <param name="EffectOn">The day on which it would have its effect; absent where that cannot be said.</param>
/// <param name="Article">The article.</param>
/// <param name="Text">What would happen, in a sentence in the language of <c>reasonLanguage</c>.</param>
[SchemaName(nameof(PossibleAct))]
public sealed record PossibleActAnswer(EventKind Act, DateOnly? EffectOn, string? Article, string Text)
{
    internal static PossibleActAnswer Of(PossibleAct act, AnswerContext context) =>
        new(act.Act, act.EffectOn, act.Article, act.Text.ToText(context));
}
