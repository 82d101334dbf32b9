using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>How far the record of a treaty goes, and how much of it is verified. Travels with every figure.</summary>
/// <param name="CompleteThrough">The last day, inclusive, on which the record of the treaty's events is known to be complete.</param>
/// <param name="AsOfIsBeyond">Whether the day asked about lies after it: events may be missing.</param>
/// <param name="UnverifiedEvents">Events up to the day asked about whose day no source at hand confirms.</param>
public sealed record RecordState(DateOnly CompleteThrough, bool AsOfIsBeyond, int UnverifiedEvents)
{
    internal static RecordState Of(Treaty treaty, Clocks clocks) => new(treaty.CompleteThrough, clocks.AsOf > treaty.CompleteThrough,
        clocks.View.UnverifiedThrough(treaty, clocks.AsOf));
}
