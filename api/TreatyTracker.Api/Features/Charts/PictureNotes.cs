using System.Globalization;
using TreatyTracker.Api.Features.TreatyCounts;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>What pictures say of their figures: the day, how far the record goes, what is not certain, and the source.</summary>
static class PictureNotes
{
    /// <summary>A figure of a day with its caveats, as the badge has it for screen readers.</summary>
    public static string FigureOnDay(Treaty treaty, NamedCount count, AnswerContext context)
    {
        var record = RecordCoverage.Of(treaty, context);
        return OnDay(
                count.ToText(context.StatusOf(treaty).Timeline.On(context.AsOf).Figure(count), context.Language),
                Citation.DayOf(record, context),
                context
            ) + Citation.Doubt(record, context);
    }

    /// <summary>A text and a day.</summary>
    public static string OnDay(string text, string day, AnswerContext context) =>
        Labels.Phrase("figure-on-day", context.Language, ("figure", text), ("day", day));

    /// <summary>A phrase with a day.</summary>
    public static string Dated(string phrase, DateOnly day, AnswerContext context) =>
        Labels.Phrase(phrase, context.Language, ("day", Prose.Day(day, context.Language)));

    /// <summary>A phrase with a number.</summary>
    public static string Counted(string phrase, int number, AnswerContext context) =>
        Labels.Phrase(phrase, context.Language, ("count", Text(number)));

    /// <summary>A label with a figure.</summary>
    public static string Figure(string label, int figure, AnswerContext context) =>
        Labels.Phrase("figure", context.Language, ("label", label), ("figure", Text(figure)));

    /// <summary>Those for whom the treaty is in force although they are not among the parties: why the two counts differ.</summary>
    public static IEnumerable<(string Label, int Figure)> InForceWithoutBeingParties(Counts counts, string language) =>
        new[] { ("retroactive-successions", counts.RetroactiveSuccessions), ("bound-without-consent", counts.BoundWithoutConsent) }
            .Where(row => row.Item2 > 0)
            .Select(row => (Labels.Phrase(row.Item1, language), row.Item2));

    /// <summary>Where the picture comes from.</summary>
    public static string Source(AnswerContext context) =>
        Labels.Phrase(
            "picture-source",
            context.Language,
            ("version", context.View.Version),
            ("day", Prose.Day(DateOnly.FromDateTime(context.KnownAt.UtcDateTime), context.Language))
        );

    /// <summary>A number.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
