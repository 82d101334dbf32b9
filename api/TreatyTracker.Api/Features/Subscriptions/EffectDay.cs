using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Subscriptions;

/// <summary>A day on which something takes effect.</summary>
/// <param name="Uid">A permanent id. It derives from the act behind the effect, so that it stays the same if the day is corrected.</param>
/// <param name="On">The day.</param>
/// <param name="Summary">What takes effect.</param>
/// <param name="Description">The act or article behind it.</param>
/// <param name="Path">The path of the answer that explains it.</param>
/// <param name="Revision">The current revision of the act.</param>
/// <param name="Kind">Which kind of effect it is.</param>
/// <param name="Treaty">The treaty's id.</param>
/// <param name="Participant">The code of the participant for which it takes effect; <c>null</c> for the treaty itself.</param>
/// <param name="Act">The act behind it; <c>null</c> for entry into force of the treaty itself, which many acts bring about.</param>
sealed record EffectDay(
    string Uid,
    DateOnly On,
    string Summary,
    string Description,
    string Path,
    Revision Revision,
    EffectKind Kind,
    string Treaty,
    string? Participant = null,
    TreatyEvent? Act = null
);
