namespace TreatyTracker.Api.Http.Requests;

/// <summary>Knows which words a parameter takes.</summary>
interface IVocabularyValidator
{
    /// <summary>They.</summary>
    Vocabulary Vocabulary { get; }
}
