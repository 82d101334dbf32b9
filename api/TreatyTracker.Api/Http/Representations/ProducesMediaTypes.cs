using FastEndpoints;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Http.Representations;

/// <summary>
/// The representations of an endpoint's answers, the default one first. An endpoint without this metadata serves JSON alone.
/// </summary>
sealed record ProducesMediaTypes(params IReadOnlyList<Representation> Representations)
{
    /// <summary>JSON alone.</summary>
    public static ProducesMediaTypes JsonOnly { get; } = new(new Representation("json", "application/json"));

    /// <summary>The representations of lists.</summary>
    public static ProducesMediaTypes Lists { get; } =
        new(
            new Representation(Format.Json.WireName(), "application/json"),
            new Representation(Format.Csv.WireName(), "text/csv"),
            new Representation(Format.Ndjson.WireName(), "application/x-ndjson"),
            new Representation(Format.Ndjson.WireName(), "application/ndjson"),
            new Representation(Format.Ndjson.WireName(), "application/jsonl"),
            new Representation(Format.Excel.WireName(), "text/csv", ByAccept: false),
            new Representation(Format.Xlsx.WireName(), Workbook.MediaType) { NamesHost = true }
        );

    /// <summary>Declares that an endpoint serves one media type alone, which is not JSON.</summary>
    public static void Only(BaseEndpoint endpoint, string mediaType, params object[] metadata) =>
        endpoint.Definition.Description(
            b =>
                b.Produces<string>(200, mediaType)
                    .WithMetadata([new ProducesMediaTypes(new Representation(mediaType, mediaType)), .. metadata]),
            clearDefaults: true
        );
}
