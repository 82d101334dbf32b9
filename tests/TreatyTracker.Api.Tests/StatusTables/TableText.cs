using System.Globalization;
using TreatyTracker.Api.StatusTables;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.StatusTables;

/// <summary>What a reader made of a document, as lines that a test can compare.</summary>
static class TableText
{
    public static IReadOnlyList<string> Rows(StatusTable table) =>
        [
            .. table
                .Rows.Select(r =>
                    $"{(r.Treaty is null ? "" : $"{r.Treaty} ")}{r.Name}{(r.Code is null ? "" : $" ({r.Code})")}{Notes(r.Footnotes)}: "
                    + string.Join(", ", r.Acts.Select(Act))
                )
                .Select(r => r.TrimEnd()),
        ];

    public static IReadOnlyList<string> Unused(StatusTable table) =>
        [.. table.Unused.Select(u => $"{u.Line} {u.Column ?? "row"} '{u.Text}': {u.Reason}")];

    static string Act(StatusTableAct act)
    {
        var text =
            $"{act.Kind.WireName()} {(act.EffectOnly ? "of a day not known" : act.Date.ToString())}{Notes(act.Footnotes)}"
            + (act.EffectiveOn is { } day ? $" from {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "")
            + (act.Depositary is { } place ? $" in {place}" : "")
            + (act.Sources.Count > 0 ? $" by {string.Join(' ', act.Sources)}" : "")
            + (act.Verification is { } word ? $", {word.WireName()}" : "")
            + (act.Note is { } note ? $" ({note})" : "");
        return act.IsBracketed ? $"[{text}]" : text;
    }

    static string Notes(IReadOnlyList<string> notes) => notes.Count == 0 ? "" : $"^{string.Join(',', notes)}";
}
