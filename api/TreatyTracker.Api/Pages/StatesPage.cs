using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>All States and organizations.</summary>
public sealed class StatesPage : PageEndpoint<StatesPage.Request>
{
    public sealed class Request : TimedRequest, IParticipantFilters
    {
        /// <inheritdoc cref="ParticipantListRequest.Q"/>
        public string? Q { get; init; }

        /// <inheritdoc cref="ParticipantListRequest.Region"/>
        public Region? Region { get; init; }

        /// <inheritdoc cref="ParticipantListRequest.Group"/>
        public RegionalGroup? Group { get; init; }

        /// <inheritdoc cref="ParticipantListRequest.Kind"/>
        public ParticipantKind? Kind { get; init; }

        /// <inheritdoc cref="IParticipantFilters.MemberOf"/>
        public string? MemberOf { get; init; }
    }

    /// <inheritdoc/>
    protected override string Address => "/states";

    /// <inheritdoc/>
    protected override IResult Answer(Request req, PageContext page)
    {
        var context = page.Answer;
        if (ParticipantFilters.WrongOrganization(req.MemberOf, context) is { } wrong)
            return wrong;
        var bound = context
            .View.Treaties.SelectMany(t => context.StatusOf(t).Participations)
            .Where(p => p.ConsentInEffect(context.AsOf) is not null)
            .CountBy(p => p.Participant.Code)
            .ToDictionary();
        return Page<StatesView>(
            page,
            (nameof(StatesView.Request), req),
            (
                nameof(StatesView.States),
                context
                    .Register.Facts.Participants.Where(p => req.Matches(p, context))
                    .OrderBy(p => SearchText.Fold(p.NameIn(page.Language)), StringComparer.Ordinal)
                    .Select(p => (p, bound.GetValueOrDefault(p.Code)))
                    .ToList()
            )
        );
    }
}
