using System.Globalization;
using System.Text;
using FastEndpoints;
using TreatyTracker.Api.Http;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

public sealed class GetTreatyCounts : Endpoint<GetTreatyCounts.Request, CountsAnswer>
{
    public sealed class Request : TimedRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <summary>
        /// The count to return as text or to cite. Default: <c>parties</c>. Only for <c>format=text</c>, <c>bibtex</c> and <c>csl</c>; JSON
        /// contains all counts.
        /// </summary>
        public NamedCount? Count { get; init; }

        /// <summary>The representation. Overrides the Accept header.</summary>
        public CountsFormat? Format { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/counts");
        this.Describe(
            ApiTags.Counts,
            "How many parties did a treaty have on a day?",
            "Returns the named counts, computed from the events: parties (the depositary's headline figure), parties in force, signatories "
                + "and others, with breakdowns that add up and the coverage of the record. As text, returns one number; as "
                + "BibTeX or CSL-JSON, its citation.",
            "/v1/treaties/untoc/counts?asOf=2017-06-30"
        );
        Description(b =>
            b.WithMetadata(
                new ProducesMediaTypes(
                    new("json", "application/json"),
                    new("text", "text/plain"),
                    new("bibtex", CitationItem.BibtexType),
                    new Representation("csl", CitationItem.CslType)
                ),
                new VariesByHost(),
                new CoverageInHeaders(),
                new AlternateMediaType("text/plain", "One count (default: parties) as a number followed by a line feed."),
                new AlternateMediaType(CitationItem.BibtexType, "A citation of one count (default: parties) as a BibTeX entry."),
                new AlternateMediaType(CitationItem.CslType, "A citation of one count (default: parties) as CSL-JSON.", IsList: true)
            )
        );
    }

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
                    "JSON contains all counts, so count has no effect. Omit it, or request one count as text with format=text "
                        + "or Accept: text/plain."
                )
            );
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/counts");
        if (format is CountsFormat.Json)
            return Send.ResultAsync(CountsAnswer.ForEachDay(treaty, context, HttpContext));
        var record = RecordCoverage.Of(treaty, context);
        record.SetHeaders(HttpContext);
        var count = req.Count ?? NamedCount.Parties;
        var figure = context.StatusOf(treaty).Timeline.On(context.AsOf).Figure(count);
        if (format is not CountsFormat.Text)
        {
            var citation = Citation.ItemOf(treaty, count, figure, record, context, HttpContext);
            TableFile.SaveAs(HttpContext, citation.Id, format is CountsFormat.Bibtex ? "bib" : "json");
            return Send.ResultAsync(format is CountsFormat.Bibtex ? citation.Bibtex() : citation.Csl());
        }
        return Send.ResultAsync(TypedResults.Text(figure.ToString(CultureInfo.InvariantCulture) + "\n", "text/plain", Encoding.UTF8));
    }
}
