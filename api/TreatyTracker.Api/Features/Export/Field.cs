using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Export;

/// <summary>A column of a table, with what its values are.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Description">What it says.</param>
/// <param name="Value">Its value in a row; <c>null</c> for an empty cell.</param>
/// <param name="Type">Its type in a Table Schema.</param>
/// <param name="Format">The form of its values, where the type has several.</param>
/// <param name="Constraints">What its values must be.</param>
/// <param name="RefersTo">The rows that it names.</param>
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
    /// <summary>The column, where each row has a value.</summary>
    public Field<T> Required => this with { Constraints = (Constraints ?? new()) with { Required = true } };

    /// <summary>The column, where its values have a form.</summary>
    public Field<T> Like(string pattern) => this with { Constraints = (Constraints ?? new()) with { Pattern = pattern } };

    /// <summary>The column, where it names a row of a table.</summary>
    public Field<T> Of(string table, string column) => this with { RefersTo = new(table, [column]) };

    /// <summary>The column in a Table Schema.</summary>
    public TableField Described(bool isKey, bool isWholeKey)
    {
        var constraints = isKey ? (Constraints ?? new()) with { Required = true, Unique = isWholeKey ? true : null } : Constraints;
        return new(Name, Type, Format, Description, constraints);
    }
}

/// <summary>Columns of rows, by what they hold.</summary>
static class Field
{
    public static Field<T> Text<T>(string name, string description, Func<T, string?> value) => new(name, description, value);

    public static Field<T> Day<T>(string name, string description, Func<T, DateOnly?> value) =>
        new(name, description, r => value(r), "date");

    // Fractions of a second are there where an import gave them, which the usual form of version 1 does not allow.
    public static Field<T> Moment<T>(string name, string description, Func<T, DateTimeOffset> value) =>
        new(name, description, r => value(r), "datetime", "any", new(Required: true));

    public static Field<T> Number<T>(string name, string description, Func<T, object?> value) =>
        new(name, description, value, "integer", null, new(Required: true, Minimum: 0));

    public static Field<T> Word<T, TWord>(string name, string description, Func<T, TWord?> value)
        where TWord : struct, Enum => new(name, description, r => value(r)?.WireName(), "string", null, new(Enum: WireNames.All<TWord>()));

    public static Field<T> Tongue<T>(string name, Func<T, string> value) =>
        new(name, "The language.", value, "string", null, new(Enum: Languages.All));
}
