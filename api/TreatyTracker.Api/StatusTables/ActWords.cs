using System.Text.RegularExpressions;
using TreatyTracker.Law;

namespace TreatyTracker.Api.StatusTables;

/// <summary>What the words of depositaries say about the kind of an act.</summary>
static partial class ActWords
{
    static readonly Dictionary<string, EventKind> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["signature"] = EventKind.Signature,
        ["succession to signature"] = EventKind.SuccessionToSignature,
        ["definitive signature"] = EventKind.DefinitiveSignature,
        ["signature without reservation as to ratification"] = EventKind.DefinitiveSignature,
        ["ratification"] = EventKind.Ratification,
        ["acceptance"] = EventKind.Acceptance,
        ["definitive acceptance"] = EventKind.Acceptance,
        ["approval"] = EventKind.Approval,
        ["accession"] = EventKind.Accession,
        ["adherence"] = EventKind.Accession,
        ["succession"] = EventKind.Succession,
        ["formal confirmation"] = EventKind.FormalConfirmation,
        ["act of formal confirmation"] = EventKind.FormalConfirmation,
        ["participation"] = EventKind.Participation,
        ["consent to be bound"] = EventKind.Participation,
        ["simplified procedure"] = EventKind.Participation,
        // Annexes to the Convention on the Privileges and Immunities of the Specialized Agencies: a party undertakes to apply it to one.
        ["application"] = EventKind.Participation,
        ["provisional application"] = EventKind.ProvisionalApplication,
        ["provisional acceptance"] = EventKind.ProvisionalApplication,
        ["provisional acceptance/accession"] = EventKind.ProvisionalApplication,
        ["undertaking of provisional application"] = EventKind.ProvisionalApplication,
        ["denunciation"] = EventKind.Withdrawal,
        ["withdrawal"] = EventKind.Withdrawal,
        ["renunciation"] = EventKind.Withdrawal,
        ["suspension"] = EventKind.Suspension,
        ["notification"] = EventKind.Declaration,
        ["notification of non-provisional application"] = EventKind.Declaration,
        ["declaration"] = EventKind.Declaration,
        ["reservation"] = EventKind.Reservation,
        ["objection"] = EventKind.Objection,
        ["withdrawal of reservation"] = EventKind.ReservationWithdrawn,
        ["withdrawal of objection"] = EventKind.ObjectionWithdrawn,
        ["territorial application"] = EventKind.TerritorialExtension,
        ["territorial exclusion"] = EventKind.TerritorialExclusion,
    };

    /// <summary>The mark that the depositary sets after a date, in every table whose heading names the kind.</summary>
    static readonly Dictionary<string, EventKind> s_marks = new(StringComparer.Ordinal)
    {
        ["a"] = EventKind.Accession,
        ["A"] = EventKind.Acceptance,
        ["AA"] = EventKind.Approval,
        ["c"] = EventKind.FormalConfirmation,
        ["d"] = EventKind.Succession,
        ["n"] = EventKind.ProvisionalApplication,
        ["P"] = EventKind.Participation,
        ["p"] = EventKind.Participation,
        ["s"] = EventKind.DefinitiveSignature,
    };

    /// <summary>
    /// The kind that a phrase names, such as <c>Ratification of the Convention as amended</c>; <c>null</c> where it is not known.
    /// </summary>
    public static EventKind? Kind(string phrase)
    {
        var text = phrase.Trim();
        // The program's own words, such as formal-confirmation, are read too.
        if (s_words.TryGetValue(text, out var kind) || s_words.TryGetValue(text.Replace('-', ' '), out kind))
            return kind;
        return Qualified().Match(text) is { Success: true } match && s_words.TryGetValue(match.Groups["act"].Value, out kind) ? kind : null;
    }

    /// <summary>The kinds of a phrase that names several, such as <c>Definitive signature or acceptance of the Protocol</c>.</summary>
    public static IReadOnlyList<EventKind> Kinds(string phrase)
    {
        if (Kind(phrase) is { } one)
            return [one];
        var kinds = Conjunctions().Split(phrase).Where(p => p.Length > 0).Select(Kind).ToList();
        return kinds.TrueForAll(k => k is not null) ? [.. kinds.Select(k => k!.Value).Distinct()] : [];
    }

    /// <summary>What a mark means by the depositary's custom; <c>null</c> for an unknown one. Letter case matters.</summary>
    public static EventKind? OfMark(string mark) => s_marks.TryGetValue(mark, out var kind) ? kind : null;

    /// <summary>
    /// An act and what it refers to. "Withdrawal of a declaration" and "acceptance of the competence of the Committee" are other acts, so
    /// the treaty, an article or a way must follow.
    /// </summary>
    [GeneratedRegex(
        """
            ^(?<act>[a-z][a-z\- ]*?)\ (?:
                (?:of|to|in|from)\ the\ (?:Convention|Agreement|Protocol|Treaty|Covenant|Statute|Constitution|Charter|Amendments?|Act)\b
                |by\ (?:virtue|non-regional)\b
                |ipso\ facto\b
                |ad\ referendum\b
                |under\ (?:articles?|sections?|paragraphs?)\b
                |in\ accordance\ with\b
            )
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\s*(?:,|/|;|\bor\b|\band\b)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Conjunctions();
}
