using System.Globalization;
using System.Xml.Linq;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Features.Charts;

/// <summary>A world map with the standing of each State under a treaty.</summary>
sealed class MapPicture
{
    // In the order of the legend.
    static readonly Standing[] s_standings =
    [
        Standing.PartyInForce,
        Standing.Contracting,
        Standing.Signatory,
        Standing.FormerParty,
        Standing.None,
    ];

    readonly Picture _picture;
    readonly AnswerContext _context;
    readonly TreatyStatus _status;
    readonly double _scale;

    // Who has a territory on the map that day.
    readonly HashSet<string> _drawn = new(StringComparer.Ordinal);

    MapPicture(Treaty treaty, Picture picture)
    {
        (_picture, _context, _status) = (picture, picture.Context, picture.Context.StatusOf(treaty));
        _scale = picture.InnerWidth / WorldMap.Width;
    }

    /// <summary>Draws it.</summary>
    public static IResult Draw(Treaty treaty, Picture picture) => new MapPicture(treaty, picture).Draw();

    IResult Draw()
    {
        var treaty = _status.Treaty;
        var (title, titleLanguage) = _context.Register.TellingTitle(treaty, _context.Language);
        var figure = PictureNotes.FigureOnDay(treaty, NamedCount.Parties, _context);
        _picture.Title(title, titleLanguage);
        _picture.Paragraph(figure);
        Territories();

        var counted = _status.Participations.CountBy(p => p.StandingOn(_context.AsOf)).ToDictionary();
        var legend = s_standings
            .Where(s => s is Standing.None || counted.ContainsKey(s))
            .Select(s => (Standing: (Standing?)s, Text: s is Standing.None ? Phrase("not-a-party") : Figure(s, counted[s])))
            .Append((Standing: default(Standing?), Text: Phrase("no-participant")))
            .ToList();
        _picture.Legend(legend.Select(l => new LegendEntry(l.Text, _context.Language, (x, y) => [Swatch(x, y, l.Standing)])));
        var unlike = PictureNotes
            .InForceWithoutBeingParties(_status.Timeline.On(_context.AsOf), _context.Language)
            .Select(row => PictureNotes.Figure(row.Label, row.Figure, _context))
            .ToList();
        foreach (var text in unlike)
            _picture.Paragraph(text);
        var elsewhere = Elsewhere().ToList();
        foreach (var text in elsewhere)
            _picture.Paragraph(text);
        _picture.Paragraph(PictureNotes.Dated("complete-through", treaty.CompleteThrough, _context), isMuted: true);
        _picture.Paragraph(Phrase("map-note"), isMuted: true);
        _picture.Paragraph(PictureNotes.Source(_context), isMuted: true);
        return _picture.ToResult(
            Labels.Phrase("figure", _context.Language, ("label", title), ("figure", figure)),
            [.. legend.Where(l => l.Standing is not (Standing.None or null)).Select(l => l.Text), .. unlike, .. elsewhere]
        );
    }

    void Territories()
    {
        var byStanding = WorldMap
            .Current.Territories.Where(t => _context.Register.FindParticipant(t.Code) is not null)
            .Select(t => (Area: t, Held: StandingOf(t.Code)))
            .ToLookup(t => t.Held.Standing);
        var drawing = Svg.Element(
            "g",
            ("transform", $"translate({Svg.Number(Picture.Margin)} {Svg.Number(_picture.Top)}) scale({Scale})"),
            ("stroke-linejoin", "round")
        );
        drawing.Add(s_standings.Where(s => s is not Standing.None).Select(s => (Standing?)s).Append(null).Select(Pattern));
        // What nobody coloured comes first, so that the outlines of the others stay visible.
        drawing.Add(
            Svg.Element(
                "path",
                ("d", WorldMap.Current.Others),
                ("fill", Fill(null)),
                ("stroke", _picture.Palette.Line),
                ("stroke-width", 1 / _scale)
            )
        );
        foreach (var standing in s_standings.Reverse())
            drawing.Add(
                Group(standing, 0.6).With(byStanding[standing].Where(t => t.Area.Path.Length > 0).Select(t => Shape(t.Area, t.Held)))
            );
        foreach (var standing in s_standings.Reverse())
            drawing.Add(Group(standing, 1).With(byStanding[standing].Where(t => t.Area.X is not null).Select(t => Dot(t.Area, t.Held))));
        _picture.Add(drawing);
        _picture.Top += WorldMap.Height * _scale + 10;
    }

    /// <summary>The standing of a territory: its State's own, else that of the first who held it and had one.</summary>
    (Standing Standing, string? Holder) StandingOf(string code)
    {
        _drawn.Add(code);
        if (OwnStanding(code) is not Standing.None and var own)
            return (own, null);
        foreach (var (holder, days) in WorldMap.Current.Holders[code])
            if (days.Contains(_context.AsOf) && OwnStanding(holder) is not Standing.None and var held)
            {
                _drawn.Add(holder);
                return (held, holder);
            }
        return (Standing.None, null);
    }

    Standing OwnStanding(string code) => _status.Of(code)?.StandingOn(_context.AsOf) ?? Standing.None;

    XElement Group(Standing standing, double stroke) =>
        Svg.Element(
            "g",
            ("data-standing", standing.WireName()),
            ("fill", Fill(standing)),
            ("stroke", standing is Standing.None ? _picture.Palette.Line : _picture.Palette.Background),
            ("stroke-width", stroke / _scale)
        );

    XElement Shape(MapArea area, (Standing Standing, string? Holder) held)
    {
        var path = Svg.Element("path", ("d", area.Path));
        // A State that has a dot, too, is named there.
        return area.X is null ? Named(path, area, held) : path;
    }

    XElement Dot(MapArea area, (Standing Standing, string? Holder) held) =>
        Named(Svg.Element("circle", ("cx", area.X), ("cy", area.Y), ("r", Math.Clamp(_picture.Width / 270, 2, 6) / _scale)), area, held);

    XElement Named(XElement element, MapArea area, (Standing Standing, string? Holder) held)
    {
        element.Add(new XAttribute("data-state", area.Code));
        var name = NameOf(area.Code);
        return element.Titled(
            Labels.Phrase(
                "figure",
                _context.Language,
                ("label", held.Holder is { } holder ? $"{name} ({NameOf(holder)})" : name),
                ("figure", held.Standing is Standing.None ? Phrase("not-a-party") : Labels.Of(held.Standing, _context.Language))
            )
        );
    }

    /// <summary>Who has a standing but no territory on the map: organizations, and States that are part of another territory.</summary>
    IEnumerable<string> Elsewhere() =>
        _status
            .Participations.Where(p => !_drawn.Contains(p.Participant.Code))
            .GroupBy(p => p.StandingOn(_context.AsOf))
            .Where(g => g.Key is not Standing.None)
            .OrderBy(g => Array.IndexOf(s_standings, g.Key))
            .Select(g =>
                Labels.Phrase(
                    "not-on-map",
                    _context.Language,
                    ("standing", Labels.Of(g.Key, _context.Language)),
                    ("names", string.Join(Phrase("and-next"), g.Select(p => NameOf(p.Participant.Code))))
                )
            );

    string NameOf(string code) => _context.Register.Participant(code).NameIn(_context.Language);

    string Phrase(string phrase) => Labels.Phrase(phrase, _context.Language);

    string Figure(Standing standing, int count) => PictureNotes.Figure(Labels.Of(standing, _context.Language), count, _context);

    string Scale => _scale.ToString("0.####", CultureInfo.InvariantCulture);

    string PatternId(Standing? standing) => $"tt-{standing?.WireName() ?? "no-participant"}-{_picture.Theme.WireName()}";

    /// <summary>How land is filled; <c>null</c> for land that is no participant of its own.</summary>
    string Fill(Standing? standing) => standing is Standing.None ? _picture.Palette.Land : $"url(#{PatternId(standing)})";

    /// <summary>
    /// The pattern of a standing, which tells it from the others in print and without colours: none for parties in force, stripes,
    /// points, and crossed lines. Land that is no participant of its own has thin lines without a colour.
    /// </summary>
    XElement Pattern(Standing? standing)
    {
        const double Size = 6;
        var mark = standing switch
        {
            Standing.Contracting => Svg.Element("path", ("d", "M0 0H6"), ("stroke", _picture.Palette.Background), ("stroke-width", 2.4)),
            Standing.Signatory => Svg.Element("circle", ("cx", 3), ("cy", 3), ("r", 1.3), ("fill", _picture.Palette.Background)),
            Standing.FormerParty => Svg.Element(
                "path",
                ("d", "M0 0H6M0 0V6"),
                ("stroke", _picture.Palette.Background),
                ("stroke-width", 1.8)
            ),
            null => Svg.Element("path", ("d", "M0 0H6"), ("stroke", _picture.Palette.Line), ("stroke-width", 0.8)),
            _ => null,
        };
        return Svg.Element(
                "pattern",
                ("id", PatternId(standing)),
                ("width", Size),
                ("height", Size),
                ("patternUnits", "userSpaceOnUse"),
                // In pixels, whatever the width of the picture.
                ("patternTransform", $"scale({(1 / _scale).ToString("0.###", CultureInfo.InvariantCulture)}) rotate(45)")
            )
            .With(
                Svg.Element(
                    "rect",
                    ("width", Size),
                    ("height", Size),
                    ("fill", standing is { } own ? _picture.Palette.Of(own) : _picture.Palette.Background)
                ),
                mark
            );
    }

    XElement Swatch(double x, double y, Standing? standing) =>
        Svg.Element(
            "rect",
            ("transform", $"translate({Svg.Number(x - 10)} {Svg.Number(y - 7)}) scale({Scale})"),
            ("width", 20 / _scale),
            ("height", 14 / _scale),
            ("fill", Fill(standing)),
            ("stroke", _picture.Palette.Line),
            ("stroke-width", 1 / _scale)
        );
}
