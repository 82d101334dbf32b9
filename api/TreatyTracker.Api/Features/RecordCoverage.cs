using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>
/// The coverage of a treaty's record: how far it is complete, and how many events are unverified. Every figure includes it.
/// </summary>
/// <param name="CompleteThrough">The last day, inclusive, through which the record of the treaty's events is known to be complete.</param>
/// <param name="AsOfIsBeyond">Whether the requested day is after <c>completeThrough</c>, so that events may be missing.</param>
/// <param name="UnverifiedEvents">The number of events up to the requested day whose date is not confirmed by an available source.</param>
[SchemaName("RecordState")]
public sealed record RecordCoverage(DateOnly CompleteThrough, bool AsOfIsBeyond, int UnverifiedEvents)
{
    internal static RecordCoverage Of(Treaty treaty, AnswerContext context) =>
        new(treaty.CompleteThrough, context.AsOf > treaty.CompleteThrough, context.View.UnverifiedThrough(treaty, context.AsOf));
}
