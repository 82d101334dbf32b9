namespace TreatyTracker.Api.Http.Requests;

/// <summary>Marks an endpoint that redirects with its whole query.</summary>
sealed class AcceptsAnyQuery;
