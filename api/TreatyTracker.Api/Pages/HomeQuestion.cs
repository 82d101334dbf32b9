namespace TreatyTracker.Api.Pages;

/// <summary>A question of the first page.</summary>
/// <param name="Address">Where the whole answer is.</param>
/// <param name="Text">The question.</param>
/// <param name="Answer">The answer in a sentence; <c>null</c> where the register has none.</param>
/// <param name="Topic">The group of the operation that answers it.</param>
/// <param name="Operation">Its id in the OpenAPI document.</param>
sealed record HomeQuestion(string Address, string Text, string? Answer, string Topic, string Operation);
