using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>One count of several treaties on one axis.</summary>
static class ComparisonPicture
{
    /// <summary>Draws it.</summary>
    public static IResult Draw(IReadOnlyList<Treaty> treaties, NamedCount count, Picture picture)
    {
        var (context, language) = (picture.Context, picture.Context.Language);
        var curves = treaties
            .Select((t, at) => (Treaty: t, Curve: Curve.Of(context.StatusOf(t), count, picture.Palette.Curves[at], 2.5)))
            .ToList();
        // The curves show a span, of which the day asked about is the last.
        var days = curves.SelectMany(c => c.Curve.Steps).Select(s => s.Day).Where(day => day < context.AsOf).ToList();
        var span = days.Count == 0 ? context.AsOfProse : $"{Prose.Day(days.Min(), language)} – {context.AsOfProse}";
        var title = PictureNotes.OnDay(Labels.Of(count, language), span, context);
        picture.Title(title, language);
        var chart = new CurveChart(picture, [.. curves.Select(c => c.Curve)], context.AsOf, highest: 0);
        foreach (var (marker, (_, curve)) in curves.Index())
            chart.Draw(curve, marker);

        var legend = curves
            .Select(
                (c, marker) =>
                {
                    var (name, nameLanguage) = c.Treaty.ShortTitleIn(language);
                    return chart.LegendOf(c.Curve, marker, name, nameLanguage);
                }
            )
            .ToList();
        if (treaties.Any(t => context.AsOf > t.CompleteThrough))
            legend.Add(chart.LegendOfDashes(Labels.Phrase("after-record", language)));
        picture.Legend(legend);
        // Each treaty has a record of its own, and so caveats of its own.
        var notes = treaties
            .Select(t =>
                Labels.Phrase(
                    "figure",
                    language,
                    ("label", t.ShortTitleIn(language).Title),
                    ("figure", PictureNotes.FigureOnDay(t, count, context))
                )
            )
            .ToList();
        foreach (var (treaty, note) in treaties.Zip(notes))
            picture.Paragraph(
                // Of a day beyond the record, the note says it.
                context.AsOf > treaty.CompleteThrough
                    ? note
                    : $"{note}. {PictureNotes.Dated("complete-through", treaty.CompleteThrough, context)}",
                isMuted: true
            );
        picture.Paragraph(PictureNotes.Source(context), isMuted: true);
        return picture.ToResult(title, notes);
    }
}
