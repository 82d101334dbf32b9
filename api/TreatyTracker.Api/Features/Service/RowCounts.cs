namespace TreatyTracker.Api.Features.Service;

/// <summary>The number of rows in the register.</summary>
/// <param name="Treaties">Number of treaties.</param>
/// <param name="Participants">Number of States and organizations.</param>
/// <param name="Events">Number of recorded events, including corrections.</param>
/// <param name="Sources">Number of sources.</param>
/// <param name="PublishedCounts">Number of published counts.</param>
public sealed record RowCounts(int Treaties, int Participants, int Events, int Sources, int PublishedCounts);
