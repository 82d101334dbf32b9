namespace TreatyTracker.Api.Http;

/// <summary>A sort of problem, with the page that explains it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Slug">Last segment of its address under <c>/problems/</c>.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="WayOut">What to do.</param>
public sealed record ProblemType(int Status, string Slug, string Title, string Meaning, string WayOut)
{
    /// <summary>400.</summary>
    public static ProblemType InvalidRequest { get; } = new(400, "invalid-request", "The request is not valid",
        "A parameter is unknown, given twice, or has a value that it cannot take. The member \"errors\" names each one with what would be right.",
        "Read \"errors\": it names each parameter with the values that it takes.");

    /// <summary>401.</summary>
    public static ProblemType Unauthorized { get; } = new(401, "unauthorized", "A key is needed",
        "Reading is free; what you asked for needs an API key.", "Send a valid key.");

    /// <summary>403.</summary>
    public static ProblemType Forbidden { get; } = new(403, "forbidden", "Not permitted",
        "The key does not permit this.", "Use a key that permits it.");

    /// <summary>404.</summary>
    public static ProblemType NotFound { get; } = new(404, "not-found", "Not found",
        "Nothing is served at this address: the path is wrong, or the treaty, State, event or source that it names is not in the register. The detail names the closest ones that are.",
        "Look at /swagger for the addresses served, at /v1/treaties for the treaties and at /v1/states for the States.");

    /// <summary>405.</summary>
    public static ProblemType MethodNotAllowed { get; } = new(405, "method-not-allowed", "Method not allowed",
        "The address exists and does not take this method. The header Allow names those it takes.", "Use a method that the header Allow names; reading is GET.");

    /// <summary>406.</summary>
    public static ProblemType NotAcceptable { get; } = new(406, "not-acceptable", "No acceptable representation",
        "The header Accept names no representation that this answer has.", "Send Accept: application/json, or leave the header out.");

    /// <summary>409.</summary>
    public static ProblemType Conflict { get; } = new(409, "conflict", "Conflict with the record",
        "The record as it stands contradicts the request.", "Read the detail, look at the record, and ask again.");

    /// <summary>409, of the gate.</summary>
    public static ProblemType InconsistentRecord { get; } = new(409, "inconsistent-record", "The record does not pass the consistency check",
        "The check found something in the record that is as bad as failOn and that no waiver covers.", "Look at /v1/consistency for the findings, and at /v1/consistency/rules for what each rule says.");

    /// <summary>412.</summary>
    public static ProblemType PreconditionFailed { get; } = new(412, "precondition-failed", "Precondition failed",
        "A condition in the request's headers does not hold.", "Read the resource again and repeat the request with its new ETag.");

    /// <summary>413.</summary>
    public static ProblemType ContentTooLarge { get; } = new(413, "content-too-large", "Content too large",
        "The request's body is larger than the service takes.", "Send less at once.");

    /// <summary>414.</summary>
    public static ProblemType UriTooLong { get; } = new(414, "uri-too-long", "Address too long",
        "The request's address is longer than the service reads.", "Ask for less at once.");

    /// <summary>415.</summary>
    public static ProblemType UnsupportedMediaType { get; } = new(415, "unsupported-media-type", "Unsupported media type",
        "The request's body is of a type that the service does not read.", "Send application/json.");

    /// <summary>416.</summary>
    public static ProblemType RangeNotSatisfiable { get; } = new(416, "range-not-satisfiable", "Range not satisfiable",
        "The header Range asks for a part that the file does not have: it begins behind the file's end.", "The header Content-Range tells how long the file is. Ask for a part of it, or leave Range out.");

    /// <summary>422.</summary>
    public static ProblemType Unprocessable { get; } = new(422, "unprocessable", "The request cannot be carried out",
        "The request can be read, and what it says cannot be.", "Read the detail.");

    /// <summary>429.</summary>
    public static ProblemType TooManyRequests { get; } = new(429, "too-many-requests", "Too many requests",
        "More requests came from you than the service serves at once.", "Wait as long as the header Retry-After says.");

    /// <summary>500.</summary>
    public static ProblemType InternalError { get; } = new(500, "internal-error", "Internal error",
        "The service failed; the fault is its own.", "Try again; if it stays, report it with the traceId.");

    /// <summary>503.</summary>
    public static ProblemType Unavailable { get; } = new(503, "unavailable", "Not ready",
        "The service cannot answer now.", "Try again in a moment.");

    /// <summary>All of them, by status.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        InvalidRequest, Unauthorized, Forbidden, NotFound, MethodNotAllowed, NotAcceptable, Conflict, InconsistentRecord, PreconditionFailed, ContentTooLarge, UriTooLong,
        UnsupportedMediaType, RangeNotSatisfiable, Unprocessable, TooManyRequests, InternalError, Unavailable,
    ];

    /// <summary>The type of a bare status: its own, or the most general of its class.</summary>
    public static ProblemType OfStatus(int status) => All.FirstOrDefault(t => t.Status == status) ?? (status >= 500 ? InternalError : InvalidRequest);
}
