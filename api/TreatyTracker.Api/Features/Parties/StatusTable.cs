using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>A treaty's status table on a day, or part of it.</summary>
public sealed record StatusTable
{
    /// <summary>The treaty.</summary>
    public required TreatyReference Treaty { get; init; }

    /// <summary>The day that it speaks of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The instant as of whose knowledge it was computed.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and true when the day is still to come.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>How many rows the whole list has: without filters, the count <c>parties</c>.</summary>
    public required int Total { get; init; }

    /// <summary>How far the treaty's record goes.</summary>
    public required RecordCoverage Record { get; init; }

    /// <summary>The rows, in order of code.</summary>
    public required IReadOnlyList<StatusRow> Items { get; init; }

    /// <summary>Give it as <c>cursor</c> to get the next page; absent on the last one. Opaque.</summary>
    public string? Next { get; init; }

    internal static StatusTable Of(Page<StatusRow> page, Treaty treaty, AnswerContext context) =>
        new()
        {
            Treaty = TreatyReference.Of(treaty, context),
            AsOf = context.AsOf,
            KnownAt = context.KnownAt,
            LooksAhead = context.LooksAhead,
            Total = page.Total,
            Record = RecordCoverage.Of(treaty, context),
            Items = page.Items,
            Next = page.Next,
        };
}
