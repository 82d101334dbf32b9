using System.Text;
using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Figures;

/// <summary>A treaty's count as a picture.</summary>
public sealed class GetBadge : Endpoint<GetBadge.Request>
{
    const string MediaType = "image/svg+xml";

    /// <summary>Which treaty, which count, and when.</summary>
    public sealed class Request : TimedRequest
    {
        /// <summary>Id (<c>untoc</c>) or MTDSG number (<c>XVIII-12</c>), in any letter case.</summary>
        public string Treaty { get; init; } = "";

        /// <summary>Which count; <c>parties</c> if not given.</summary>
        public string? Count { get; init; }
    }

    /// <summary>The rules of the request.</summary>
    public sealed class Rules : Validator<Request>
    {
        /// <summary>Lays them down.</summary>
        public Rules() => RuleFor(r => r.Count).OneOf(CountNames.Vocabulary);
    }

    /// <inheritdoc/>
    public override void Configure()
    {
        Get("/v1/treaties/{treaty}/badge.svg");
        this.Describe(Topics.Counts, "The count as a badge for a web page or a README",
            "An SVG picture: the treaty's short title (its id where it has none), the figure and the day. It says the same, with the full title, to a screen reader.",
            "/v1/treaties/untoc/badge.svg?asOf=2017-06-30");
        this.ServeOnly(MediaType);
    }

    /// <inheritdoc/>
    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var clocks = HttpContext.Clocks(req);
        if (clocks.Find(req.Treaty, out var treaty) is { } missing) return Send.ResultAsync(missing);
        HttpContext.Canonical($"/v1/treaties/{treaty.Id}/badge.svg");

        var count = CountNames.Of(req.Count ?? CountNames.NameOf(NamedCount.Parties));
        var figure = Labels.Phrase("figure-on-day", clocks.Language, ("figure", count.Told(clocks.StatusOf(treaty).Timeline.On(clocks.AsOf).Figure(count), clocks.Language)),
            ("day", Telling.Day(clocks.AsOf, clocks.Language)));
        var (label, language) = Label(treaty, clocks.Language);
        var (title, _) = treaty.TitleIn(clocks.Language);
        return Send.ResultAsync(TypedResults.Text(Badge.Draw(Labels.Phrase("figure", clocks.Language, ("label", title), ("figure", figure)), label, language, figure, clocks.Language), MediaType, Encoding.UTF8));
    }

    static (string Label, string Language) Label(Treaty treaty, string language) =>
        treaty.ShortTitles.TryGetValue(language, out var title) ? (title, language) : (treaty.ShortTitles.GetValueOrDefault(Languages.English) ?? treaty.Id, Languages.English);
}
