using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Export;

/// <summary>A column of a table with its schema.</summary>
/// <param name="Name">The column header.</param>
/// <param name="Description">The description for readers.</param>
/// <param name="Value">Returns the value for a row; <c>null</c> for an empty cell.</param>
/// <param name="Type">The type in the Table Schema.</param>
/// <param name="Format">The format, if the type has several.</param>
/// <param name="Constraints">The constraints on values.</param>
/// <param name="RefersTo">The rows to which values refer.</param>
sealed record Field<T>(
    string Name,
    string Description,
    Func<T, object?> Value,
    string Type = "string",
    string? Format = null,
    FieldConstraints? Constraints = null,
    ForeignKeyTarget? RefersTo = null
)
{
    /// <summary>The column with a required value.</summary>
    public Field<T> Required => this with { Constraints = (Constraints ?? new()) with { Required = true } };

    /// <summary>The column with values that match a pattern.</summary>
    public Field<T> Matching(string pattern) => this with { Constraints = (Constraints ?? new()) with { Pattern = pattern } };

    /// <summary>The column with values that refer to rows of a table.</summary>
    public Field<T> References(string table, string column) => this with { RefersTo = new(table, [column]) };

    /// <summary>The column as a field of the Table Schema.</summary>
    public TableField ToTableField(bool isKey, bool isWholeKey)
    {
        var constraints = isKey ? (Constraints ?? new()) with { Required = true, Unique = isWholeKey ? true : null } : Constraints;
        return new(Name, Type, Format, Description, constraints);
    }
}

/// <summary>Creates columns by type.</summary>
static class Field
{
    public static Field<T> Text<T>(string name, string description, Func<T, string?> value) => new(name, description, value);

    public static Field<T> Day<T>(string name, string description, Func<T, DateOnly?> value) =>
        new(name, description, r => value(r), "date");

    // Format "any", because instants may have fractions of a second, which the default format of version 1 does not allow.
    public static Field<T> InstantOf<T>(string name, string description, Func<T, DateTimeOffset> value) =>
        new(name, description, r => value(r), "datetime", "any", new(Required: true));

    public static Field<T> Number<T>(string name, string description, Func<T, object?> value) =>
        new(name, description, value, "integer", null, new(Required: true, Minimum: 0));

    public static Field<T> Word<T, TWord>(string name, string description, Func<T, TWord?> value)
        where TWord : struct, Enum => new(name, description, r => value(r)?.WireName(), "string", null, new(Enum: WireNames.All<TWord>()));

    public static Field<T> Language<T>(string name, Func<T, string> value) =>
        new(name, "The language.", value, "string", null, new(Enum: Languages.All));
}
