using System.Globalization;
using System.Text;
using FastEndpoints;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>The named counts of one treaty on a day.</summary>
public sealed class GetTreatyCounts : Endpoint<GetTreatyCounts.Request, CountsAnswer>
{
    /// <summary>Which treaty, and when.</summary>
    public sealed class Request : TimedRequest
    {
        /// <summary>Id (<c>untoc</c>) or MTDSG number (<c>XVIII-12</c>), in any letter case.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>Which count the text is; <c>parties</c> if not given. Only as text: JSON has them all.</summary>
        public string? Count { get; init; }

        /// <summary>The representation; wins over the header Accept.</summary>
        public CountsFormat? Format { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class RequestValidator : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public RequestValidator() => RuleFor(r => r.Count).OneOf(CountNames.Vocabulary);
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/counts");
        this.Describe(
            ApiTags.Counts,
            "How many parties did a treaty have on a day?",
            "The named counts, computed from the events: parties (the depositary's headline figure), parties in force, signatories and the rest, with a breakdown that adds up and the state of the record. As text, one bare number.",
            "/v1/treaties/untoc/counts?asOf=2017-06-30"
        );
        Description(b =>
            b.WithMetadata(
                new ProducesMediaTypes(new("json", "application/json"), new Representation("text", "text/plain")),
                new VariesByHost(),
                new AlternateMediaType("text/plain", "One count, parties unless count names another: the bare number and a line feed.")
            )
        );
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var format = AnswerFormat.Of<CountsFormat>(HttpContext);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        if (format is CountsFormat.Json && req.Count is not null)
            return Send.ResultAsync(
                Problem.BadParameter(
                    "count",
                    "JSON has every count under its name, so that this would choose nothing. Leave it out, or ask for one count as text: format=text, or Accept: text/plain."
                )
            );
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/counts");
        if (format is CountsFormat.Json)
            return Send.ResultAsync(CountsAnswer.ForEachDay(treaty, context, HttpContext));
        var figure = context
            .StatusOf(treaty)
            .Timeline.On(context.AsOf)
            .Figure(CountNames.Of(req.Count ?? CountNames.NameOf(NamedCount.Parties)));
        return Send.ResultAsync(TypedResults.Text(figure.ToString(CultureInfo.InvariantCulture) + "\n", "text/plain", Encoding.UTF8));
    }
}
