using TreatyTracker.Api.Features;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Pages;

/// <summary>A State under a treaty: its standing, and why.</summary>
public sealed class ParticipationPage : PageEndpoint<ParticipationPage.Request>
{
    public sealed class Request : TimedRequest
    {
        /// <inheritdoc cref="Features.Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <inheritdoc cref="Features.States.GetState.Request.State"/>
        public string State { get; init; } = "";
    }

    /// <inheritdoc/>
    protected override string Address => "/treaties/{treaty}/states/{state}";

    /// <inheritdoc/>
    protected override IResult Answer(Request req, PageContext page)
    {
        if (page.Answer.Find(req.Treaty, out var treaty) is { } missing)
            return treaty is null ? NotFound(page, req.Treaty) : missing;
        if (page.Answer.Register.FindParticipant(req.State) is not { } state)
            return NotFound(page, req.State);
        CanonicalPath.Declare(HttpContext, $"/treaties/{treaty.Id}/states/{state.Code}");
        return Page<ParticipationView>(
            page,
            (nameof(ParticipationView.Treaty), treaty),
            (nameof(ParticipationView.Participation), page.Answer.ParticipationOf(treaty, state.Code))
        );
    }
}
