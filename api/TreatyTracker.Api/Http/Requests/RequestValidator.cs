using System.ComponentModel.DataAnnotations;
using System.Reflection;
using FastEndpoints;
using FluentValidation;
using FluentValidation.Results;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>
/// Checks a request against the validation attributes of its properties. The OpenAPI document is made from the same attributes.
/// </summary>
sealed class RequestValidator<T> : Validator<T>
    where T : notnull
{
    readonly IReadOnlyList<(PropertyInfo Property, ValidationAttribute Rule)> _rules =
    [
        .. from property in typeof(T).GetProperties()
        from rule in property.GetCustomAttributes<ValidationAttribute>()
        select (property, rule),
    ];

    public RequestValidator() =>
        RuleFor(request => request)
            .Custom(
                (request, context) =>
                {
                    foreach (var (property, rule) in _rules)
                        if (ErrorOf(rule, property.GetValue(request), request) is { } error)
                            context.AddFailure(new ValidationFailure(property.Name, error));
                }
            );

    static string? ErrorOf(ValidationAttribute rule, object? value, T request) =>
        (rule, value) switch
        {
            (not RequiredAttribute, null) => null,
            // Its own message cannot name the value.
            (RangeAttribute range, _) => range.IsValid(value)
                ? null
                : $"{value} is not between {range.Minimum} and {range.Maximum}. Use a whole number in this range, or omit the parameter.",
            _ => rule.GetValidationResult(value, new(request))?.ErrorMessage,
        };
}
