using System.Text;
using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Charts;

public sealed class GetBadge : Endpoint<GetBadge.Request>
{
    const string MediaType = "image/svg+xml";

    public sealed class Request : TimedRequest
    {
        /// <inheritdoc cref="Treaties.TreatyRequest.Treaty"/>
        public string Treaty { get; init; } = "";

        /// <summary>The count to show. Default: <c>parties</c>.</summary>
        public NamedCount? Count { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/badge.svg");
        this.Describe(
            ApiTags.Counts,
            "A count as a badge for a web page or a README",
            "Returns an SVG image with the treaty's short title (or its id), the figure and the day. Screen readers get the same text with "
                + "the full title. The description also says what is not certain. An asterisk marks a figure for a day beyond the record, "
                + "or near events whose day is not known exactly.",
            "/v1/treaties/untoc/badge.svg?asOf=2017-06-30"
        );
        ProducesMediaTypes.Only(this, MediaType);
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var context = AnswerContext.Of(HttpContext, req);
        if (context.Find(req.Treaty, out var treaty) is { } missing)
            return Send.ResultAsync(missing);
        CanonicalPath.Declare(HttpContext, $"/v1/treaties/{treaty.Id}/badge.svg");

        var count = req.Count ?? NamedCount.Parties;
        var record = RecordCoverage.Of(treaty, context);
        var figure = Labels.Phrase(
            "figure-on-day",
            context.Language,
            ("figure", count.ToText(context.StatusOf(treaty).Timeline.On(context.AsOf).Figure(count), context.Language)),
            ("day", Citation.DayOf(record, context))
        );
        var (label, language) = Label(treaty, context.Language);
        var (title, _) = context.Register.TellingTitle(treaty, context.Language);
        // A figure is never shown without its coverage: the mark says that the description has more.
        var isMarked = record.AsOfIsBeyond || record.UndatedEvents > 0;
        return Send.ResultAsync(
            TypedResults.Text(
                Badge.Draw(
                    Labels.Phrase("figure", context.Language, ("label", title), ("figure", figure)) + Citation.Doubt(record, context),
                    label,
                    language,
                    isMarked ? $"{figure} *" : figure,
                    context.Language
                ),
                MediaType,
                Encoding.UTF8
            )
        );
    }

    static (string Label, string Language) Label(Treaty treaty, string language) =>
        treaty.ShortTitles.TryGetValue(language, out var title)
            ? (title, language)
            : (treaty.ShortTitles.GetValueOrDefault(Languages.English) ?? treaty.Id, Languages.English);
}
