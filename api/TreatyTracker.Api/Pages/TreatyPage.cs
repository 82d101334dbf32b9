using TreatyTracker.Api.Features;
using TreatyTracker.Api.Features.Parties;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>A treaty on a day: its figure, who is bound and why, who is missing, and how to use the figure.</summary>
public sealed class TreatyPage : PageEndpoint<TreatyPage.Request>
{
    public sealed class Request : TimedRequest, IParticipantFilters
    {
        /// <inheritdoc cref="Features.Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <inheritdoc cref="ListParties.Request.Standing"/>
        public StandingFilter? Standing { get; init; }

        /// <inheritdoc cref="ListParties.Request.Consent"/>
        public ConsentKind? Consent { get; init; }

        /// <inheritdoc cref="ParticipantListRequest.Region"/>
        public Region? Region { get; init; }

        /// <inheritdoc cref="ParticipantListRequest.Group"/>
        public RegionalGroup? Group { get; init; }

        /// <inheritdoc cref="ParticipantListRequest.Kind"/>
        public ParticipantKind? Kind { get; init; }

        /// <inheritdoc cref="IParticipantFilters.MemberOf"/>
        public string? MemberOf { get; init; }

        /// <inheritdoc cref="ParticipantListRequest.Q"/>
        public string? Q { get; init; }

        /// <summary>The column by which the status table is sorted.</summary>
        public StatusSort? Sort { get; init; }

        /// <summary>Whether it is sorted from the last to the first.</summary>
        public bool? Descending { get; init; }
    }

    /// <inheritdoc/>
    protected override string Address => "/treaties/{treaty}";

    /// <inheritdoc/>
    protected override IResult Answer(Request req, PageContext page)
    {
        if (page.Answer.Find(req.Treaty, out var treaty) is { } missing)
            // A treaty that was recorded later is a problem of knownAt, and not of the address.
            return treaty is null ? NotFound(page, req.Treaty) : missing;
        if (ParticipantFilters.WrongOrganization(req.MemberOf, page.Answer) is { } wrong)
            return wrong;
        CanonicalPath.Declare(HttpContext, $"/treaties/{treaty.Id}");
        return Page<TreatyView>(page, (nameof(TreatyView.Content), TreatyContent.Of(treaty, req, page, HttpContext)));
    }
}
