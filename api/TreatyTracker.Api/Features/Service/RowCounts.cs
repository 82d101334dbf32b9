namespace TreatyTracker.Api.Features.Service;

/// <summary>How many rows the register holds.</summary>
/// <param name="Treaties">Treaties.</param>
/// <param name="Participants">States and organizations.</param>
/// <param name="Events">Recorded events, corrections included.</param>
/// <param name="Sources">Sources.</param>
/// <param name="PublishedCounts">Published counts.</param>
public sealed record RowCounts(int Treaties, int Participants, int Events, int Sources, int PublishedCounts);
