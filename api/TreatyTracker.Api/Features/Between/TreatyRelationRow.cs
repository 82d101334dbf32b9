using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Between;

/// <summary>Whether a treaty is in force between two participants.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="InForce">Whether it is in force between them on the requested day.</param>
/// <param name="Since">
/// The first day on which it is in force between them without a break until the requested day; absent if it is not in force.
/// </param>
/// <param name="Until">The first day on which it will no longer be in force between them; absent if no end is known.</param>
/// <param name="Periods">
/// The periods in which it is in force between them, in order, whatever the requested day: past ones too. The end of a period is exclusive.
/// </param>
/// <param name="Reasons">Why it is in force between them, or why it is not.</param>
/// <param name="Record">The coverage of the treaty's record.</param>
public sealed record TreatyRelationRow(
    TreatyReference Treaty,
    bool InForce,
    DateOnly? Since,
    DateOnly? Until,
    IReadOnlyList<DayRange> Periods,
    IReadOnlyList<RelationCause> Reasons,
    RecordCoverage Record
)
{
    internal static TreatyRelationRow Of(Pair pair, Treaty treaty, AnswerContext context)
    {
        var relation = pair.RelationUnder(treaty, context);
        return new(
            TreatyReference.Of(treaty, context),
            relation.InForce,
            relation.Since,
            relation.Until,
            relation.Periods,
            [.. relation.Reasons.Select(r => RelationCause.Of(r, context))],
            RecordCoverage.Of(treaty, context)
        );
    }

    internal static IReadOnlyList<Column<TreatyRelationRow>> ColumnsIn(string language) =>
        [
            new("treaty", r => r.Treaty.Id),
            new("mtdsg", r => r.Treaty.Mtdsg),
            new("title", r => r.Treaty.Title),
            new("titleLanguage", r => r.Treaty.TitleLanguage),
            new("inForce", r => r.InForce),
            new("since", r => r.Since),
            new("until", r => r.Until),
            new(
                "periods",
                r =>
                    string.Join(
                        '|',
                        r.Periods.Select(p => $"{Instant.Text(p.From)}/{(p.Until is { } until ? Instant.Text(until) : "..")}")
                    ),
                "The periods in which it is in force between them, separated by |: first day and first day after it, .. if no end is known."
            ),
            new("rules", r => string.Join('|', r.Reasons.Select(c => c.Rule.WireName())), "The rules that decide it, separated by |."),
            new("reasons", r => string.Join(' ', r.Reasons.Select(c => c.Reason))),
            new("reasonLanguage", _ => language),
            new("articles", r => string.Join('|', r.Reasons.Select(c => c.Article)), "The article of each reason, separated by |."),
            new(
                "events",
                r => string.Join('|', r.Reasons.SelectMany(c => c.Events).Distinct()),
                "Ids of the events behind it, separated by |."
            ),
            .. RecordCoverage.ColumnsOf<TreatyRelationRow>(r => r.Record),
        ];
}
