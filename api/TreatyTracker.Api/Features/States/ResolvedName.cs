using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Api.Http.Requests;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.States;

/// <summary>The participant that a name stands for, or the reason why it stands for none.</summary>
public sealed record ResolvedName
{
    /// <summary>For so many unknown names of a list, names that look alike are searched, so that no list takes long.</summary>
    const int MostSearched = 200;

    /// <summary>The columns of the table; <c>candidates</c> are codes, separated by <c>|</c>.</summary>
    internal static IReadOnlyList<Column<ResolvedName>> Columns { get; } =
    [
        new("name", r => r.Name),
        new("asOf", r => r.AsOf),
        new("code", r => r.Participant?.Code),
        new("participantName", r => r.Participant?.Name, "The participant's current name, in the requested language."),
        new("matchedName", r => r.MatchedName),
        new("matchedAs", r => r.MatchedAs?.WireName()),
        new("matchedLanguage", r => r.MatchedLanguage),
        new("reason", r => r.Reason?.WireName()),
        new("detail", r => r.Detail),
        new("candidates", r => r.Candidates is null ? null : string.Join('|', r.Candidates.Select(c => c.Code))),
    ];

    /// <summary>Its place in the request, from 0.</summary>
    internal int Position { get; init; }

    /// <summary>The name as you gave it.</summary>
    public required string Name { get; init; }

    /// <summary>The day of the act, as you gave it.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The participant. Absent if the name stands for none, or for several: then <see cref="Reason"/> says why.</summary>
    public ParticipantReference? Participant { get; init; }

    /// <summary>The name or code that matched, as the register has it.</summary>
    public string? MatchedName { get; init; }

    /// <summary>What <see cref="MatchedName"/> is to the participant.</summary>
    public NameKind? MatchedAs { get; init; }

    /// <summary>The language of <see cref="MatchedName"/>. Absent for a code.</summary>
    public string? MatchedLanguage { get; init; }

    /// <summary>Why there is no participant.</summary>
    public UnresolvedReason? Reason { get; init; }

    /// <summary>The reason as a sentence, and what you can do.</summary>
    public string? Detail { get; init; }

    /// <summary>The participants that may be meant, the likeliest first.</summary>
    public IReadOnlyList<ParticipantReference>? Candidates { get; init; }

    /// <summary>The answers to some names, in the language of the request.</summary>
    internal static IReadOnlyList<ResolvedName> Of(HttpContext http, IEnumerable<(string Name, DateOnly? AsOf)> names, Language? lang)
    {
        var (register, language) = (RequestSnapshot.Required(http).Register, LanguageNegotiation.Of(http, lang?.WireName()));
        http.Response.Headers.ContentLanguage = language;
        var unknown = 0;
        var rows = new List<ResolvedName>();
        foreach (var (name, asOf) in names)
        {
            var match = register.Names.Resolve(name, asOf, searchesAlike: unknown < MostSearched);
            if (match.Reason is UnresolvedReason.Unknown)
                unknown++;
            rows.Add(Of(match, language) with { Position = rows.Count });
        }
        return rows;
    }

    /// <summary>The answer to one name.</summary>
    internal static ResolvedName Of(NameMatch match, string language) =>
        new()
        {
            Name = PlainText.Clean(match.Asked),
            AsOf = match.On,
            Participant = match.Participant is { } found ? new(found.Code, found.NameIn(language)) : null,
            MatchedName = match.Name,
            MatchedAs = match.Kind,
            MatchedLanguage = match.Language,
            Reason = match.Reason,
            Detail = match.Detail is { } detail ? PlainText.Clean(detail) : null,
            Candidates =
                match.Candidates.Count == 0
                    ? null
                    : [.. match.Candidates.Select(c => new ParticipantReference(c.Code, c.NameIn(language)))],
        };
}
