namespace TreatyTracker.Api.StatusTables;

/// <summary>A row whose name leads to no participant. Nothing of it is merged.</summary>
/// <param name="Row">The row.</param>
/// <param name="Problem">Why, with the nearest names, as a sentence.</param>
sealed record UnresolvedName(StatusTableRow Row, string Problem);
