using System.Linq.Expressions;
using FastEndpoints;
using FluentValidation;
using FluentValidation.Validators;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http;

/// <summary>A fixed set of words that parameters take.</summary>
/// <param name="Name">Its name in the OpenAPI document, and so in clients made from it.</param>
/// <param name="About">What the words are.</param>
/// <param name="Words">The words; letter case matters.</param>
sealed record Vocabulary(string Name, string About, IReadOnlyList<string> Words);

/// <summary>What requests demand of their parameters, beside what binding does: rules that several of them share.</summary>
static class Demands
{
    /// <summary>Each value is a word of the vocabulary; the OpenAPI document says which these are.</summary>
    public static IRuleBuilderOptions<T, TValue> OneOf<T, TValue>(this IRuleBuilder<T, TValue> rule, Vocabulary vocabulary) =>
        rule.SetValidator(new InVocabulary<T, TValue>(vocabulary));

    /// <summary>There is something to search for: nothing, once folded, would be found everywhere, and a control character nowhere.</summary>
    public static IRuleBuilderOptions<T, string?> Searchable<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(q => q is null || SearchText.Fold(q).Any(sign => !char.IsControl(sign))).WithMessage("There is nothing in it to search for. Give letters or digits, or leave it out.");

    /// <summary>A stretch of days does not end before it begins.</summary>
    public static void AddStretchRule<T>(this Validator<T> validator, Expression<Func<T, DateOnly?>> from, Expression<Func<T, DateOnly?>> to) where T : class
    {
        var first = from.Compile();
        var last = to.Compile();
        validator.RuleFor(to).Must((request, _) => !(last(request) < first(request)))
            .WithMessage(request => $"{Instant.Text(last(request)!.Value)} lies before {Instant.Text(first(request)!.Value)}, the first day asked for. Give that day or a later one.");
    }
}

/// <summary>Knows which words a parameter takes.</summary>
interface ITakesWords
{
    /// <summary>They.</summary>
    Vocabulary Vocabulary { get; }
}

/// <summary>Demands words of a vocabulary, of one value or of each of several.</summary>
sealed class InVocabulary<T, TValue>(Vocabulary vocabulary) : PropertyValidator<T, TValue>, ITakesWords
{
    public override string Name => "InVocabulary";

    public Vocabulary Vocabulary => vocabulary;

    public override bool IsValid(FluentValidation.ValidationContext<T> context, TValue value)
    {
        IEnumerable<string> given = value switch { string one => [one], string[] several => several, _ => [] };
        if (given.FirstOrDefault(word => !vocabulary.Words.Contains(word)) is not { } stranger) return true;
        context.MessageFormatter.AppendArgument("Wrong", Nearest.NotOneOf(stranger, vocabulary.Words));
        return false;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => "{Wrong}";
}
