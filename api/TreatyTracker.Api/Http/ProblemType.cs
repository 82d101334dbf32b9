using System.Collections.Frozen;
using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http;

/// <summary>
/// A type of problem, with the page that explains it. Its texts are in the six official languages of the United Nations, in
/// <c>problem-types.csv</c>.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Slug">Last segment of its address under <c>/problems/</c>.</param>
public sealed record ProblemType(int Status, string Slug)
{
    static readonly FrozenDictionary<(string Slug, string Part, string Language), string> s_texts = EmbeddedTable.Texts(
        "problem-types.csv",
        (row, language) => (row["type"]!, row["part"]!, language)
    );

    /// <summary>400.</summary>
    public static ProblemType InvalidRequest { get; } = new(400, "invalid-request");

    /// <summary>401.</summary>
    public static ProblemType Unauthorized { get; } = new(401, "unauthorized");

    /// <summary>403.</summary>
    public static ProblemType Forbidden { get; } = new(403, "forbidden");

    /// <summary>404.</summary>
    public static ProblemType NotFound { get; } = new(404, "not-found");

    /// <summary>405.</summary>
    public static ProblemType MethodNotAllowed { get; } = new(405, "method-not-allowed");

    /// <summary>406.</summary>
    public static ProblemType NotAcceptable { get; } = new(406, "not-acceptable");

    /// <summary>409, of the gate.</summary>
    public static ProblemType InconsistentRecord { get; } = new(409, "inconsistent-record");

    /// <summary>412.</summary>
    public static ProblemType PreconditionFailed { get; } = new(412, "precondition-failed");

    /// <summary>413.</summary>
    public static ProblemType ContentTooLarge { get; } = new(413, "content-too-large");

    /// <summary>415.</summary>
    public static ProblemType UnsupportedMediaType { get; } = new(415, "unsupported-media-type");

    /// <summary>416.</summary>
    public static ProblemType RangeNotSatisfiable { get; } = new(416, "range-not-satisfiable");

    /// <summary>422.</summary>
    public static ProblemType Contradiction { get; } = new(422, "contradiction");

    /// <summary>429.</summary>
    public static ProblemType TooManyRequests { get; } = new(429, "too-many-requests");

    /// <summary>500.</summary>
    public static ProblemType InternalError { get; } = new(500, "internal-error");

    /// <summary>503.</summary>
    public static ProblemType Unavailable { get; } = new(503, "unavailable");

    /// <summary>All types, by status.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        InvalidRequest,
        Unauthorized,
        Forbidden,
        NotFound,
        MethodNotAllowed,
        NotAcceptable,
        InconsistentRecord,
        PreconditionFailed,
        ContentTooLarge,
        UnsupportedMediaType,
        RangeNotSatisfiable,
        Contradiction,
        TooManyRequests,
        InternalError,
        Unavailable,
    ];

    /// <summary>The type of a bare status: its own, or the most general of its class.</summary>
    public static ProblemType OfStatus(int status) =>
        All.FirstOrDefault(t => t.Status == status) ?? (status >= 500 ? InternalError : InvalidRequest);

    /// <summary>The type in a few words, in English.</summary>
    public string Title => TitleIn(Languages.English);

    /// <summary>What it means, in English.</summary>
    public string Meaning => MeaningIn(Languages.English);

    /// <summary>What to do, in English.</summary>
    public string Remedy => RemedyIn(Languages.English);

    /// <summary>The type in a few words, in a language.</summary>
    public string TitleIn(string language) => s_texts[(Slug, "title", language)];

    /// <summary>What it means, in a language.</summary>
    public string MeaningIn(string language) => s_texts[(Slug, "meaning", language)];

    /// <summary>What to do, in a language.</summary>
    public string RemedyIn(string language) => s_texts[(Slug, "remedy", language)];
}
