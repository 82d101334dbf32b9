using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>How far one condition of entry into force is met on a day, and what is missing.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Text">The condition, what is there and what is missing, in the requested language.</param>
/// <param name="IsMet">Whether the condition is met.</param>
/// <param name="Required">The number of instruments required; absent if the condition is a share of weights.</param>
/// <param name="InBeing">The number of instruments in effect that count towards the condition.</param>
/// <param name="Wanting">The number of missing instruments. For a share: the fewest that can bring it.</param>
/// <param name="InBeingShare">The share of the weights in effect, from 0 to 1; absent if the condition is not a share.</param>
/// <param name="WantingShare">The missing share, from 0 to 1; absent if the condition is not a share.</param>
/// <param name="Missing">Those on the list of the condition that have no instrument in effect; empty if it has no list.</param>
/// <param name="WouldBeMet">Whether the instruments of <c>depositedBy</c> would meet it; absent without that parameter.</param>
[SchemaName(nameof(ConditionOutlook))]
public sealed record ConditionOutlookAnswer(
    EntryIntoForceCondition Condition,
    string Text,
    bool IsMet,
    int? Required,
    int InBeing,
    int Wanting,
    decimal? InBeingShare,
    decimal? WantingShare,
    IReadOnlyList<MissingInstrument> Missing,
    bool? WouldBeMet
)
{
    internal static ConditionOutlookAnswer Of(ConditionOutlook outlook, Treaty treaty, AnswerContext context)
    {
        var weights = treaty.Lists.Where(e => e.List == outlook.Condition.Of).ToLookup(e => e.Participant, e => e.Weight ?? 0);
        var total = weights.Sum(w => w.First());
        return new(
            outlook.Condition,
            outlook.ToSentence().ToText(context),
            outlook.IsMet,
            outlook.Required,
            outlook.InEffect,
            outlook.Outstanding,
            Rounded(outlook.InEffectShare),
            Rounded(outlook.OutstandingShare),
            [
                .. outlook.Missing.Select(code => new MissingInstrument(
                    ParticipantReference.Of(context.Register.Participant(code), context),
                    outlook.InEffectShare is null ? null : Rounded(weights[code].First() / total)
                )),
            ],
            outlook.WouldBeMet
        );
    }

    static decimal? Rounded(decimal? share) => share is { } exact ? Math.Round(exact, 6) : null;
}
