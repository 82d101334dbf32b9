using System.Xml.Linq;
using TreatyTracker.Api.Data;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>The standing of one participant under each treaty over time.</summary>
sealed class TimelinePicture
{
    const double Bar = 11,
        Row = 21,
        NarrowRow = 36,
        WidestNames = 360;

    const int LongList = 25;

    static readonly Standing[] s_standings = [Standing.Signatory, Standing.Contracting, Standing.PartyInForce, Standing.FormerParty];

    readonly Picture _picture;
    readonly AnswerContext _context;
    readonly ParticipantEntry _state;
    readonly List<StandingHistory> _rows;

    TimelinePicture(ParticipantEntry state, IEnumerable<Treaty> treaties, Picture picture)
    {
        (_picture, _context, _state) = (picture, picture.Context, state);
        _rows =
        [
            .. treaties
                .Select(t => StandingHistory.Of(t, state.Code, _context))
                .OfType<StandingHistory>()
                .OrderBy(r => r.Spans[0].From)
                .ThenBy(r => r.Treaty.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Draws it.</summary>
    public static IResult Draw(ParticipantEntry state, IReadOnlyList<Treaty> treaties, Picture picture) =>
        new TimelinePicture(state, treaties, picture).Draw();

    IResult Draw()
    {
        var (language, asOf) = (_context.Language, _context.AsOf);
        var title = Labels.Phrase("calendar-of", language, ("name", _state.NameIn(language)));
        var caveats =
            PictureNotes.OnDay(
                PictureNotes.Figure(Labels.Phrase("calendar-all", language), _rows.Count, _context),
                _context.AsOfProse,
                _context
            ) + Caveats();
        _picture.Title(title, language);
        _picture.Paragraph(caveats);
        var figures = _rows.CountBy(r => r.Participation.StandingOn(asOf)).ToDictionary();
        var legend = s_standings
            .Where(s => _rows.Exists(r => r.Spans.Any(x => x.Standing == s)))
            .Select(s => (Standing: s, Text: PictureNotes.Figure(Labels.Of(s, language), figures.GetValueOrDefault(s), _context)))
            .ToList();
        _picture.Legend([
            .. legend.Select(l => new LegendEntry(l.Text, language, (x, y) => [BarOf(x - 11, x + 11, y, l.Standing, isBeyond: false)])),
            .. _rows.Exists(r => asOf > r.Treaty.CompleteThrough)
                ?
                [
                    new LegendEntry(
                        Labels.Phrase("after-record", language),
                        language,
                        (x, y) => [BarOf(x - 11, x + 11, y, Standing.PartyInForce, isBeyond: true)]
                    ),
                ]
                : Array.Empty<LegendEntry>(),
        ]);
        if (_rows.Count > 0)
            Rows();
        _picture.Paragraph(PictureNotes.Source(_context), isMuted: true);
        return _picture.ToResult(Labels.Phrase("figure", language, ("label", title), ("figure", caveats)), legend.Select(l => l.Text));
    }

    /// <summary>What is not certain of this participant's standings.</summary>
    string Caveats()
    {
        var asOf = _context.AsOf;
        var ended = _rows.Where(r => asOf > r.Treaty.CompleteThrough).ToList();
        var events = _rows.SelectMany(r => r.Participation.Events).Where(e => e.Date <= asOf).ToList();
        var assumed = _rows.SelectMany(r => r.Participation.Consents).Count(c => c.Effect is { } e && e.On <= asOf && e.Rule.IsAssumed());
        return (
                ended.Count == 0
                    ? ""
                    : Labels.Phrase(
                        "records-ended",
                        _context.Language,
                        ("count", PictureNotes.Text(ended.Count)),
                        ("day", Prose.Day(ended.Min(r => r.Treaty.CompleteThrough), _context.Language))
                    )
            )
            + Events("unverified", events.Count(e => e.Verification is Verification.Unverified))
            + Events("undated", events.Count(e => e.Earliest is not null))
            + Events("assumed", assumed);

        string Events(string phrase, int count) => count == 0 ? "" : PictureNotes.Counted(phrase, count, _context);
    }

    void Rows()
    {
        var isNarrow = _picture.Width < 600;
        var names = isNarrow ? 0 : Math.Min(WidestNames, _picture.InnerWidth * 0.42);
        var row = isNarrow ? NarrowRow : Row;
        // So that the years of a long list can be read from its first rows.
        var isLong = _rows.Count > LongList;
        _picture.Top += isLong ? TimeAxis.Height : 0;
        var (top, bottom) = (_picture.Top, _picture.Top + _rows.Count * row + 4);
        // The names are where the picture's language begins.
        var axis = _picture.IsRightToLeft
            ? Axis(Picture.Margin, _picture.Width - Picture.Margin - names)
            : Axis(Picture.Margin + names, _picture.Width - Picture.Margin);
        axis.Draw(top, bottom, isLong);
        foreach (var history in _rows)
        {
            var (name, language) = history.Treaty.ShortTitleIn(_context.Language);
            var space = isNarrow ? _picture.InnerWidth : names - 10;
            _picture.AddAtEdge(_picture.Top + 15, TextWidth.Shortened(name, Picture.TextSize, space), language, _picture.Palette.Ink);
            var y = _picture.Top + (isNarrow ? 26 : 11);
            foreach (var (standing, from, until) in history.Spans)
            {
                var complete = history.Treaty.CompleteThrough;
                var bar = Svg.Element("g", ("data-treaty", history.Treaty.Id), ("data-standing", standing.WireName()));
                if (from < complete)
                    bar.Add(BarOf(axis.X(from), axis.X(until < complete ? until : complete), y, standing, isBeyond: false));
                if (until > complete)
                    bar.Add(BarOf(axis.X(from > complete ? from : complete), axis.X(until), y, standing, isBeyond: true));
                _picture.Add(bar.Titled(Tooltip(history, standing, from)));
            }
            _picture.Top += row;
        }
        _picture.Top = bottom + TimeAxis.Height + 6;
    }

    TimeAxis Axis(double left, double right) => new(_picture, _rows.Select(r => r.Spans[0].From), _context.AsOf, left, right);

    string Tooltip(StandingHistory history, Standing standing, DateOnly from) =>
        Labels.Phrase(
            "figure",
            _context.Language,
            ("label", _context.Register.TellingTitle(history.Treaty, _context.Language).Title),
            ("figure", PictureNotes.OnDay(Labels.Of(standing, _context.Language), Prose.Day(from, _context.Language), _context))
        );

    /// <summary>A bar as high as its standing is firm, which tells standings apart without colours.</summary>
    XElement BarOf(double from, double to, double y, Standing standing, bool isBeyond) =>
        Svg.Element(
            "path",
            // No bar is too short to be seen.
            ("d", $"M{Svg.Number(from)} {Svg.Number(y)}H{Svg.Number(Math.Max(to, from + 1.5))}"),
            ("stroke", _picture.Palette.Of(standing)),
            (
                "stroke-width",
                standing switch
                {
                    Standing.PartyInForce => Bar,
                    Standing.Contracting => 7,
                    Standing.Signatory => 3,
                    _ => 1.5,
                }
            ),
            ("stroke-dasharray", isBeyond ? CurveChart.Dashes : null)
        );
}
