using FastEndpoints;
using FluentValidation;

namespace TreatyTracker.Api.Http;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The rows.</typeparam>
public sealed record Page<T>
{
    /// <summary>The rows, in the list's fixed order.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>How many rows the whole list has.</summary>
    public required int Total { get; init; }

    /// <summary>Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</summary>
    public string? Next { get; init; }

    /// <summary>The day that the rows speak of; absent where they do not depend on one.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The instant as of whose knowledge they were computed; absent where they do not depend on one.</summary>
    public DateTimeOffset? KnownAt { get; init; }
}

/// <summary>Parameters of every list.</summary>
public interface IListRequest
{
    /// <summary>How many rows at the most, from 1 to 500. In JSON 100 if not given; CSV and NDJSON carry all rows if not given.</summary>
    int? Limit { get; }

    /// <summary>Where to go on: the <c>next</c> of the page before.</summary>
    string? Cursor { get; }

    /// <summary>The representation; wins over the header Accept. <c>excel</c> is CSV as a file that Excel opens rightly.</summary>
    Format? Format { get; }
}

/// <summary>The rules of <see cref="IListRequest"/>.</summary>
static class ListRules
{
    /// <summary>The most rows a page may have.</summary>
    public const int MostRows = 500;

    /// <summary>Rows of a JSON page that asked for no number.</summary>
    public const int UsualRows = 100;

    public static void AddListRules<T>(this Validator<T> validator) where T : class, IListRequest =>
        validator.RuleFor(r => r.Limit).InclusiveBetween(1, MostRows).WithMessage(r => $"{r.Limit} is not from 1 to {MostRows}. Give a whole number within these bounds, or leave it out.");
}
