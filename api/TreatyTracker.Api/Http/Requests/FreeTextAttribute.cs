namespace TreatyTracker.Api.Http.Requests;

/// <summary>
/// Marks a repeatable parameter whose values may hold any character. In those of others, a comma or bracket is a list that was written
/// wrongly.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class FreeTextAttribute : Attribute;
