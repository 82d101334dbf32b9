using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Api.OpenApi;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Treaties;

public sealed class GetTreaty : Endpoint<GetTreaty.Request, TrackedTreaty>
{
    public sealed class Request : TimedRequest
    {
        /// <inheritdoc cref="TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <summary>The representation. Overrides the Accept header.</summary>
        public TreatyFormat? Format { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}");
        this.Describe(
            ApiTags.Treaties,
            "Get a treaty",
            "Returns titles, dates, depositary, final clauses, published and computed entry into force, counts on the requested day, "
                + "parent and protocols. As BibTeX or CSL-JSON, returns its citation with the number of parties and the permalink.",
            "/v1/treaties/untoc-trafficking?asOf=2017-06-30"
        );
        Description(b =>
            b.WithMetadata(
                new ProducesMediaTypes(
                    new("json", "application/json"),
                    new("bibtex", CitationItem.BibtexType) { NamesHost = true },
                    new Representation("csl", CitationItem.CslType) { NamesHost = true }
                ),
                new AlternateMediaType(CitationItem.BibtexType, "A citation of the treaty as a BibTeX entry."),
                new AlternateMediaType(CitationItem.CslType, "A citation of the treaty as CSL-JSON.", IsList: true)
            )
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        var format = AnswerFormat.Of<TreatyFormat>(HttpContext);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}");
        if (format is TreatyFormat.Json)
            return Send.OkAsync(TrackedTreaty.Of(treaty, context), ct);
        var citation = CitationOf(treaty, context);
        TableFile.SaveAs(HttpContext, citation.Id, format is TreatyFormat.Bibtex ? "bib" : "json");
        return Send.ResultAsync(format is TreatyFormat.Bibtex ? citation.Bibtex() : citation.Csl());
    }

    CitationItem CitationOf(Treaty treaty, AnswerContext context)
    {
        var record = RecordCoverage.Of(treaty, context);
        var parties = context.StatusOf(treaty).Timeline.On(context.AsOf).Parties;
        return new(
            treaty.Id,
            "treaty",
            treaty.TitleIn(context.Language).Title,
            treaty.Adopted.On,
            $"{NamedCount.Parties.ToText(parties, context.Language)}, {Citation.DayOf(record, context)}. "
                + CitationItem.NoteOf(record, context),
            HttpContext.AbsoluteText(context.PermalinkTo($"/v1/treaties/{treaty.Id}")),
            context.View.Version
        );
    }
}
