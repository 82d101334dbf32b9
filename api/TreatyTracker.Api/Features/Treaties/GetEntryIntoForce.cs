using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

/// <summary>A treaty's entry into force, and what is still wanting for it on a day.</summary>
/// <param name="Treaty">The treaty.</param>
/// <param name="AsOf">The day from which one looks ahead: only instruments deposited by then are counted in the outlook.</param>
/// <param name="KnownAt">The instant as of whose knowledge it was computed.</param>
/// <param name="LooksAhead">Present and true when the day is still to come.</param>
/// <param name="InForce">Whether the treaty is in force on the day.</param>
/// <param name="EntryIntoForce">Entry into force as published and as computed from all that is known.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Outlook">What is wanting on the day, and when the treaty would enter into force if it were deposited.</param>
/// <param name="Record">How far the record goes.</param>
public sealed record EntryIntoForceAnswer(TreatyReference Treaty, DateOnly AsOf, DateTimeOffset KnownAt, bool? LooksAhead, bool InForce, TreatyEntryIntoForce EntryIntoForce,
    EntryIntoForceClause Clause, EntryIntoForceOutlook Outlook, RecordState Record);

/// <summary>When a treaty entered, or would enter, into force.</summary>
public sealed class GetEntryIntoForce : Endpoint<GetEntryIntoForce.Request, EntryIntoForceAnswer>
{
    /// <summary>Which treaty, and the deposit supposed.</summary>
    public sealed class Request : TimedRequest
    {
        /// <summary>Id or MTDSG number, in any letter case.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>The day on which the wanting instruments are supposed to be deposited, on or after <c>asOf</c>; <c>asOf</c> itself if not given.</summary>
        public DateOnly? DepositedOn { get; init; }
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/entry-into-force");
        this.Describe(Topics.Treaties, "When did, or would, a treaty enter into force?",
            "In force: the instrument that reached the threshold, the published day and the computed one. Not in force on the day: how many instruments are wanting, and the day of entry into force if they were deposited on depositedOn.",
            "/v1/treaties/untoc/entry-into-force?asOf=2003-06-30&depositedOn=2003-07-01");
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        if (clocks.Find(req.Treaty, out var treaty) is { } missing) return Send.ResultAsync(missing);
        if (req.DepositedOn < clocks.AsOf) return Send.ResultAsync(Problem.BadParameter("depositedOn", $"{Instant.Text(req.DepositedOn!.Value)} lies before asOf, which is {Instant.Text(clocks.AsOf)}. Suppose a deposit on that day or later."));
        HttpContext.Canonical($"/v1/treaties/{treaty.Id}/entry-into-force");
        var status = clocks.StatusOf(treaty);
        return Send.OkAsync(new(TreatyReference.Of(treaty, clocks), clocks.AsOf, clocks.KnownAt, clocks.LooksAhead, status.IsInForce(clocks.AsOf), TreatyEntryIntoForce.Of(status),
            treaty.FinalClauses.EntryIntoForce, EntryIntoForceOutlook.Of(status, clocks.AsOf, req.DepositedOn ?? clocks.AsOf), RecordState.Of(treaty, clocks)), ct);
    }
}
