using System.Text;
using TreatyTracker.Api.StatusTables;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.StatusTables;

/// <summary>Invented documents in every format. The treaties do not exist.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DocumentTests
{
    static readonly string[] s_lighthouses =
    [
        "Belgium: signature 2001-03-04, ratification 2002-02-01",
        "Côte d'Ivoire^3,4: accession 2003-12-12, declaration 2004-01-01",
        "Finland: signature 2001-03-05, acceptance 2002-02-02, provisional-application 2001-03-05",
        "Germany^5,6: signature 2001-03-04, [approval 2005-01-09^7]",
        "Montenegro: succession-to-signature 2006-10-23, succession 2006-10-23",
        "Niger: signature 2001-03-06, [ratification 2004-03-03]",
        "Oman:",
    ];

    static readonly string[] s_lighthousesUnused =
    [
        "39 Signature, Succession to signature(d) '31 Feb 2001': The cell is not a date with a known mark, such as '4 Mar 2001 a'.",
        "39 Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d) '4 Apr 2004 z': The mark 'z' does not stand in "
            + "the heading.",
        "39 Notification under article 7 'see note 8': The cell is not a date with a known mark, such as '4 Mar 2001 a'.",
        "40 row 'Palau | 7 Apr 2004 a': The row has 2 cells and the heading 5: which column a date belongs to cannot be told.",
        "42 row '|  | 8 Apr 2004 |  |': The row names no participant.",
    ];

    static byte[] Document(string name) =>
        File.ReadAllBytes(Repository.At("tests", "TreatyTracker.Api.Tests", "StatusTables", "documents", name));

    static StatusTable Read(string text, StatusTableFormat? format = null, CsvMapping? mapping = null) =>
        StatusTableReader.Read(Encoding.UTF8.GetBytes(text), format, mapping);

    [Test]
    public void An_XML_export_is_read_with_every_oddity()
    {
        var table = StatusTableReader.Read(Document("lighthouses.xml"));
        Assert.Multiple(() =>
        {
            Assert.That(TableText.Rows(table), Is.EqualTo(s_lighthouses));
            Assert.That(TableText.Unused(table), Is.EqualTo(s_lighthousesUnused));
            Assert.That(table.Format, Is.EqualTo(StatusTableFormat.MtdsgXml));
            Assert.That(table.Title, Is.EqualTo("Convention on Lighthouses"));
            Assert.That((table.Conclusion, table.ConcludedOn), Is.EqualTo(("Port Example, 4 March 2001", new DateOnly(2001, 3, 4))));
            Assert.That(table.EntryIntoForceOn, Is.EqualTo(new DateOnly(2003, 6, 9)));
            Assert.That(table.Signatories, Is.EqualTo(4));
            Assert.That(table.Parties, Is.EqualTo(197), "197 with footnotes 1 and 2");
        });
    }

    [Test]
    public void A_number_of_parties_that_a_footnote_s_digit_has_spoilt_is_reported()
    {
        var text = Encoding.UTF8.GetString(Document("lighthouses.xml"));
        var table = Read(text.Replace("197&lt;superscript&gt;1,2&lt;/superscript&gt;", "1971", StringComparison.Ordinal));
        Assert.That(table.Parties, Is.Null);
        Assert.That(TableText.Unused(table)[0], Does.StartWith("10 Parties '1971': The count is no number of participants"));
    }

    /// <summary>As it stands in the file, the document is UTF-8 and says that it is ISO-8859-1.</summary>
    [TestCase("utf-8", false)]
    [TestCase("utf-8", true)]
    [TestCase("iso-8859-1", false)]
    [TestCase("utf-16", true)]
    [TestCase("utf-16", false)]
    [TestCase("utf-16BE", true)]
    public void Its_encoding_is_found_whatever_it_declares(string encoding, bool hasMark)
    {
        var text = Encoding.UTF8.GetString(Document("lighthouses.xml"));
        var bytes = Encoding.GetEncoding(encoding).GetBytes(text);
        var mark = hasMark ? Encoding.GetEncoding(encoding).GetPreamble() : [];
        Assert.That(TableText.Rows(StatusTableReader.Read([.. mark, .. bytes])), Is.EqualTo(s_lighthouses));
    }

    [Test]
    public void Line_ends_of_other_systems_do_not_matter()
    {
        var text = Encoding.UTF8.GetString(Document("lighthouses.xml")).Replace("\n", "\r\n", StringComparison.Ordinal);
        var table = Read(text);
        Assert.That(TableText.Rows(table), Is.EqualTo(s_lighthouses));
        Assert.That(TableText.Unused(table), Is.EqualTo(s_lighthousesUnused));
    }

    [Test]
    public void Two_columns_of_consents_are_both_read()
    {
        var table = StatusTableReader.Read(Document("two-consent-columns.xml"));
        Assert.That(
            TableText.Rows(table),
            Is.EqualTo(["Chile: participation 1975-12-19", "Peru: [accession 1977-09-12^2], accession 1990-02-01^2"])
        );
        Assert.That((table.Parties, table.Signatories, table.Unused.Count), Is.EqualTo((2, (int?)null, 0)));
    }

    [Test]
    public void Special_tables_are_read_where_they_are_tables_of_participants()
    {
        var table = StatusTableReader.Read(Document("special-tables.xml"));
        Assert.That(TableText.Rows(table), Is.EqualTo(["Liechtenstein: acceptance 1950-03-29", "Switzerland:"]));
        Assert.That(
            TableText.Unused(table),
            Is.EqualTo([
                "5 row 'Note | What it says': The row has no heading above it that begins with Participant.",
                "6 row '1 | All members are parties.': The row has no heading above it that begins with Participant.",
                "12 Definitive signature or acceptance of the Statute '28 Jul 1948': "
                    + "The date has no mark, and the heading names several kinds without one: definitive-signature, acceptance.",
            ])
        );
    }

    [Test]
    public void The_first_column_of_an_unusual_table_may_have_another_name()
    {
        var text = Encoding.UTF8.GetString(Document("special-tables.xml")).Replace(">Participant<", ">State<", StringComparison.Ordinal);
        Assert.That(TableText.Rows(Read(text)), Is.EqualTo(["Liechtenstein: acceptance 1950-03-29", "Switzerland:"]));
    }

    [Test]
    public void A_status_page_is_read()
    {
        var table = StatusTableReader.Read(Document("lighthouses.html"));
        Assert.Multiple(() =>
        {
            Assert.That(table.Format, Is.EqualTo(StatusTableFormat.MtdsgHtml));
            Assert.That(
                TableText.Rows(table),
                Is.EqualTo([
                    "Belgium: signature 2001-03-04, acceptance 2002-02-01",
                    "Côte d'Ivoire^5,6: accession 2003-12-12",
                    "Niger^7: [accession 2004-03-03]",
                    "Oman:",
                ])
            );
            Assert.That(
                TableText.Unused(table),
                Is.EqualTo([
                    "15 row 'Participant | Date of receipt of the proposal': "
                        + "The table has no column of signatures or consents; it was not read.",
                    "26 Ratification, Acceptance(A), Accession(a), Succession(d) '4 Apr 2004 x': The mark 'x' does not stand in "
                        + "the heading.",
                    "27 row 'Palau |': The row has 2 cells and the heading 3: which column a date belongs to cannot be told.",
                ])
            );
            Assert.That((table.Parties, table.Signatories), Is.EqualTo((52, 41)));
            Assert.That(table.AsAt, Is.EqualTo(new DateOnly(2024, 4, 19)));
            Assert.That(table.EntryIntoForceOn, Is.EqualTo(new DateOnly(2003, 6, 9)));
            Assert.That(table.Number, Is.EqualTo("XXX-9-a"));
        });
    }

    /// <summary>Where a table lays out the page, the grid within it is read once, with its footnotes.</summary>
    [Test]
    public void A_grid_within_a_table_is_read_once()
    {
        var text = Encoding.UTF8.GetString(Document("lighthouses.html"));
        var wrapped = text.Replace("<body>", "<body><table><tr><td>", StringComparison.Ordinal)
            .Replace("</form>", "</form></td><td>Signature</td></tr></table>", StringComparison.Ordinal);
        Assert.That(TableText.Rows(Read(wrapped)), Is.EqualTo(TableText.Rows(Read(text))));
        var bare =
            wrapped[..wrapped.IndexOf("<form", StringComparison.Ordinal)]
            + wrapped[wrapped.IndexOf("<table id=\"ctl00_C", StringComparison.Ordinal)..];
        Assert.That(TableText.Rows(Read(bare)), Is.EqualTo(TableText.Rows(Read(text))));
    }

    [Test]
    public void Only_the_grid_is_read_where_another_table_has_dates_too()
    {
        var text = Encoding.UTF8.GetString(Document("lighthouses.html"));
        var other = "<table><tr><th>Participant</th><th>Ratification</th></tr><tr><td>Peru</td><td>1 Jan 2020</td></tr></table>";
        var table = Read(text.Replace("Declarations and reservations", other, StringComparison.Ordinal));
        Assert.That(TableText.Rows(table), Is.EqualTo(TableText.Rows(Read(text))));
        Assert.That(
            TableText.Unused(table)[^1],
            Is.EqualTo("31 row 'Participant | Ratification': The table is not the page's table of participants; it was not read.")
        );
    }

    [Test]
    public void A_later_heading_of_a_page_is_that_of_the_rows_after_it()
    {
        var table = Read(
            "<html><table><tr><th>Participant</th><th>Ratification</th></tr><tr><td>Peru</td><td>1 Jan 2020</td></tr>"
                + "<tr><td>Participant</td><td>Accession</td></tr><tr><td>Fiji</td><td>2 Jan 2020</td></tr></table></html>"
        );
        Assert.That(TableText.Rows(table), Is.EqualTo(["Peru: ratification 2020-01-01", "Fiji: accession 2020-01-02"]));
        Assert.That(TableText.Unused(table), Is.Empty);
    }

    [Test]
    public void A_maintenance_page_is_an_error_that_says_so()
    {
        Assert.That(
            () => StatusTableReader.Read(Document("maintenance.html")),
            Throws
                .TypeOf<StatusTableException>()
                .With.Message.Contains("'UN Treaty Collection' has no table of participants. It may be an error")
        );
        Assert.That(
            () => StatusTableReader.Read(Document("maintenance.html"), StatusTableFormat.MtdsgXml),
            Throws.TypeOf<StatusTableException>().With.Message.Contains("an HTML page, not XML").And.Message.Contains("status 200")
        );
    }

    [Test]
    public void Pasted_rows_are_read()
    {
        var table = StatusTableReader.Read(Document("pasted.txt"));
        Assert.Multiple(() =>
        {
            Assert.That(table.Format, Is.EqualTo(StatusTableFormat.MtdsgText));
            Assert.That(
                TableText.Rows(table),
                Is.EqualTo([
                    "Belgium: signature 2000-12-12, approval 2004-05-21",
                    "Côte d'Ivoire^5,6: accession 2003-12-12",
                    "Finland: signature 2000-12-13",
                    "Niger: signature 2000-12-14, [ratification 2004-03-03]",
                    "Oman:",
                ])
            );
            Assert.That(
                TableText.Unused(table),
                Is.EqualTo([
                    "9 row '(from the site)': The line is no row of the table.",
                    "10 Ratification, Acceptance(A), Approval(AA), Accession(a) '4 Apr 2004 d': The mark 'd' does not stand in "
                        + "the heading.",
                ])
            );
            Assert.That((table.Parties, table.Signatories, table.AsAt), Is.EqualTo((52, 41, new DateOnly(2024, 4, 19))));
            Assert.That(table.EntryIntoForceOn, Is.EqualTo(new DateOnly(2003, 6, 9)));
        });
    }

    [TestCase('|')]
    [TestCase('\t')]
    public void Rows_without_a_heading_are_read_under_the_usual_one(char separator)
    {
        var table = Read("Belgium|12 Dec 2000|21 May 2004 AA\nPeru||9 Jan 2005\n".Replace('|', separator), StatusTableFormat.MtdsgText);
        Assert.That(
            TableText.Rows(table),
            Is.EqualTo(["Belgium: signature 2000-12-12, approval 2004-05-21", "Peru: ratification 2005-01-09"])
        );
    }

    [Test]
    public void A_short_row_is_not_read_where_the_text_drops_empty_cells()
    {
        var table = Read("Participant | Signature | Ratification, Accession(a)\nBelgium | 12 Dec 2000 | 21 May 2004\nPeru | 9 Jan 2005\n");
        Assert.That(TableText.Rows(table), Is.EqualTo(["Belgium: signature 2000-12-12, ratification 2004-05-21"]));
        Assert.That(TableText.Unused(table), Has.Count.EqualTo(1).And.Some.Contains("which column a date belongs to cannot be told"));
    }

    [Test]
    public void A_later_heading_of_pasted_text_is_that_of_the_rows_after_it()
    {
        var table = Read(
            "Participant | Signature | Ratification\nBelgium | | 21 May 2004\nParticipant | Accession | Denunciation\n"
                + "Peru | 9 Jan 2005 |\nFiji | 9 Jan 2005 | 3 Mar 2010\n"
        );
        Assert.That(
            TableText.Rows(table),
            Is.EqualTo([
                "Belgium: ratification 2004-05-21",
                "Peru: accession 2005-01-09",
                "Fiji: accession 2005-01-09, withdrawal 2010-03-03",
            ])
        );
    }

    [Test]
    public void A_Markdown_table_is_read()
    {
        var table = Read("| Participant | Accession(a) |\n| --- | --- |\n| Peru | 9 Jan 2005 a |\n");
        Assert.That(TableText.Rows(table), Is.EqualTo(["Peru: accession 2005-01-09"]));
    }

    [Test]
    public void Signatures_of_the_Council_of_Europe_are_read()
    {
        var table = StatusTableReader.Read(Document("signatures.json"));
        Assert.Multiple(() =>
        {
            Assert.That((table.Format, table.Number), Is.EqualTo((StatusTableFormat.CoeJson, "999")));
            Assert.That(
                TableText.Rows(table),
                Is.EqualTo([
                    "Belgium (BEL): signature 2001-03-04, ratification 2002-02-01 from 2002-06-01",
                    "Luxembourg (LUX): signature 2001-03-04, ratification 2002-02-02 from 2002-06-01, withdrawal 2010-01-05 from "
                        + "2011-01-05",
                    "Monaco (MON): accession 2003-02-01, suspension 2009-09-09",
                    "San Marino (SMR):",
                ])
            );
            Assert.That(
                TableText.Unused(table),
                Is.EqualTo([
                    "13 DateRetrait '2004-02-01T00:00:00': What this date is, is not known.",
                    "13 DateSignature 'soon': It is not a day such as 2001-03-04T00:00:00.",
                    "13 DateEntreeVigueur '2003-02-01T00:00:00': 'DateConsentement' has no day, so the act it belongs to is not dated.",
                    "15 row '???, , 2001-03-04T00:00:00': The object names no participant.",
                ])
            );
        });
    }

    [TestCase("", "The document is empty.")]
    [TestCase("  \r\n ", "The document is empty.")]
    [TestCase("%PDF-1.7 …", "The document is a PDF file. Save it as CSV, HTML or text.")]
    [TestCase("Some prose about lighthouses.", "The format of the document is not known. Name it with --as (mtdsg-xml, mtdsg-html,")]
    [TestCase("<Treaty><Header/></Treaty>", "has no table of participants")]
    [TestCase("<Treaty><Participants><Row></Treaty>", "The document is not well-formed XML: line 1, column 30")]
    [TestCase("<!DOCTYPE t [<!ENTITY a \"b\">]><t>&a;</t>", "The document is not well-formed XML")]
    [TestCase("[[{\"LibPaysOrga\": ", "The document is not JSON: line 1")]
    [TestCase("{\"a\": [1, 2]}", "No object of the JSON document has LibPaysOrga")]
    public void What_is_no_status_table_is_refused_with_a_reason(string text, string message) =>
        Assert.That(() => Read(text), Throws.TypeOf<StatusTableException>().With.Message.Contains(message));

    [TestCase("x-lighthouse")]
    [TestCase("utf-7")]
    public void An_unknown_declared_encoding_is_refused(string encoding) =>
        Assert.That(
            () => StatusTableReader.Read([.. Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{encoding}'?>"), 0xE9]),
            Throws.TypeOf<StatusTableException>().With.Message.Contains($"'{encoding}', which is not supported. Save it as UTF-8.")
        );

    [Test]
    public void A_document_that_is_too_large_is_refused_before_it_is_read_whole()
    {
        using var endless = new EndlessStream();
        Assert.That(
            () => StatusTableReader.Read(endless),
            Throws.TypeOf<StatusTableException>().With.Message.EqualTo("The document is larger than 64 MB.")
        );
    }

    [Test]
    public void Only_a_regular_file_is_read()
    {
        foreach (var path in new[] { "/dev/zero", "/dev/null", Path.GetTempPath(), "no-such-file.xml", "" })
            Assert.That(() => StatusTableReader.ReadFile(path), Throws.TypeOf<StatusTableException>(), path);
    }

    /// <summary>A page nested a hundred thousand deep must not exhaust the stack, which would end the process.</summary>
    [TestCase("<div>")]
    [TestCase("<table><tr><td>")]
    [TestCase("<b><i>")]
    public void Deep_nesting_is_read_or_refused(string tag)
    {
        var deep = string.Concat(Enumerable.Repeat(tag, 20_000));
        Assert.That(() => Read($"<html><body>{deep}"), Throws.TypeOf<StatusTableException>());
        Assert.That(() => Read($"<T>{string.Concat(Enumerable.Repeat("<a>", 100_000))}"), Throws.TypeOf<StatusTableException>());
        Assert.That(() => Read(new string('[', 100_000)), Throws.TypeOf<StatusTableException>());
    }

    sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
