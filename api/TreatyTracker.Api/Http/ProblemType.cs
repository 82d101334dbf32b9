namespace TreatyTracker.Api.Http;

/// <summary>A type of problem, with the page that explains it.</summary>
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
            "A parameter is unknown, repeated, or has a value that is not allowed. "
                + "The member \"errors\" names each such parameter and what is allowed.",
            "Correct each parameter that \"errors\" names. Its message says what is allowed."
        );

    /// <summary>401.</summary>
    public static ProblemType Unauthorized { get; } =
        new(
            401,
            "unauthorized",
            "A key is needed",
            "Recording needs a key in the header Authorization. There was none, or it is unknown, revoked or expired, "
                + "or the register has no keys, so that recording is off.",
            "Send the header Authorization: Bearer KEY. The operator of the service makes a key with 'treatytracker keys add'. "
                + "Reading needs no key."
        );

    /// <summary>403.</summary>
    public static ProblemType Forbidden { get; } =
        new(
            403,
            "forbidden",
            "The key does not allow this",
            "The key is valid, but its scope does not include this operation: a key with the scope append records new events alone.",
            "Use a key with the scope record, or ask the operator of the service for one."
        );

    /// <summary>404.</summary>
    public static ProblemType NotFound { get; } =
        new(
            404,
            "not-found",
            "Not found",
            "Nothing is served at this address: the path is wrong, or the treaty, State, event or source in it is not in the register, "
                + "or was not in it yet at knownAt. The detail says which, and suggests the closest matches.",
            "Nothing is served at this address. /swagger lists all addresses, /v1/treaties all treaties, and /v1/states all States."
        );

    /// <summary>405.</summary>
    public static ProblemType MethodNotAllowed { get; } =
        new(
            405,
            "method-not-allowed",
            "Method not allowed",
            "The address exists but does not support this method. The header Allow lists the supported methods.",
            "Use GET to read. The header Allow lists all methods that this address supports."
        );

    /// <summary>406.</summary>
    public static ProblemType NotAcceptable { get; } =
        new(
            406,
            "not-acceptable",
            "No acceptable representation",
            "The answer is not available in any of the media types in the header Accept.",
            "Use one of the media types that the detail lists, or omit the header Accept."
        );

    /// <summary>409, of the gate.</summary>
    public static ProblemType InconsistentRecord { get; } =
        new(
            409,
            "inconsistent-record",
            "The record does not pass the consistency check",
            "The check found something of severity failOn or worse that no waiver covers.",
            "See the findings at /v1/consistency, and the rules at /v1/consistency/rules."
        );

    /// <summary>412.</summary>
    public static ProblemType PreconditionFailed { get; } =
        new(
            412,
            "precondition-failed",
            "Precondition failed",
            "The condition in the header If-Match or If-Unmodified-Since is not met: the answer, or the register that you write to, has "
                + "changed since you got your copy.",
            "Repeat the request without the condition, and use the ETag of the new answer. To record, look at what has changed, and give "
                + "the new data version."
        );

    /// <summary>413.</summary>
    public static ProblemType ContentTooLarge { get; } =
        new(
            413,
            "content-too-large",
            "The body is too large",
            "The body of the request has more bytes than the service reads.",
            "Send at most 1 MB, and at most 64 kB for one event. Split a longer list into several requests."
        );

    /// <summary>415.</summary>
    public static ProblemType UnsupportedMediaType { get; } =
        new(
            415,
            "unsupported-media-type",
            "Unsupported media type",
            "The body of the request has a media type that this address does not read.",
            "Send JSON, with the header Content-Type: application/json."
        );

    /// <summary>416.</summary>
    public static ProblemType RangeNotSatisfiable { get; } =
        new(
            416,
            "range-not-satisfiable",
            "Range not satisfiable",
            "The header Range selects a part that begins after the end of the file.",
            "Select a part within the length that the header Content-Range gives, or omit Range."
        );

    /// <summary>422.</summary>
    public static ProblemType Contradiction { get; } =
        new(
            422,
            "contradiction",
            "The record would not be consistent",
            "The body is well-formed, but with its events the record would break a rule of consistency that it does not break now. "
                + "Nothing was recorded. The member \"findings\" says what, by which rule and article, and what to do.",
            "Correct the events as each finding says. If a rule must be overridden, give its id, a reason and a source in "
                + "\"acknowledge\": the finding is then waived."
        );

    /// <summary>429.</summary>
    public static ProblemType TooManyRequests { get; } =
        new(
            429,
            "too-many-requests",
            "Too many requests",
            "Your address sent more requests in a minute than the limit allows.",
            "Wait for the number of seconds in the header Retry-After, then try again. "
                + "To get all data at once, download /v1/export/treatytracker.sqlite or /v1/export/treatytracker.zip."
        );

    /// <summary>500.</summary>
    public static ProblemType InternalError { get; } =
        new(
            500,
            "internal-error",
            "Internal error",
            "The service failed because of an error of its own, not because of your request.",
            "Try again. If the problem persists, report the traceId to the operator of the service: it identifies the request in the log."
        );

    /// <summary>503.</summary>
    public static ProblemType Unavailable { get; } =
        new(
            503,
            "unavailable",
            "Not ready",
            "The service cannot answer now: no register is loaded, the register cannot be written to, or the answer took too long. "
                + "The detail says which.",
            "Try again in a moment. If the problem persists, see the reason at /health/ready."
        );

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
}
