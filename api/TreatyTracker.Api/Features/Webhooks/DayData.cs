using TreatyTracker.Api.Features.Subscriptions;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Webhooks;

/// <summary>The details of an effect whose day arrived. The register computes it from the acts that it knows.</summary>
/// <param name="Effect">What takes effect.</param>
/// <param name="On">The day: the first one on which a participant is bound, or no longer is.</param>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="Participant">The participant's code; absent for the treaty itself.</param>
/// <param name="Name">The participant's name, in English.</param>
/// <param name="Summary">What takes effect, as a sentence.</param>
/// <param name="Description">The act or article behind it.</param>
/// <param name="Act">The id of the act behind it.</param>
/// <param name="Kind">The kind of that act.</param>
/// <param name="KnownAt">The instant of the last recording that was known when the message was made.</param>
/// <param name="Record">The coverage of the treaty's record.</param>
/// <param name="Path">The address of the answer that explains it.</param>
sealed record DayData(
    EffectKind Effect,
    DateOnly On,
    string Treaty,
    string? Participant,
    string? Name,
    string Summary,
    string Description,
    string? Act,
    EventKind? Kind,
    DateTimeOffset KnownAt,
    RecordCoverage Record,
    string Path
);
