using System.ComponentModel.DataAnnotations;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>
/// A text to search for. Text that is empty once it is folded would match everything, and a control character nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class SearchableAttribute()
    : ValidationAttribute("The text has nothing to search for. Use letters or digits, or omit the parameter.")
{
    public override bool IsValid(object? value) => value is not string text || SearchText.Fold(text).Any(c => !char.IsControl(c));
}
