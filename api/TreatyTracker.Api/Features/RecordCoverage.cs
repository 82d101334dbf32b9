using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>How far the record of a treaty goes, and how much of it is verified. Travels with every figure.</summary>
/// <param name="CompleteThrough">The last day, inclusive, on which the record of the treaty's events is known to be complete.</param>
/// <param name="AsOfIsBeyond">Whether the day asked about lies after it: events may be missing.</param>
/// <param name="UnverifiedEvents">Events up to the day asked about whose day no source at hand confirms.</param>
[SchemaName("RecordState")]
public sealed record RecordCoverage(DateOnly CompleteThrough, bool AsOfIsBeyond, int UnverifiedEvents)
{
    internal static RecordCoverage Of(Treaty treaty, AnswerContext context) =>
        new(treaty.CompleteThrough, context.AsOf > treaty.CompleteThrough, context.View.UnverifiedThrough(treaty, context.AsOf));
}
