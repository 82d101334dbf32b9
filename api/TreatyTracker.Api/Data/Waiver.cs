namespace TreatyTracker.Api.Data;

/// <summary>
/// A known finding of the consistency check that is accepted, for a reason. It covers the findings of its rule that match all of its
/// members; an empty member matches any value.
/// </summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="Participant">The participant's code.</param>
/// <param name="Event">The id of an event concerned.</param>
/// <param name="Day">The day concerned: for a published count, its day.</param>
/// <param name="Reason">Why the finding stands.</param>
/// <param name="Source">Id of the source on which the reason rests.</param>
/// <param name="Expires">The last day, inclusive, on which it applies; <c>null</c>: it never expires.</param>
public sealed record Waiver(
    string Rule,
    string? Treaty,
    string? Participant,
    string? Event,
    DateOnly? Day,
    string Reason,
    string Source,
    DateOnly? Expires
)
{
    /// <summary>
    /// The rule that an import must pass beside those that its seeds pass: no consent moves past its own entry into force. A merge waives
    /// it where a person decided on the correction.
    /// </summary>
    public const string OfMovedConsent = "consent-moved-past-effect";

    /// <summary>Two lists in one, in the order of the register; of two waivers for the same findings, that of the first list.</summary>
    public static IReadOnlyList<Waiver> Union(IEnumerable<Waiver> first, IEnumerable<Waiver> second) =>
        InOrder(first.Concat(second).DistinctBy(w => (w.Rule, w.Treaty, w.Participant, w.Event, w.Day)));

    /// <summary>Waivers in the order of the register.</summary>
    public static IReadOnlyList<Waiver> InOrder(IEnumerable<Waiver> waivers) =>
        [
            .. waivers
                .OrderBy(w => w.Rule, StringComparer.Ordinal)
                .ThenBy(w => w.Treaty, StringComparer.Ordinal)
                .ThenBy(w => w.Participant, StringComparer.Ordinal)
                .ThenBy(w => w.Event, StringComparer.Ordinal)
                .ThenBy(w => w.Day),
        ];
}
