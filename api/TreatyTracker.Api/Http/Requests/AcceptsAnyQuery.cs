namespace TreatyTracker.Api.Http.Requests;

/// <summary>Marks an endpoint that hands its query on to another address.</summary>
sealed class AcceptsAnyQuery;
