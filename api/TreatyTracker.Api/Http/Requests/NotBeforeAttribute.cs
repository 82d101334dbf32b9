using System.ComponentModel.DataAnnotations;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>The last day of a period, which must not be before the first.</summary>
/// <param name="first">The property that is the first day.</param>
[AttributeUsage(AttributeTargets.Property)]
sealed class NotBeforeAttribute(string first) : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is DateOnly to
        && validationContext.ObjectType.GetProperty(first)!.GetValue(validationContext.ObjectInstance) is DateOnly from
        && to < from
            ? new($"{Instant.Text(to)} is before {Instant.Text(from)}, the first day of the period. Use that day or a later one.")
            : ValidationResult.Success;
}
