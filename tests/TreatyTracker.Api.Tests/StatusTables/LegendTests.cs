using System.Globalization;
using CsvHelper;
using TreatyTracker.Api.StatusTables;
using TreatyTracker.Api.Tests.Harness;
using TreatyTracker.Law;

namespace TreatyTracker.Api.Tests.StatusTables;

[Parallelizable(ParallelScope.All)]
public sealed class LegendTests
{
    [TestCase("Ratification", "", EventKind.Ratification)]
    [TestCase("Application", "", EventKind.Participation)]
    [TestCase("Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)", "", EventKind.Ratification)]
    [TestCase("Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)", "A", EventKind.Acceptance)]
    [TestCase("Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)", "AA", EventKind.Approval)]
    [TestCase("Approval(AA), Acceptance(A), Accession(a), Succession(d), Ratification", "a", EventKind.Accession)]
    [TestCase("Ratification, Accession (a), Succession (d)", "d", EventKind.Succession)]
    [TestCase("Ratification,\u00a0Accession(a)2,\nSuccession(d)", "a", EventKind.Accession)]
    [TestCase("Signature, Succession to signature(d)", "d", EventKind.SuccessionToSignature)]
    [TestCase("Signature, Signature ad referendum (s)", "s", EventKind.Signature)]
    [TestCase("Signature by non-regional members under Section 3 (c) (i) of resolution 07-79", "", EventKind.Signature)]
    [TestCase("Definitive signature(s), Acceptance(A), Succession(d)", "s", EventKind.DefinitiveSignature)]
    [TestCase("Acceptance(A)", "", EventKind.Acceptance)]
    [TestCase("Succession(d), Consent to be bound(P)", "P", EventKind.Participation)]
    [TestCase("Formal confirmation(c), Accession(a), Ratification", "c", EventKind.FormalConfirmation)]
    [TestCase("Simplified procedure(p), Accession(a), Consent to be bound(P)", "p", EventKind.Participation)]
    [TestCase("Ratification of the Convention as amended, Accession to the Convention as amended(a)", "a", EventKind.Accession)]
    [TestCase(
        "Participation in the Convention by virtue of ratification, accession or succession to the Protocol of 25 March 1972",
        "",
        EventKind.Participation
    )]
    [TestCase("Provisional application(n)", "n", EventKind.ProvisionalApplication)]
    [TestCase(
        "Provisional application by virtue of signature, adoption of the Agreement or accession thereto, "
            + "Provisional application by virtue of a notification (n)",
        "",
        EventKind.ProvisionalApplication
    )]
    [TestCase("Provisional acceptance/accession", "", EventKind.ProvisionalApplication)]
    [TestCase("Undertaking of provisional application in accordance with article 31", "", EventKind.ProvisionalApplication)]
    [TestCase("Notification under article 25", "", EventKind.Declaration)]
    // "(b)" is a subparagraph, not a mark; and it is not applied provisionally.
    [TestCase("Notification of non-provisional application under article 7 (1) (b)", "", EventKind.Declaration)]
    // The custom of the depositary tells the kind of a mark, where the heading names that kind without it.
    [TestCase("Definitive signature of the Protocol, Acceptance of the Protocol", "A", EventKind.Acceptance)]
    public void A_heading_says_what_a_mark_means(string heading, string mark, EventKind kind) =>
        Assert.That(Legend.Parse(heading).KindOf(mark.Length == 0 ? [] : [mark]), Is.EqualTo((kind, "")));

    [TestCase("Ratification, Accession(a)", "d", "The mark 'd' does not stand in the heading.")]
    [TestCase("Ratification, Accession(a)", "x", "The mark 'x' does not stand in the heading.")]
    [TestCase("Ratification, Accession(a)", "aa", "The mark 'aa' does not stand in the heading.")]
    [TestCase("Signature", "s", "The mark 's' does not stand in the heading.")]
    [TestCase("Accession(a), Succession(d)", "", "The date has no mark, and the heading names none without: it has a, d.")]
    [TestCase(
        "Definitive signature or acceptance of the Protocol",
        "",
        "The date has no mark, and the heading names several kinds without one: definitive-signature, acceptance."
    )]
    [TestCase(
        "Ratification/Accession",
        "",
        "The date has no mark, and the heading names several kinds without one: ratification, accession."
    )]
    [TestCase("Confirmation of signature ad referendum(C)", "C", "The heading's words for the mark 'C' are not known.")]
    [TestCase("Notification in respect of the Agreement as amended(d)", "d", "The heading's words for the mark 'd' are not known.")]
    [TestCase("Acceptance of the competence of the Committee", "", "The heading does not say in known words what the date is.")]
    [TestCase("Withdrawal of declaration", "", "The heading does not say in known words what the date is.")]
    [TestCase("", "", "The column has no heading.")]
    public void What_a_heading_does_not_say_is_not_guessed(string heading, string mark, string reason) =>
        Assert.That(Legend.Parse(heading).KindOf(mark.Length == 0 ? [] : [mark]), Is.EqualTo(((EventKind?)null, reason)));

    static readonly string[] s_marks = ["A", "AA", "C", "P", "a", "b", "c", "d", "i", "n", "p", "s"];

    /// <summary>
    /// headings.csv has the 107 headings of columns that the tables of the UN Treaty Collection had in 2015, and what a
    /// date means in each: without a mark, and with each mark.
    /// </summary>
    [Test]
    public void Every_heading_of_the_UN_is_read_as_a_lawyer_reads_it()
    {
        using var csv = new CsvReader(
            new StreamReader(Repository.At("tests", "TreatyTracker.Api.Tests", "StatusTables", "headings.csv")),
            CultureInfo.InvariantCulture
        );
        var headings = csv.GetRecords(
                new
                {
                    heading = "",
                    unmarked = "",
                    marks = "",
                }
            )
            .ToList();
        Assert.That(headings, Has.Count.EqualTo(107));
        Assert.Multiple(() =>
        {
            foreach (var row in headings)
            {
                var legend = Legend.Parse(row.heading);
                var marks = s_marks.Select(m => (Mark: m, legend.KindOf([m]).Kind)).Where(m => m.Kind is not null);
                Assert.That(
                    (
                        legend.KindOf([]).Kind?.WireName() ?? "",
                        string.Join("; ", marks.Select(m => $"{m.Mark}={m.Kind!.Value.WireName()}"))
                    ),
                    Is.EqualTo((row.unmarked, row.marks)),
                    row.heading
                );
            }
        });
    }
}
