using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace TreatyTracker.Api.StatusTables;

/// <summary>Reads the XML export of the UN Treaty Collection.</summary>
static partial class MtdsgXmlReader
{
    const int DeepestNesting = 100;

    /// <summary>Elements that hold tables of participants.</summary>
    static readonly string[] s_tables = ["Participants", "SpecialTables"];

    /// <summary>Reads a document, whatever its root is called.</summary>
    /// <exception cref="StatusTableException">It is no XML, a page, or has no table of participants.</exception>
    public static StatusTable Read(string text)
    {
        if (StatusTableReader.IsHtml(text))
            throw new StatusTableException(
                "The document is an HTML page, not XML. The depositary answers so, with status 200, when it has no such document "
                    + "or is under "
                    + "maintenance. Check the address and try again later; read a saved status page with --as mtdsg-html."
            );
        var root = Parse(text);
        var groups = Named(root, s_tables).SelectMany(t => Named(t, "TGroup").DefaultIfEmpty(t)).Where(g => Rows(g).Any()).ToList();
        if (groups.Count == 0)
            throw new StatusTableException(
                $"The XML document (root element '{root.Name.LocalName}') has no table of participants: no Participants or SpecialTables "
                    + "element with rows. Is it the export of a status table?"
            );
        var unused = new UnusedCells();
        var rows = groups.SelectMany(g => Table(g, unused)).ToList();
        var status = Named(root, "Status").FirstOrDefault();
        var conclusion = Header(root, "Conclusion");
        return new()
        {
            Format = StatusTableFormat.MtdsgXml,
            Title = Header(root, "Titlesect"),
            Number = HeaderText.Number(text),
            Conclusion = conclusion,
            ConcludedOn = CellText.DayIn(conclusion),
            EntryIntoForceOn = CellText.DayIn(Header(root, "EIF")),
            AsAt = HeaderText.AsAt(CellText.Fold(string.Concat(Named(root, "Header").Take(1).Select(h => h.Value)))),
            Parties = Count(status, "Parties", unused),
            Signatories = Count(status, "Signatories", unused),
            Rows = rows,
            Unused = unused.ToList(),
        };
    }

    static XElement Parse(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = StatusTableReader.LargestDocument,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        // The declaration has served to decode the bytes, and must not stand below an empty line. Its lines are kept.
        var body = Declaration().Replace(text, m => new('\n', m.Value.Count(c => c == '\n')));
        try
        {
            using (var depths = XmlReader.Create(new StringReader(body), settings))
                while (depths.Read())
                    if (depths.Depth > DeepestNesting)
                        throw new StatusTableException($"The XML document nests more than {DeepestNesting} elements; no export does.");
            using var reader = XmlReader.Create(new StringReader(body), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException e)
        {
            throw new StatusTableException(
                $"The document is not well-formed XML: line {e.LineNumber}, column {e.LinePosition}: {e.Message} Download it again."
            );
        }
    }

    static IEnumerable<StatusTableRow> Table(XElement group, UnusedCells unused)
    {
        var elements = Rows(group).ToList();
        var rows = elements.ConvertAll(r => new GridRow(Line(r), [.. r.Elements().Select(Cell)]));
        var at = rows.FindIndex(r => ParticipantGrid.IsHeading(r.Cells));
        // The first column of an unusual table may have another name.
        if (at < 0)
            at = elements.FindIndex(r => r.Ancestors("Thead").Any() && ParticipantGrid.HasActs([.. r.Elements().Select(Cell)]));
        foreach (var row in at < 0 ? rows : rows.Take(at))
            unused.Add(row, "The row has no heading above it that begins with Participant.");
        if (at < 0)
            return [];
        return ParticipantGrid.Rows(rows[at].Cells, rows.Skip(at + 1), unused);
    }

    static IEnumerable<XElement> Rows(XElement group) => Named(group, "Row");

    /// <summary>The outermost elements of a name: what a damaged document repeats within them is not read twice.</summary>
    static IEnumerable<XElement> Named(XElement owner, params string[] names)
    {
        bool Has(XElement e) => names.Contains(e.Name.LocalName, StringComparer.OrdinalIgnoreCase);
        return owner.DescendantsAndSelf().Where(e => Has(e) && (e == owner || !(Has(owner) || Between(e, owner).Any(Has))));
    }

    static IEnumerable<XElement> Between(XElement element, XElement owner) => element.Ancestors().TakeWhile(a => a != owner);

    static string? Header(XElement root, string name) =>
        Named(root, name).FirstOrDefault() is { } element && Cell(element).Text is { Length: > 0 } text ? text : null;

    static int? Count(XElement? status, string name, UnusedCells unused) =>
        status is not null && Named(status, name).FirstOrDefault() is { } element
            ? HeaderText.Number(name, Cell(element).Text, Line(element), unused)
            : null;

    static int Line(XElement element) => ((IXmlLineInfo)element).HasLineInfo() ? ((IXmlLineInfo)element).LineNumber : 0;

    /// <summary>An element's text. Its markup is escaped in these documents, or now and then an element.</summary>
    static GridCell Cell(XElement element)
    {
        var text = string.Concat(
            element
                .DescendantNodes()
                .OfType<XText>()
                .Select(t =>
                    IsNote(t.Parent!) || Between(t.Parent!, element).Any(IsNote) ? $"<superscript>{t.Value}</superscript>" : t.Value
                )
        );
        var notes = Superscript()
            .Matches(text)
            .SelectMany(m => m.Groups["notes"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            .Select(CellText.Fold)
            .ToList();
        return new(CellText.Fold(WebUtility.HtmlDecode(Tag().Replace(Superscript().Replace(text, ""), ""))), notes);
    }

    static bool IsNote(XElement element) => element.Name.LocalName.ToUpperInvariant() is "SUPERSCRIPT" or "SUP";

    [GeneratedRegex(@"<(superscript|sup)>(?<notes>[^<]*)</\1>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Superscript();

    [GeneratedRegex("</?[A-Za-z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*<\?xml\s[^>]*\?>")]
    private static partial Regex Declaration();
}
