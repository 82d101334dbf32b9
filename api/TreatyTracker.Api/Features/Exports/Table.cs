using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Exports;

/// <summary>A table of the data package.</summary>
/// <param name="Name">Its name; the file is <c>data/NAME.csv</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What a row is.</param>
/// <param name="Schema">Its columns and keys.</param>
/// <param name="Write">Writes the rows that a register gives.</param>
sealed record Table(string Name, string Title, string Description, TableSchema Schema, Func<Stream, Register, Task> Write)
{
    /// <summary>The table of some rows.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="title">Its title.</param>
    /// <param name="description">What a row is.</param>
    /// <param name="rows">The rows that a register gives, in the order of their key.</param>
    /// <param name="key">The columns that are its key; none for a table without.</param>
    /// <param name="fields">Its columns.</param>
    public static Table Of<T>(string name, string title, string description, Func<Register, IEnumerable<T>> rows, string[] key, params Field<T>[] fields)
    {
        var references = fields.Where(f => f.RefersTo is not null).Select(f => new ForeignKey([f.Name], f.RefersTo! with { Resource = f.RefersTo.Resource == name ? "" : f.RefersTo.Resource })).ToList();
        var schema = new TableSchema([.. fields.Select(f => f.Described(isKey: key.Contains(f.Name), isWholeKey: key is [var only] && only == f.Name))], [""], key is [] ? null : key, references is [] ? null : references);
        var columns = fields.Select(f => new Column<T>(f.Name, f.Value)).ToList();
        return new(name, title, description, schema, (stream, register) => Formats.WriteCsv(stream, rows(register), columns));
    }
}

/// <summary>A column of a table, with what its values are.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Description">What it says.</param>
/// <param name="Value">Its value in a row; <c>null</c> for an empty cell.</param>
/// <param name="Type">Its type in a Table Schema.</param>
/// <param name="Format">The form of its values, where the type has several.</param>
/// <param name="Constraints">What its values must be.</param>
/// <param name="RefersTo">The rows that it names.</param>
sealed record Field<T>(string Name, string Description, Func<T, object?> Value, string Type = "string", string? Format = null, FieldConstraints? Constraints = null, ForeignKeyTarget? RefersTo = null)
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

    public static Field<T> Day<T>(string name, string description, Func<T, DateOnly?> value) => new(name, description, r => value(r), "date");

    // Fractions of a second are there where an import gave them, which the usual form of version 1 does not allow.
    public static Field<T> Moment<T>(string name, string description, Func<T, DateTimeOffset> value) => new(name, description, r => value(r), "datetime", "any", new(Required: true));

    public static Field<T> Number<T>(string name, string description, Func<T, object?> value) => new(name, description, value, "integer", null, new(Required: true, Minimum: 0));

    public static Field<T> Word<T, TWord>(string name, string description, Func<T, TWord?> value) where TWord : struct, Enum =>
        new(name, description, r => value(r)?.Word(), "string", null, new(Enum: Words.All<TWord>()));

    public static Field<T> Tongue<T>(string name, Func<T, string> value) => new(name, "The language.", value, "string", null, new(Enum: Languages.All));
}
