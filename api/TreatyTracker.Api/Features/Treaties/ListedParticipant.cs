using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A participant on a list to which a treaty's final clauses refer.</summary>
/// <param name="Participant">The participant's code.</param>
/// <param name="Name">Its current name, in the requested language.</param>
/// <param name="Weight">Its weight as the list states it; absent if the list has none.</param>
/// <param name="Share">Its share of the list's weights, from 0 to 1; absent if the list has none.</param>
/// <param name="Standing">Its standing on the requested day.</param>
/// <param name="ConsentOn">
/// The date of deposit of its consent to be bound that is in effect on the requested day; absent if it has none.
/// </param>
/// <param name="Source">The id of the source that names it on the list; absent if none is recorded.</param>
public sealed record ListedParticipant(
    string Participant,
    string Name,
    decimal? Weight,
    decimal? Share,
    Standing Standing,
    DateOnly? ConsentOn,
    string? Source
)
{
    internal static ListedParticipant Of(ListEntry entry, decimal? total, TreatyStatus status, AnswerContext context)
    {
        var here = status.Of(entry.Participant);
        return new(
            entry.Participant,
            context.Register.Participant(entry.Participant).NameIn(context.Language),
            entry.Weight,
            total > 0 ? Math.Round((entry.Weight ?? 0) / total.Value, 6) : null,
            here?.StandingOn(context.AsOf) ?? Law.Standing.None,
            here?.ConsentInEffect(context.AsOf)?.Consent.Date,
            entry.Source
        );
    }

    internal static IReadOnlyList<Column<ListedParticipant>> Columns { get; } =
    [
        new("participant", r => r.Participant),
        new("name", r => r.Name),
        new("weight", r => r.Weight),
        new("share", r => r.Share),
        new("standing", r => r.Standing.WireName()),
        new("consentOn", r => r.ConsentOn),
        new("source", r => r.Source),
    ];
}
