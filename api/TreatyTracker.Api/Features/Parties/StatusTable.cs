using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>A treaty's status table on a day, or a part of it.</summary>
public sealed record StatusTable
{
    /// <summary>The treaty.</summary>
    public required TreatyReference Treaty { get; init; }

    /// <summary>The requested day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The state of the register used: only what it had recorded by this instant.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and <c>true</c> if <c>asOf</c> is in the future.</summary>
    public bool? LooksAhead { get; init; }

    /// <summary>The total number of rows on all pages. Without filters it equals the count <c>parties</c>.</summary>
    public required int Total { get; init; }

    /// <summary>The coverage of the treaty's record.</summary>
    public required RecordCoverage Record { get; init; }

    /// <summary>The rows, ordered by code.</summary>
    public required IReadOnlyList<StatusRow> Items { get; init; }

    /// <summary>The <c>cursor</c> of the next page; absent on the last page. Opaque.</summary>
    public string? Next { get; init; }

    internal static StatusTable Of(Page<StatusRow> page, Treaty treaty, RecordCoverage record, AnswerContext context) =>
        new()
        {
            Treaty = TreatyReference.Of(treaty, context),
            AsOf = context.AsOf,
            KnownAt = context.KnownAt,
            LooksAhead = context.LooksAhead,
            Total = page.Total,
            Record = record,
            Items = page.Items,
            Next = page.Next,
        };
}
