using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Features.Treaties;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>What the page of a treaty shows.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="Status">Its status.</param>
/// <param name="Counts">The API's answer to the same question.</param>
/// <param name="Request">What was asked for.</param>
public sealed record TreatyContent(Treaty Treaty, TreatyStatus Status, CountsAnswer Counts, TreatyPage.Request Request)
{
    /// <summary>The rows of the status table that the filters select, in order.</summary>
    public required IReadOnlyList<StatusRow> Rows { get; init; }

    /// <summary>How many rows each filter by standing has, with the other filters.</summary>
    public required IReadOnlyDictionary<StandingFilter, int> Standings { get; init; }

    /// <summary>The United Nations Members that are not parties.</summary>
    public required IReadOnlyList<StatusRow> NonParties { get; init; }

    /// <summary>Those whose participation begins or ends on a day that is already known, or has an end that is announced.</summary>
    public required IReadOnlyList<StatusRow> Pending { get; init; }

    /// <summary>The treaty, its parent and the treaties that belong to either.</summary>
    public required IReadOnlyList<Treaty> Family { get; init; }

    /// <summary>The latest acts, the last first.</summary>
    public required IReadOnlyList<TreatyEvent> Events { get; init; }

    /// <summary>How many acts there are.</summary>
    public required int EventCount { get; init; }

    /// <summary>What entry into force still needs; <c>null</c> once it is in force.</summary>
    public required EntryIntoForceOutlookAnswer? Outlook { get; init; }

    /// <summary>The sources of its acts, the most cited first, with how many acts cite each.</summary>
    public required IReadOnlyList<(Source Source, int Acts)> Sources { get; init; }

    const int MostEvents = 15;

    internal static TreatyContent Of(Treaty treaty, TreatyPage.Request request, PageContext page, HttpContext http)
    {
        var context = page.Answer;
        var (status, asOf) = (context.StatusOf(treaty), context.AsOf);
        var acts = context.View.ActsOf(treaty);
        var selected = status.Participations.Where(p => Matches(p, request, context)).ToList();
        var filter = request.Standing ?? StandingFilter.Any;
        return new(treaty, status, CountsAnswer.Of(treaty, context, http), request)
        {
            Rows =
            [
                .. selected
                    .Where(p => filter.Matches(status, p, asOf))
                    .Select(p => StatusRow.Of(p, context))
                    .By(request.Sort ?? StatusSort.Name, request.Descending is true, r => r, r => SearchText.Fold(r.Name)),
            ],
            Standings = Enum.GetValues<StandingFilter>().ToDictionary(f => f, f => selected.Count(p => f.Matches(status, p, asOf))),
            NonParties = Missing(treaty, context),
            Pending =
            [
                .. status
                    .Participations.Where(p =>
                        p.PendingOn(asOf) is not null
                        || (p.StandingOn(asOf) is Standing.Contracting && p.ConsentInEffect(asOf)!.Effect is not null)
                    )
                    .Select(p => StatusRow.Of(p, context)),
            ],
            Family =
            [
                .. context.View.Treaties.Where(t =>
                    t.Id == (treaty.Parent ?? treaty.Id) || t.Parent == treaty.Id || (treaty.Parent is { } parent && t.Parent == parent)
                ),
            ],
            Events = [.. acts.Reverse().Where(a => a.Date <= asOf).Take(MostEvents)],
            EventCount = acts.Count,
            Outlook = status.IsInForce(asOf)
                ? null
                : EntryIntoForceOutlookAnswer.Of(EntryIntoForceOutlook.Of(status, asOf, asOf), treaty, context),
            Sources =
            [
                .. acts.SelectMany(a => a.Sources)
                    .CountBy(id => id)
                    .OrderByDescending(s => s.Value)
                    .ThenBy(s => s.Key, StringComparer.Ordinal)
                    .Select(s => (context.Register.Sources[s.Key], s.Value)),
            ],
        };
    }

    /// <summary>The United Nations Members that are not parties to a treaty, by name.</summary>
    internal static IReadOnlyList<StatusRow> Missing(Treaty treaty, AnswerContext context) =>
        [
            .. context
                .Register.Facts.Participants.Where(p => p.Participant.KindOn(context.AsOf) is ParticipantKind.UnMember)
                .Select(p => context.ParticipationOf(treaty, p.Code))
                .Where(p => p.ConsentInEffect(context.AsOf) is null)
                .Select(p => StatusRow.Of(p, context))
                .OrderBy(r => SearchText.Fold(r.Name), StringComparer.Ordinal),
        ];

    static bool Matches(Participation participation, TreatyPage.Request request, AnswerContext context) =>
        request.Matches(context.Register.Participant(participation.Participant.Code), context)
        && (
            request.Consent is null
            || participation.Consents.LastOrDefault(c => c.From <= context.AsOf)?.Consent.Kind.AsConsent() == request.Consent
        );
}
