namespace TreatyTracker.Api.Data;

/// <summary>
/// A finding of the consistency check that is known and left standing, for a reason. It covers the findings of its rule that agree with
/// all that it names; an empty member agrees with any.
/// </summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="Participant">The participant's code.</param>
/// <param name="Event">The id of an event concerned.</param>
/// <param name="Day">The day concerned: of a published count, the day of which it speaks.</param>
/// <param name="Reason">Why the finding stands.</param>
/// <param name="Source">Id of the source on which the reason rests.</param>
/// <param name="Expires">The last day, inclusive, on which it waives anything; <c>null</c>: without end.</param>
public sealed record Waiver(
    string Rule,
    string? Treaty,
    string? Participant,
    string? Event,
    DateOnly? Day,
    string Reason,
    string Source,
    DateOnly? Expires
);
