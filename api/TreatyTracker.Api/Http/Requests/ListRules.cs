using FastEndpoints;
using FluentValidation;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>The rules of <see cref="IListRequest"/>.</summary>
static class ListRules
{
    /// <summary>The most rows a page may have.</summary>
    public const int MostRows = 500;

    /// <summary>Rows of a JSON page that asked for no number.</summary>
    public const int UsualRows = 100;

    public static void AddListRules<T>(this Validator<T> validator)
        where T : class, IListRequest =>
        validator
            .RuleFor(r => r.Limit)
            .InclusiveBetween(1, MostRows)
            .WithMessage(r => $"{r.Limit} is not from 1 to {MostRows}. Give a whole number within these bounds, or leave it out.");
}
