using FluentValidation.Validators;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>Demands words of a vocabulary, of one value or of each of several.</summary>
sealed class VocabularyValidator<T, TValue>(Vocabulary vocabulary) : PropertyValidator<T, TValue>, IVocabularyValidator
{
    public override string Name => "InVocabulary";

    public Vocabulary Vocabulary => vocabulary;

    public override bool IsValid(FluentValidation.ValidationContext<T> context, TValue value)
    {
        IEnumerable<string> given = value switch
        {
            string one => [one],
            string[] several => several,
            _ => [],
        };
        if (given.FirstOrDefault(word => !vocabulary.Words.Contains(word)) is not { } stranger)
            return true;
        context.MessageFormatter.AppendArgument("Wrong", Suggestions.NotOneOf(stranger, vocabulary.Words));
        return false;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => "{Wrong}";
}
