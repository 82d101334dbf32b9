using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Export;

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
            [.. fields.Select(f => f.Described(isKey: key.Contains(f.Name), isWholeKey: key is [var only] && only == f.Name))],
            [""],
            key is [] ? null : key,
            references is [] ? null : references
        );
        var columns = fields.Select(f => new Column<T>(f.Name, f.Value)).ToList();
        return new(name, title, description, schema, (stream, register) => ListResults.WriteCsv(stream, rows(register), columns));
    }
}
