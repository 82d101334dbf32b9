using System.ComponentModel.DataAnnotations;
using FastEndpoints;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

public sealed class CheckClaim : Endpoint<CheckClaim.Request, ClaimsAnswer>
{
    /// <summary>More participants than there are, or will be soon.</summary>
    const int MostParticipants = 1000;

    public sealed class Request : TimedRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <summary>The claimed number of parties.</summary>
        [Range(0, MostParticipants)]
        public int? Parties { get; init; }

        /// <summary>The claimed number of parties in force.</summary>
        [Range(0, MostParticipants)]
        public int? PartiesInForce { get; init; }

        /// <summary>The claimed number of parties for which the treaty is not in force.</summary>
        [Range(0, MostParticipants)]
        public int? ContractingNotInForce { get; init; }

        /// <summary>The claimed number of signatories.</summary>
        [Range(0, MostParticipants)]
        public int? Signatories { get; init; }

        /// <summary>The claimed number of participants that ever signed.</summary>
        [Range(0, MostParticipants)]
        public int? EverSigned { get; init; }

        /// <summary>The claimed number of signatories that are not bound.</summary>
        [Range(0, MostParticipants)]
        public int? SignatoriesNotBound { get; init; }

        /// <summary>The claimed number of participants that apply the treaty provisionally.</summary>
        [Range(0, MostParticipants)]
        public int? ProvisionallyApplying { get; init; }

        /// <summary>The claimed number of former parties.</summary>
        [Range(0, MostParticipants)]
        public int? FormerParties { get; init; }

        /// <summary>The claimed number of instruments that count towards entry into force.</summary>
        [Range(0, MostParticipants)]
        public int? CountedForEntryIntoForce { get; init; }

        internal int? Claimed(NamedCount count) =>
            count switch
            {
                NamedCount.Parties => Parties,
                NamedCount.PartiesInForce => PartiesInForce,
                NamedCount.ContractingNotInForce => ContractingNotInForce,
                NamedCount.Signatories => Signatories,
                NamedCount.EverSigned => EverSigned,
                NamedCount.SignatoriesNotBound => SignatoriesNotBound,
                NamedCount.ProvisionallyApplying => ProvisionallyApplying,
                NamedCount.FormerParties => FormerParties,
                _ => CountedForEntryIntoForce,
            };
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/counts/claim");
        this.Describe(
            ApiTags.Counts,
            "Is a published figure right, and if not, what did it count?",
            "Compares claimed figures with the register: whether each agrees on the requested day, the day nearest to it on which the "
                + "claim was true, and what else gives the claimed figure on the requested day, such as United Nations Members only. "
                + "Without a claim, the answer lists the figures that are right.",
            "/v1/treaties/untoc/counts/claim?parties=186&asOf=2017-06-30"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/counts/claim");
        var counts = Enum.GetValues<NamedCount>();
        var claimed = counts.Where(c => req.Claimed(c) is not null).ToList();
        var figures = context.StatusOf(treaty).Timeline.On(context.AsOf);
        IReadOnlyList<ClaimedCount> claims =
            claimed.Count > 0
                ? [.. claimed.Select(c => ClaimedCount.Of(c, req.Claimed(c)!.Value, treaty, context))]
                : [.. counts.Select(c => ClaimedCount.Of(c, figures.Figure(c), treaty, context))];
        return Send.OkAsync(
            new ClaimsAnswer
            {
                Treaty = TreatyReference.Of(treaty, context),
                AsOf = context.AsOf,
                KnownAt = context.KnownAt,
                LooksAhead = context.LooksAhead,
                Agrees = claims.All(c => c.Agrees),
                Claims = claims,
                Record = RecordCoverage.Of(treaty, context),
                Permalink = claimed.Aggregate(
                    context.PermalinkTo($"/v1/treaties/{treaty.Id}/counts/claim"),
                    (link, c) => $"{link}&{c.WireName()}={req.Claimed(c)}"
                ),
            },
            ct
        );
    }
}
