namespace TreatyTracker.Api.Pages;

/// <summary>A question on the home page.</summary>
/// <param name="Address">The address of the full answer.</param>
/// <param name="Text">The question.</param>
/// <param name="Answer">The answer in one sentence; <c>null</c> if the register cannot answer it.</param>
/// <param name="Topic">The OpenAPI tag of the operation that answers it.</param>
/// <param name="Operation">The operation id in the OpenAPI document.</param>
sealed record HomeQuestion(string Address, string Text, string? Answer, string Topic, string Operation);
