namespace TreatyTracker.Api.Http.Representations;

/// <summary>Declares that representations other than JSON carry the coverage of the record in headers.</summary>
sealed record CoverageInHeaders;
