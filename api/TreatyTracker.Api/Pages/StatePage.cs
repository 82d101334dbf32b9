using TreatyTracker.Api.Features.States;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Pages;

/// <summary>A State on a day: what it is bound by, signed only, left and never joined.</summary>
public sealed class StatePage : PageEndpoint<StatePage.Request>
{
    public sealed class Request : TimedRequest
    {
        /// <inheritdoc cref="GetState.Request.State"/>
        public string State { get; init; } = "";

        /// <summary>The treaties to show.</summary>
        public StateTreaties? Show { get; init; }

        /// <summary>The column by which the table is sorted.</summary>
        public StatusSort? Sort { get; init; }

        /// <summary>Whether it is sorted from the last to the first.</summary>
        public bool? Descending { get; init; }
    }

    /// <inheritdoc/>
    protected override string Address => "/states/{state}";

    /// <inheritdoc/>
    protected override IResult Answer(Request req, PageContext page)
    {
        if (page.Answer.Register.FindParticipant(req.State) is not { } state)
            return NotFound(page, req.State);
        CanonicalPath.Declare(HttpContext, $"/states/{state.Code}");
        return Page<StateView>(page, (nameof(StateView.Content), StateContent.Of(state, req, page)));
    }
}
