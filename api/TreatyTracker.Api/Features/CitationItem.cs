using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using TreatyTracker.Api.Data;
using TreatyTracker.Api.Http.Representations;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features;

/// <summary>What is cited, for programs that manage references.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Type">Its type in CSL: <c>dataset</c> or <c>treaty</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Issued">The day of its text or of its data.</param>
/// <param name="Note">The day, what is not known exactly, and how far the record goes.</param>
/// <param name="Url">The permalink.</param>
/// <param name="Version">The version of the data.</param>
sealed record CitationItem(string Id, string Type, string Title, DateOnly Issued, string Note, string Url, string Version)
{
    /// <summary>The media type of BibTeX, which has none that is registered.</summary>
    public const string BibtexType = "application/x-bibtex";

    /// <summary>The media type of CSL-JSON.</summary>
    public const string CslType = "application/vnd.citationstyles.csl+json";

    const string Publisher = "Treaty Tracker";

    /// <summary>The coverage of the record, as sentences.</summary>
    public static string NoteOf(RecordCoverage record, AnswerContext context) =>
        Labels.Phrase(
            "citation-note",
            context.Language,
            ("day", Instant.Text(context.AsOf)),
            ("known", Instant.Text(context.KnownAt)),
            ("complete", Instant.Text(record.CompleteThrough)),
            ("beyond", record.AsOfIsBeyond ? Labels.Phrase("citation-note-beyond", context.Language) : ""),
            (
                "coverage",
                record.Coverage is { } coverage
                    ? Labels.Phrase("citation-note-coverage", context.Language, ("coverage", coverage.WireName()))
                    : ""
            ),
            ("unverified", record.UnverifiedEvents.ToString(CultureInfo.InvariantCulture)),
            ("undated", record.UndatedEvents.ToString(CultureInfo.InvariantCulture)),
            ("assumed", record.AssumedEffects.ToString(CultureInfo.InvariantCulture))
        );

    /// <summary>One BibTeX entry.</summary>
    public IResult Bibtex() =>
        TypedResults.Text(
            $$$"""
            @misc{{{{Id}}},
              author = {{Treaty Tracker}},
              title = {{{{{Escaped(Title)}}}}},
              year = {{{{Issued.Year.ToString(CultureInfo.InvariantCulture)}}}},
              month = {{{{Issued.Month.ToString(CultureInfo.InvariantCulture)}}}},
              url = {{{{Url}}}},
              version = {{{{Version}}}},
              note = {{{{Escaped(Note)}}}}
            }

            """,
            BibtexType,
            Encoding.UTF8
        );

    /// <summary>CSL-JSON: a list of one item, as reference managers import it.</summary>
    public IResult Csl()
    {
        var item = new JsonObject
        {
            ["id"] = Id,
            ["type"] = Type,
            ["title"] = Title,
            ["author"] = new JsonArray(new JsonObject { ["literal"] = Publisher }),
            ["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(Issued.Year, Issued.Month, Issued.Day)) },
            ["URL"] = Url,
            ["version"] = Version,
            ["note"] = Note,
        };
        return TypedResults.Text(new JsonArray(item).ToJsonString(JsonBody.Json) + "\n", CslType, Encoding.UTF8);
    }

    // What TeX reads as commands.
    static string Escaped(string text) =>
        string.Concat(
            text.Select(c =>
                c switch
                {
                    '\\' => "\\textbackslash{}",
                    '~' => "\\textasciitilde{}",
                    '^' => "\\textasciicircum{}",
                    // BibTeX counts a brace after a backslash too.
                    '{' => "\\textbraceleft{}",
                    '}' => "\\textbraceright{}",
                    '%' or '&' or '#' or '$' or '_' => $"\\{c}",
                    _ => c.ToString(),
                }
            )
        );
}
