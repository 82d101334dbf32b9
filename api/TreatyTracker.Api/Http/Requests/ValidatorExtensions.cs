using System.Linq.Expressions;
using FastEndpoints;
using FluentValidation;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>What requests demand of their parameters, beside what binding does: rules that several of them share.</summary>
static class ValidatorExtensions
{
    /// <summary>Each value is a word of the vocabulary; the OpenAPI document says which these are.</summary>
    public static IRuleBuilderOptions<T, TValue> OneOf<T, TValue>(this IRuleBuilder<T, TValue> rule, Vocabulary vocabulary) =>
        rule.SetValidator(new VocabularyValidator<T, TValue>(vocabulary));

    /// <summary>
    /// There is something to search for: nothing, once folded, would be found everywhere, and a control character nowhere.
    /// </summary>
    public static IRuleBuilderOptions<T, string?> Searchable<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(q => q is null || SearchText.Fold(q).Any(sign => !char.IsControl(sign)))
            .WithMessage("There is nothing in it to search for. Give letters or digits, or leave it out.");

    /// <summary>A stretch of days does not end before it begins.</summary>
    public static void AddStretchRule<T>(
        this Validator<T> validator,
        Expression<Func<T, DateOnly?>> from,
        Expression<Func<T, DateOnly?>> to
    )
        where T : class
    {
        var first = from.Compile();
        var last = to.Compile();
        validator
            .RuleFor(to)
            .Must((request, _) => !(last(request) < first(request)))
            .WithMessage(request =>
                $"{Instant.Text(last(request)!.Value)} lies before {Instant.Text(first(request)!.Value)}, the first day asked for. Give that day or a later one."
            );
    }
}
