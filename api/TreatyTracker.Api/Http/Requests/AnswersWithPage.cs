namespace TreatyTracker.Api.Http.Requests;

/// <summary>Marks an endpoint whose answer is a page for people. Its forms send empty fields, which count as absent.</summary>
sealed class AnswersWithPage;
