using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Sources;

/// <summary>A source of facts.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">Title of the source.</param>
/// <param name="Url">Its web address; absent if it has none.</param>
/// <param name="Licence">
/// The terms of use that the source states: an SPDX identifier such as <c>CC-BY-4.0</c>; <c>official text</c>, which is free to use;
/// <c>facts only</c> where its text may not be copied, and only dates and figures were taken. Absent if they are not known.
/// </param>
/// <param name="Attribution">Who must be named when the source is used; absent if nobody must.</param>
/// <param name="Events">The number of events recorded by <c>knownAt</c> that cite it.</param>
public sealed record CitedSource(string Id, string Title, string? Url, string? Licence, string? Attribution, int Events)
{
    internal static CitedSource Of(Data.Source source, AnswerContext context) =>
        new(source.Id, source.Title, source.Url, source.Licence, source.Attribution, Citations(context).GetValueOrDefault(source.Id));

    // One pass over the events for all sources.
    static Dictionary<string, int> Citations(AnswerContext context) =>
        context.View.Remember(
            nameof(Citations),
            () =>
                context
                    .Register.Facts.Events.Where(e => e.RecordedAt <= context.View.KnownAt)
                    .SelectMany(e => e.Sources.Distinct())
                    .CountBy(source => source)
                    .ToDictionary(StringComparer.Ordinal)
        );

    internal static IReadOnlyList<Column<CitedSource>> Columns { get; } =
    [
        new("id", s => s.Id),
        new("title", s => s.Title),
        new("url", s => s.Url),
        new("licence", s => s.Licence),
        new("attribution", s => s.Attribution),
        new("events", s => s.Events),
    ];
}
