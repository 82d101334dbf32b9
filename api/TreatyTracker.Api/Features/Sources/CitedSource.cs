using TreatyTracker.Api.Http.Representations;

namespace TreatyTracker.Api.Features.Sources;

/// <summary>A source of facts.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">Title of the source.</param>
/// <param name="Url">Its web address; absent if it has none.</param>
/// <param name="Events">The number of events recorded by <c>knownAt</c> that cite it.</param>
public sealed record CitedSource(string Id, string Title, string? Url, int Events)
{
    internal static CitedSource Of(Data.Source source, AnswerContext context) =>
        new(
            source.Id,
            source.Title,
            source.Url,
            context.Register.Facts.Events.Count(e => e.RecordedAt <= context.KnownAt && e.Sources.Contains(source.Id))
        );

    internal static IReadOnlyList<Column<CitedSource>> Columns { get; } =
    [new("id", s => s.Id), new("title", s => s.Title), new("url", s => s.Url), new("events", s => s.Events)];
}
