using System.Globalization;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.TreatyCounts;

/// <summary>Citations of figures: one sentence with the coverage of the record and a permalink.</summary>
static class Citation
{
    /// <summary>Writes the citation of one figure.</summary>
    /// <param name="title">The treaty's title.</param>
    /// <param name="count">The named count.</param>
    /// <param name="figure">Its figure.</param>
    /// <param name="record">The coverage of the record.</param>
    /// <param name="context">The context of the answer.</param>
    /// <param name="address">The absolute permalink.</param>
    public static string Of(string title, NamedCount count, int figure, RecordCoverage record, AnswerContext context, string address) =>
        Labels.Phrase(
            "cite",
            context.Language,
            ("title", title),
            ("figure", count.ToText(figure, context.Language)),
            ("day", DayOf(record, context)),
            ("doubt", Doubt(record, context)),
            ("version", context.View.Version),
            ("address", address)
        );

    /// <summary>The citation of one figure for reference managers.</summary>
    public static CitationItem ItemOf(
        Treaty treaty,
        NamedCount count,
        int figure,
        RecordCoverage record,
        AnswerContext context,
        HttpContext http
    ) =>
        new(
            $"{treaty.Id}-{count.WireName()}-{Instant.Text(context.AsOf)}",
            "dataset",
            $"{context.Register.TellingTitle(treaty, context.Language).Title}: "
                + $"{count.ToText(figure, context.Language)}, {DayOf(record, context)}",
            DateOnly.FromDateTime(context.KnownAt.UtcDateTime),
            CitationItem.NoteOf(record, context),
            http.AbsoluteText(context.PermalinkTo($"/v1/treaties/{treaty.Id}/counts")),
            context.View.Version
        );

    /// <summary>
    /// The day that a figure may be said of, in prose: the requested one, but of a record that ends with an older table never a later one
    /// than the table's.
    /// </summary>
    public static string DayOf(RecordCoverage record, AnswerContext context) =>
        record.EndsWithOlderTable ? Prose.Day(record.CompleteThrough, context.Language) : context.AsOfProse;

    /// <summary>The limitations of a figure, as the end of a sentence; empty without any.</summary>
    public static string Doubt(RecordCoverage record, AnswerContext context)
    {
        var language = context.Language;
        var complete = Prose.Day(record.CompleteThrough, language);
        var far =
            record.EndsWithOlderTable ? Labels.Phrase("older", language)
            : context.LooksAhead is true
                ? Labels.Phrase(
                    "ahead",
                    language,
                    ("known", Prose.Day(DateOnly.FromDateTime(context.KnownAt.UtcDateTime), language)),
                    ("complete", complete)
                )
            : record.AsOfIsBeyond ? Labels.Phrase("beyond", language, ("complete", complete))
            : "";
        return far
            + Events("unverified", record.UnverifiedEvents)
            + Events("undated", record.UndatedEvents)
            + Events("assumed", record.AssumedEffects);

        string Events(string phrase, int count) =>
            count == 0 ? "" : Labels.Phrase(phrase, language, ("count", count.ToString(CultureInfo.InvariantCulture)));
    }
}
