using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Pages;

/// <summary>What changed between two days: by default, in the last calendar year.</summary>
public sealed class ChangesPage : PageEndpoint<ChangesPage.Request>
{
    /// <summary>The most changes that are shown: about 80 kB.</summary>
    const int Most = 500;

    public sealed class Request : KnownRequest
    {
        /// <summary>The first day of the period, inclusive. Default: 1 January of last year.</summary>
        public DateOnly? From { get; init; }

        /// <summary>
        /// The last day of the period, inclusive. Default: 31 December of last year, or today where <c>from</c> is given.
        /// </summary>
        public DateOnly? To { get; init; }

        /// <inheritdoc cref="ListChanges.Request.State"/>
        public string? State { get; init; }
    }

    /// <inheritdoc/>
    protected override string Address => "/changes";

    /// <inheritdoc/>
    protected override IResult Answer(Request req, PageContext page)
    {
        var context = page.Answer;
        var from = req.From ?? new DateOnly((req.To ?? context.Today.AddYears(-1)).Year, 1, 1);
        var to = req.To ?? (req.From is null ? new DateOnly(from.Year, 12, 31) : context.Today);
        if (from > to)
            return Problem.BadParameter("to", $"{Instant.Text(to)} is before from ({Instant.Text(from)}). Use the same or a later day.");
        ParticipantEntry? state = null;
        if (
            req.State is { } name
            && (state = context.Register.FindParticipant(name) ?? context.Register.Names.Resolve(name).Participant) is null
        )
            return NotFoundResults.BadState(context.Register, "state", name);
        var days = new DayRange(from, to.AddDays(1));
        var changes = context
            .View.Treaties.Select(t => ListChanges.ChangesOf(t, days, state, context))
            .Where(c => c.Lines().Any() || (c.EnteredIntoForceOn is not null && state is null))
            .OrderBy(c => SearchText.Fold(c.Treaty.Title), StringComparer.Ordinal)
            .ToList();
        var shown = new List<TreatyChanges>();
        var left = Most;
        foreach (var change in changes)
            if (change.Lines().Count() + 1 is var lines && lines <= left)
            {
                shown.Add(change);
                left -= lines;
            }
        return Page<ChangesView>(
            page,
            (nameof(ChangesView.From), from),
            (nameof(ChangesView.Until), to),
            (nameof(ChangesView.State), state),
            (nameof(ChangesView.All), changes),
            (nameof(ChangesView.Shown), shown)
        );
    }
}
