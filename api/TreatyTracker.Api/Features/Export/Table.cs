using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

/// <summary>A table of the data package.</summary>
/// <param name="Name">The name of the table. Its file is <c>data/NAME.csv</c>.</param>
/// <param name="Title">The title of the table.</param>
/// <param name="Description">What one row represents.</param>
/// <param name="Schema">The columns and keys.</param>
/// <param name="Write">Writes the rows of a register.</param>
sealed record Table(string Name, string Title, string Description, TableSchema Schema, Func<Stream, Register, Task> Write)
{
    /// <summary>Creates a table.</summary>
    /// <param name="name">The name of the table.</param>
    /// <param name="title">The title of the table.</param>
    /// <param name="description">What one row represents.</param>
    /// <param name="rows">Returns the rows of a register, ordered by key.</param>
    /// <param name="key">The columns of the primary key; empty for a table without one.</param>
    /// <param name="fields">The columns.</param>
    public static Table Of<T>(
        string name,
        string title,
        string description,
        Func<Register, IEnumerable<T>> rows,
        string[] key,
        params Field<T>[] fields
    )
    {
        var references = fields
            .Where(f => f.RefersTo is not null)
            .Select(f => new ForeignKey([f.Name], f.RefersTo! with { Resource = f.RefersTo.Resource == name ? "" : f.RefersTo.Resource }))
            .ToList();
        var schema = new TableSchema(
            [.. fields.Select(f => f.ToTableField(isKey: key.Contains(f.Name), isWholeKey: key is [var only] && only == f.Name))],
            [""],
            key is [] ? null : key,
            references is [] ? null : references
        );
        var columns = fields.Select(f => new Column<T>(f.Name, f.Value)).ToList();
        return new(name, title, description, schema, (stream, register) => ListResults.WriteCsv(stream, rows(register), columns));
    }
}
