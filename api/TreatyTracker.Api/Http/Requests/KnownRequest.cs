using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>A question to what the register knew at an instant, to be answered in a language.</summary>
public abstract class KnownRequest
{
    /// <summary>
    /// The register's own past: only what it had recorded at or before this instant counts. All that it knows if not given; the answer then
    /// echoes the instant of its latest entry. Events and corrections alone are remembered so: clauses, published days and names are always
    /// those of now.
    /// </summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>
    /// The language of titles and names; wins over the header Accept-Language. English if neither is given, and where there is no title in
    /// it:
    /// <c>titleLanguage</c> tells.
    /// </summary>
    public Language? Lang { get; init; }
}
