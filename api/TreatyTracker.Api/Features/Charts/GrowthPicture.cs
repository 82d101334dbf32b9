using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>The growth of one treaty: signatories, parties, parties in force.</summary>
static class GrowthPicture
{
    /// <summary>Draws it.</summary>
    public static IResult Draw(Treaty treaty, Picture picture)
    {
        var (context, palette, status) = (picture.Context, picture.Palette, picture.Context.StatusOf(treaty));
        var (title, language) = context.Register.TellingTitle(treaty, context.Language);
        var figure = PictureNotes.FigureOnDay(treaty, NamedCount.Parties, context);
        picture.Title(title, language);
        picture.Paragraph(figure);

        // The thin curve of those for whom the treaty is in force runs on the broad one of all parties.
        (NamedCount Count, Curve Curve)[] curves =
        [
            (NamedCount.Signatories, Curve.Of(status, NamedCount.Signatories, palette.Signatory, 2)),
            (NamedCount.Parties, Curve.Of(status, NamedCount.Parties, palette.Contracting, 4.5)),
            (NamedCount.PartiesInForce, Curve.Of(status, NamedCount.PartiesInForce, palette.Ink, 1.5)),
        ];
        var threshold = ThresholdOf(treaty.FinalClauses.EntryIntoForce);
        var chart = new CurveChart(picture, [.. curves.Select(c => c.Curve)], context.AsOf, threshold ?? 0);
        if (threshold is { } instruments)
            chart.MarkFigure(instruments, PictureNotes.Counted("threshold", instruments, context));
        if (status.EntryIntoForce.On is { } day)
            chart.MarkDay(day, PictureNotes.Dated("entry-into-force", day, context));
        if (status.TerminatedOn is { } end)
            chart.MarkDay(end, PictureNotes.Dated("treaty-ended", end, context));
        var ranges = Ranges(status, context.AsOf).ToList();
        foreach (var (from, until, counts) in ranges)
            chart.MarkRange(
                from,
                until,
                counts.PartiesAtLeast ?? counts.Parties,
                counts.PartiesAtMost ?? counts.Parties,
                palette.Signatory
            );
        foreach (var (marker, (_, curve)) in curves.Index())
            chart.Draw(curve, marker);
        var departures = Departures(status, context.AsOf).ToList();
        foreach (var (participant, until) in departures)
            chart.MarkDeparture(
                until,
                status.Timeline.On(until).Parties,
                PictureNotes.OnDay(
                    context.Register.Participant(participant.Code).NameIn(context.Language),
                    Prose.Day(until, context.Language),
                    context
                )
            );

        var legend = curves
            .Index()
            .Select(c => chart.LegendOf(c.Item.Curve, c.Index, Labels.Of(c.Item.Count, context.Language), context.Language))
            .ToList();
        if (context.AsOf > treaty.CompleteThrough)
            legend.Add(chart.LegendOfDashes(Labels.Phrase("after-record", context.Language)));
        if (departures.Count > 0)
            legend.Add(chart.LegendOfDepartures(PictureNotes.Counted("departures", departures.Count, context)));
        if (ranges.Count > 0)
            legend.Add(chart.LegendOfRanges(Labels.Phrase("possible-figures", context.Language), palette.Signatory));
        picture.Legend(legend);
        picture.Paragraph(PictureNotes.Dated("complete-through", treaty.CompleteThrough, context), isMuted: true);
        picture.Paragraph(PictureNotes.Source(context), isMuted: true);
        return picture.ToResult(
            Labels.Phrase("figure", context.Language, ("label", title), ("figure", figure)),
            curves.Select(c => PictureNotes.Figure(Labels.Of(c.Count, context.Language), c.Curve.On(context.AsOf), context))
        );
    }

    /// <summary>
    /// The number of instruments that the clause asks of all participants; <c>null</c> where it asks for none or something else.
    /// </summary>
    static int? ThresholdOf(EntryIntoForceClause clause) =>
        clause.Instruments ?? clause.Conditions.FirstOrDefault(c => c is { Instruments: not null, Among: null })?.Instruments;

    /// <summary>
    /// Who ceased to be a party, and when: by withdrawal, by taking back the instrument or by cessation of membership. Not with the treaty,
    /// not with the State, and not to return on the same day.
    /// </summary>
    static IEnumerable<(Participant Participant, DateOnly Until)> Departures(TreatyStatus status, DateOnly asOf) =>
        from participation in status.Participations
        where participation.Ceased is null
        from consent in participation.Consents
        where consent.Until <= asOf && consent.EndedBy!.Kind is not EventKind.Terminated
        where participation.ConsentInEffect(consent.Until!.Value) is null
        select (participation.Participant, consent.Until!.Value);

    /// <summary>The stretches in which the number of parties depends on days that are known only as periods.</summary>
    static IEnumerable<(DateOnly From, DateOnly Until, Counts Counts)> Ranges(TreatyStatus status, DateOnly asOf)
    {
        var steps = status.Timeline.Steps.TakeWhile(s => s.Key <= asOf).ToList();
        return steps
            .Select((step, at) => (step.Key, Until: at + 1 < steps.Count ? steps[at + 1].Key : asOf, step.Value))
            .Where(s => s.Value.PartiesAtLeast is not null || s.Value.PartiesAtMost is not null);
    }
}
