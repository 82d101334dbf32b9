using System.Text;
using TreatyTracker.Api.StatusTables;

namespace TreatyTracker.Api.Tests.StatusTables;

/// <summary>Rows of status tables of the UN Treaty Collection as they stood on 27 March 2026.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SampleRowTests
{
    [TestCase("Ratification", "Belarus3 | 24 Oct 1945", "Belarus^3: ratification 1945-10-24")]
    [TestCase("Ratification", "China5,6 | 15 Sep 1972", "China^5,6: ratification 1972-09-15")]
    [TestCase("Accession(a), Succession(d)", "Afghanistan |  5 Sep 1947 a", "Afghanistan: accession 1947-09-05")]
    [TestCase("Accession(a), Succession(d)", "Bosnia and Herzegovina2 |  1 Sep 1993 d", "Bosnia and Herzegovina^2: succession 1993-09-01")]
    [TestCase("Accession(a), Succession(d)", "China3 | 11 Sep 1979 a", "China^3: accession 1979-09-11")]
    [TestCase("Application", "Antigua and Barbuda1 | 14 Dec 1988", "Antigua and Barbuda^1: participation 1988-12-14")]
    [TestCase("Application", "Croatia1,2 | 12 Oct 1992", "Croatia^1,2: participation 1992-10-12")]
    [TestCase("Application", "Germany3,4,5 | 10 Oct 1957", "Germany^3,4,5: participation 1957-10-10")]
    [TestCase("Application", "Iran (Islamic Republic of) | 16 May 1974", "Iran (Islamic Republic of): participation 1974-05-16")]
    public void A_row_is_read(string heading, string row, string expected) =>
        Assert.That(TableText.Rows(Read($"Participant | {heading}\n{row}\n")), Is.EqualTo([expected]));

    /// <summary>A copy of II-1 dropped its empty cells, so that accessions stand in the column before theirs.</summary>
    [Test]
    public void A_date_that_slipped_into_another_column_is_not_used()
    {
        var table = Read("Participant | Signature | Accession(a)\nBelgium2 | 23 Dec 1949 a\nBurkina Faso | 27 Mar 1962 a\n");
        Assert.That(table.Rows, Is.Empty);
        Assert.That(TableText.Unused(table), Has.Count.EqualTo(2).And.All.Contains("which column a date belongs to cannot be told"));
    }

    static StatusTable Read(string text) => StatusTableReader.Read(Encoding.UTF8.GetBytes(text), StatusTableFormat.MtdsgText);
}
