using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Between;

/// <summary>Whether a treaty is in force between two participants on a day, since when, and why.</summary>
public sealed record TreatyRelation
{
    /// <summary>The treaty.</summary>
    public required TreatyReference Treaty { get; init; }

    /// <summary>The first participant's row in the status table.</summary>
    public required StatusRow A { get; init; }

    /// <summary>The other participant's row in the status table.</summary>
    public required StatusRow B { get; init; }

    /// <summary>The requested day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The state of the register used: only what it had recorded by this instant.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Present and <c>true</c> if <c>asOf</c> is in the future.</summary>
    public bool? LooksAhead { get; init; }

    /// <inheritdoc cref="TreatyRelationRow.InForce"/>
    public required bool InForce { get; init; }

    /// <inheritdoc cref="TreatyRelationRow.Since"/>
    public DateOnly? Since { get; init; }

    /// <inheritdoc cref="TreatyRelationRow.Until"/>
    public DateOnly? Until { get; init; }

    /// <inheritdoc cref="TreatyRelationRow.Periods"/>
    public required IReadOnlyList<DayRange> Periods { get; init; }

    /// <summary>Why it is in force between them, or why it is not.</summary>
    public required IReadOnlyList<RelationCause> Reasons { get; init; }

    /// <summary>The language of each <c>reason</c>: the requested one.</summary>
    public required string ReasonLanguage { get; init; }

    /// <summary>The coverage of the treaty's record.</summary>
    public required RecordCoverage Record { get; init; }

    /// <summary>A path that always returns this answer: canonical id and codes, with fixed <c>asOf</c> and <c>knownAt</c>.</summary>
    public required string Permalink { get; init; }

    internal static TreatyRelation Of(Pair pair, Treaty treaty, AnswerContext context, string permalink)
    {
        var row = TreatyRelationRow.Of(pair, treaty, context);
        var (a, b) = pair.Under(context.StatusOf(treaty));
        return new()
        {
            Treaty = row.Treaty,
            A = StatusRow.Of(a, context),
            B = StatusRow.Of(b, context),
            AsOf = context.AsOf,
            KnownAt = context.KnownAt,
            LooksAhead = context.LooksAhead,
            InForce = row.InForce,
            Since = row.Since,
            Until = row.Until,
            Periods = row.Periods,
            Reasons = row.Reasons,
            ReasonLanguage = context.Language,
            Record = row.Record,
            Permalink = permalink,
        };
    }
}
