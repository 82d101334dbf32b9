using TreatyTracker.Api.Data;

namespace TreatyTracker.Api.Http.Requests;

/// <summary>A request about what the register knew at an instant, answered in a language.</summary>
public abstract class KnownRequest
{
    /// <summary>
    /// Ignores everything that was recorded after this instant, so that you can repeat an earlier answer. Default: all that the register
    /// knows; the answer then gives the instant of the latest recording. Titles, names, clauses and published figures are those of
    /// that instant, too.
    /// </summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>
    /// The number of a recording, as in <c>/v1/recordings</c>: short for the <c>knownAt</c> of its instant, which the answer then gives.
    /// Use one of the two parameters, not both.
    /// </summary>
    public int? Version { get; init; }

    /// <summary>
    /// The language of titles, names and labels. Takes precedence over the <c>Accept-Language</c> header. Default: English, which is also
    /// used where there is no title in the language; <c>titleLanguage</c> tells which one you got.
    /// </summary>
    public Language? Lang { get; init; }
}
