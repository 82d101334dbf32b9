using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Parties;

/// <summary>An end of a participation that is announced on the requested day and has no effect yet.</summary>
/// <param name="Event">The id of the event that announces it: a notice of withdrawal, or another act of leaving.</param>
/// <param name="Kind">The kind of that event.</param>
/// <param name="KindLabel">The label of the kind, in the requested language.</param>
/// <param name="Since">The date of that event. If it is known only as a period, the last day of the period.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Until">
/// The first day on which the participant is no longer bound; absent if the end is contested or its day is not known.
/// </param>
/// <param name="Article">The article on withdrawal: the treaty's, or VCLT art. 56(1) where the treaty has none.</param>
public sealed record PendingEnd(
    string Event,
    EventKind Kind,
    string KindLabel,
    DateOnly Since,
    NoticeOutcome Outcome,
    DateOnly? Until,
    string? Article
)
{
    internal static PendingEnd? Of(Participation participation, TreatyStatus status, AnswerContext context) =>
        participation.PendingOn(context.AsOf) is { } notice
            ? new(
                notice.Event.Id,
                notice.Event.Kind,
                Labels.Of(notice.Event.Kind, context.Language),
                notice.Event.Date,
                notice.Outcome,
                notice.EffectOn,
                notice.Event.Kind is not EventKind.Withdrawal ? null
                    : notice.Event.Treaty != status.Treaty.Id ? status.Parent?.Treaty.FinalClauses.Withdrawal?.EntailsProtocolsArticle
                    : status.Treaty.FinalClauses.Withdrawal is { } clause ? clause.Article
                    : "VCLT art. 56(1)"
            )
            : null;
}
