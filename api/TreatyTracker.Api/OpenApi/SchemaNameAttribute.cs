namespace TreatyTracker.Api.OpenApi;

/// <summary>The name of a type's schema in the OpenAPI document, where the contract holds another name than the type's.</summary>
/// <param name="name">The schema's name.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Enum)]
sealed class SchemaNameAttribute(string name) : Attribute
{
    /// <summary>The schema's name.</summary>
    public string Name => name;
}
