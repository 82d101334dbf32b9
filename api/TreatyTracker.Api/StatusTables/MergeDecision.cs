using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>A row of a decisions file.</summary>
/// <param name="Participant">The participant's code.</param>
/// <param name="What">The conflict, in the words of <see cref="MergeConflict.What"/>.</param>
/// <param name="Text">What a person wrote; empty while nobody decided.</param>
/// <param name="Source">Id of the source for the decision; <c>null</c> for none.</param>
/// <param name="Line">Line of the file, from 1; 0 for a row that is not in the file yet.</param>
sealed record MergeDecision(string Participant, string What, string Text, string? Source, int Line)
{
    const string Effect = "effect";

    /// <summary>
    /// Reads <c>keep</c>, <c>correction</c>, <c>retract</c>, or <c>left</c> and <c>ceased</c>, each with or without the day or period of
    /// the notice and <c>effect</c> with the first day on which the participant was no longer bound: <c>left 2018-03-01 effect
    /// 2019-03-01</c>.
    /// </summary>
    /// <param name="choices">The words that the conflict allows.</param>
    /// <returns>The parts, or why the text is none of these.</returns>
    public (DecisionWord Word, DayPeriod? Day, DateOnly? EffectiveOn, string? Problem) Parse(IReadOnlyList<DecisionWord> choices)
    {
        var parts = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var words = choices.Select(c => c.WireName()).ToList();
        if (parts.Length == 0 || WireNames.Find<DecisionWord>(parts[0].ToLowerInvariant()) is not { } word || !choices.Contains(word))
            return Wrong($"the decision {Suggestions.NotOneOf(parts.FirstOrDefault() ?? "", words)}");
        var rest = parts[1..];
        if (word is not (DecisionWord.Left or DecisionWord.Ceased))
            return rest.Length == 0
                ? (word, null, null, null)
                : Wrong($"the decision '{word.WireName()}' stands alone; '{string.Join(' ', rest)}' does not belong to it.");
        DayPeriod? day = null;
        DateOnly? effect = null;
        if (rest is [not Effect, ..])
        {
            day = DayPeriod.Parse(rest[0]);
            if (day is null)
                return Wrong($"'{rest[0]}' is not a day or period; write YYYY-MM-DD, YYYY-MM, YYYY or YYYY-MM-DD/YYYY-MM-DD.");
            rest = rest[1..];
        }
        if (rest is [Effect, var text])
        {
            effect = Instant.ParseDay(text);
            if (effect is null)
                return Wrong($"the effect '{text}' is not a day of the calendar; write YYYY-MM-DD.");
            rest = [];
        }
        return rest.Length == 0
            ? (word, day, effect, null)
            : Wrong($"'{string.Join(' ', rest)}' is not understood; write {word.WireName()} [DAY] [effect DAY].");

        static (DecisionWord, DayPeriod?, DateOnly?, string?) Wrong(string problem) => (default, null, null, problem);
    }
}
