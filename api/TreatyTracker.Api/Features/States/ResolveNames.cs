using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FastEndpoints;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;

namespace TreatyTracker.Api.Features.States;

public sealed class ResolveNames : Endpoint<ResolveNames.Request, Page<ResolvedName>>
{
    /// <summary>The most names of one request.</summary>
    const int MostNames = 100;

    public sealed class Request : ListRequest
    {
        /// <summary>
        /// A name, an abbreviation or a code, as a table prints it. Repeat the parameter for each of at most 100 names.
        /// </summary>
        [Required(ErrorMessage = "The parameter is required. Use a name or code, such as Zaire.")]
        [MaxLength(MostNames, ErrorMessage = "The parameter is repeated more than 100 times. Send longer lists with POST.")]
        [FreeText]
        public string[]? Name { get; init; }

        /// <inheritdoc cref="NameQuestion.AsOf"/>
        public DateOnly? AsOf { get; init; }

        /// <summary>The language of the participants' names. Takes precedence over <c>Accept-Language</c>. Default: English.</summary>
        public Language? Lang { get; init; }
    }

    public override void Configure()
    {
        Get("/v1/states/resolve");
        this.Describe(
            ApiTags.States,
            "Which State or organization does a name stand for?",
            "Returns one row for each name, in the order given: the participant, or the reason why there is none and the participants that "
                + "may be meant. Names are compared as a whole, never by parts, without regard to letter case, accents, punctuation, the "
                + "order of words, footnote marks and usual abbreviations: current, former and other names in six languages, and codes of "
                + "ISO 3166, M49 and the IOC.",
            "/v1/states/resolve?name=Zaire&name=Korea%2C%20Republic%20of&asOf=1975-06-30"
        );
    }

    public override Task HandleAsync(Request req, CancellationToken ct)
    {
        var rows = ResolvedName.Of(HttpContext, req.Name!.Select(n => (n, req.AsOf)), req.Lang);
        return Send.ResultAsync(
            ListResults.List(HttpContext, req, rows, r => r.Position.ToString("D5", CultureInfo.InvariantCulture), ResolvedName.Columns)
        );
    }
}
