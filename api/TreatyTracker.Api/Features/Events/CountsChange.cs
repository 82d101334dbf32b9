using TreatyTracker.Api.Features.TreatyCounts;

namespace TreatyTracker.Api.Features.Events;

/// <summary>The named counts of a treaty today, without and with the events.</summary>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="AsOf">The day: today (UTC).</param>
/// <param name="Before">The counts without the events; absent if the register does not have the treaty.</param>
/// <param name="After">The counts with the events.</param>
/// <param name="Record">The coverage of the record, with the events.</param>
public sealed record CountsChange(string Treaty, DateOnly AsOf, NamedCounts? Before, NamedCounts After, RecordCoverage Record)
{
    /// <summary>The changes of the treaties concerned, and of parents and protocols whose counts change with them.</summary>
    internal static IReadOnlyList<CountsChange> Of(AnswerContext before, AnswerContext after, IReadOnlySet<string> concerned)
    {
        return
        [
            .. after
                .Register.Facts.Treaties.Where(t => concerned.Contains(t.Id) || concerned.Contains(t.Parent ?? ""))
                .Select(t => new CountsChange(t.Id, after.AsOf, Counts(before, t.Id), Counts(after, t.Id)!, RecordCoverage.Of(t, after)))
                .Where(c => concerned.Contains(c.Treaty) || c.Before != c.After),
        ];

        static NamedCounts? Counts(AnswerContext context, string id) =>
            context.Register.FindTreaty(id) is { } treaty ? NamedCounts.Of(context.StatusOf(treaty).Timeline.On(context.AsOf)) : null;
    }
}
