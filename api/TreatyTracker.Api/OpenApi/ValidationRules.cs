using FluentValidation;
using FluentValidation.Validators;

namespace TreatyTracker.Api.OpenApi;

/// <summary>The unconditional FluentValidation rules of every request class, by class and property.</summary>
sealed class ValidationRules(IServiceProvider services)
{
    readonly ILookup<(Type, string), IPropertyValidator> _rules = (
        from type in typeof(ValidationRules).Assembly.GetTypes()
        where typeof(IValidator).IsAssignableFrom(type) && !type.IsAbstract
        let validator = (IEnumerable<IValidationRule>)ActivatorUtilities.CreateInstance(services, type)
        let request = type.BaseType!.GetGenericArguments()[0]
        from rule in validator
        where rule.Member is not null && !rule.HasCondition && !rule.HasAsyncCondition
        from part in rule.Components
        where !part.HasCondition && !part.HasAsyncCondition
        select (Key: (request, rule.Member.Name), part.Validator)
    ).ToLookup(x => x.Key, x => x.Validator);

    public IEnumerable<IPropertyValidator> For(Type request, string property) => _rules[(request, property)];
}
