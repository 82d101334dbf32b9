namespace TreatyTracker.Api.Http;

/// <summary>A sort of problem, with the page that explains it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Slug">Last segment of its address under <c>/problems/</c>.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ProblemType(int Status, string Slug, string Title, string Meaning, string Remedy)
{
    /// <summary>400.</summary>
    public static ProblemType InvalidRequest { get; } =
        new(
            400,
            "invalid-request",
            "The request is not valid",
            "A parameter is unknown, given twice, or has a value that it cannot take. "
                + "The member \"errors\" names each one with what would be right.",
            "Read \"errors\": it names each parameter with the values that it takes."
        );

    /// <summary>404.</summary>
    public static ProblemType NotFound { get; } =
        new(
            404,
            "not-found",
            "Not found",
            "Nothing is served at this address: the path is wrong, or the treaty, State, event or source that it names is not in "
                + "the register, or was not yet in it at knownAt. The detail says which, and names the closest ones that are.",
            "Look at /swagger for the addresses served, at /v1/treaties for the treaties and at /v1/states for the States."
        );

    /// <summary>405.</summary>
    public static ProblemType MethodNotAllowed { get; } =
        new(
            405,
            "method-not-allowed",
            "Method not allowed",
            "The address exists and does not take this method. The header Allow names those it takes.",
            "Read with GET. The header Allow names every method that the address takes."
        );

    /// <summary>406.</summary>
    public static ProblemType NotAcceptable { get; } =
        new(
            406,
            "not-acceptable",
            "No acceptable representation",
            "The header Accept names no representation that this answer has.",
            "Name in Accept one of the media types that the detail lists, or leave the header out."
        );

    /// <summary>409, of the gate.</summary>
    public static ProblemType InconsistentRecord { get; } =
        new(
            409,
            "inconsistent-record",
            "The record does not pass the consistency check",
            "The check found something in the record that is as bad as failOn and that no waiver covers.",
            "Look at /v1/consistency for the findings, and at /v1/consistency/rules for what each rule says."
        );

    /// <summary>412.</summary>
    public static ProblemType PreconditionFailed { get; } =
        new(
            412,
            "precondition-failed",
            "Precondition failed",
            "A condition in the request's headers, If-Match or If-Unmodified-Since, does not hold: what you hold is not what is "
                + "served now.",
            "Ask without the condition, and go on with the ETag of that answer."
        );

    /// <summary>416.</summary>
    public static ProblemType RangeNotSatisfiable { get; } =
        new(
            416,
            "range-not-satisfiable",
            "Range not satisfiable",
            "The header Range asks for a part that the file does not have: it begins behind the file's end.",
            "The header Content-Range tells how long the file is. Ask for a part of it, or leave Range out."
        );

    /// <summary>429.</summary>
    public static ProblemType TooManyRequests { get; } =
        new(
            429,
            "too-many-requests",
            "Too many requests",
            "More requests came from your address in a minute than one address may send.",
            "Wait as many seconds as the header Retry-After says, then ask again. "
                + "To have everything at once, take /v1/export/treatytracker.sqlite or /v1/export/treatytracker.zip."
        );

    /// <summary>500.</summary>
    public static ProblemType InternalError { get; } =
        new(
            500,
            "internal-error",
            "Internal error",
            "The service failed; the fault is its own, and not in the request.",
            "Try again. If it stays, tell whoever runs the service the traceId: it names the request in the service's logs."
        );

    /// <summary>503.</summary>
    public static ProblemType Unavailable { get; } =
        new(
            503,
            "unavailable",
            "Not ready",
            "The service cannot answer now: its register is not loaded, or the answer took longer than it may. The detail says which.",
            "Try again in a moment. If it stays, /health/ready says what is missing."
        );

    /// <summary>All of them, by status.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        InvalidRequest,
        NotFound,
        MethodNotAllowed,
        NotAcceptable,
        InconsistentRecord,
        PreconditionFailed,
        RangeNotSatisfiable,
        TooManyRequests,
        InternalError,
        Unavailable,
    ];

    /// <summary>The type of a bare status: its own, or the most general of its class.</summary>
    public static ProblemType OfStatus(int status) =>
        All.FirstOrDefault(t => t.Status == status) ?? (status >= 500 ? InternalError : InvalidRequest);
}
