using TreatyTracker.Api.StatusTables;

namespace TreatyTracker.Api.Tests.StatusTables;

[Parallelizable(ParallelScope.All)]
public sealed class CellTextTests
{
    [TestCase("4 Mar\t 2001 ", "2001-03-04")]
    [TestCase("4\u00a0Mar\u00a02001", "2001-03-04")]
    [TestCase(" 4 March 2001", "2001-03-04")]
    [TestCase("4 Sept. 2001", "2001-09-04")]
    [TestCase("2001-03-04", "2001-03-04")]
    [TestCase("2001-03-04T00:00:00", "2001-03-04")]
    [TestCase("9 Jan 2005 a", "2005-01-09 a")]
    [TestCase("21 May 2004AA", "2004-05-21 AA")]
    [TestCase("[9 Jan\t 2005 a]", "[2005-01-09] a")]
    [TestCase("[9 Jan 2005] a", "[2005-01-09] a")]
    [TestCase("9 Jan 2005 a 5,6", "2005-01-09 a 5 6")]
    [TestCase("9 Jan 2005 a5", "2005-01-09 a 5")]
    [TestCase("9 Jan 2005 7", "2005-01-09 7")]
    [TestCase("9 Jan 2005*", "2005-01-09 *")]
    [TestCase("[11 Sep 1980 a] 5 Jun 1990 a", "[1980-09-11] a; 1990-06-05 a")]
    [TestCase("10 Oct 1967 (London), 5 Mar 1968 (Moscow)", "1967-10-10 London; 1968-03-05 Moscow")]
    [TestCase("29 Feb 2000", "2000-02-29")]
    // Only a month or a year is known.
    [TestCase("Mar 2001 d", "2001-03 d")]
    [TestCase("1971", "1971")]
    [TestCase("2022-01-01/2022-09-27", "2022-01-01/2022-09-27", Description = "one act, on one of these days")]
    [TestCase("[2022-01-01/2022-09-27] a", "[2022-01-01/2022-09-27] a")]
    [TestCase("9 Jan 2005/10 Feb 2006", "2005-01-09; 2006-02-10")]
    public void A_cell_is_read_with_its_marks(string cell, string expected) => Assert.That(Read(cell), Is.EqualTo(expected));

    [TestCase("29 Feb 2001", Description = "no such day")]
    [TestCase("31 Nov 2001")]
    [TestCase("0 Mar 2001")]
    [TestCase("4 Mar 20013", Description = "a footnote's digit on the year, or a slip: not to be told apart")]
    [TestCase("14 Mar 201")]
    [TestCase("124 Mar 2001")]
    [TestCase("4 Mxr 2001")]
    [TestCase("[9 Jan 2005 a", Description = "half a bracket")]
    [TestCase("9 Jan 2005 a]")]
    [TestCase("[[9 Jan 2005 a]]")]
    [TestCase("See note 5")]
    [TestCase("on 4 Mar 2001")]
    [TestCase("4 Mar 2001 – 5 Apr 2002")]
    [TestCase("1 Jan 0001", Description = "a placeholder")]
    [TestCase("9999-12-31")]
    [TestCase("2022-09-27/2022-01-01", Description = "a period that ends before it begins")]
    [TestCase("2022-09-27/9999-12-31")]
    [TestCase("04/03/2001", Description = "a day or a month first: not to be told")]
    [TestCase("4 Mar ٢٠٠١", Description = "digits of another script")]
    public void What_is_not_wholly_a_date_is_not_read_in_part(string cell) => Assert.That(Read(cell), Is.Empty);

    [TestCase("Germany5,6", "Germany", "5 6")]
    [TestCase("Germany 5, 6", "Germany", "5 6")]
    [TestCase("Iran (Islamic Republic of)12", "Iran (Islamic Republic of)", "12")]
    [TestCase("Côte d'Ivoire", "Côte d'Ivoire", "")]
    [TestCase("Mexico*", "Mexico", "*")]
    [TestCase("[Costaguana]", "[Costaguana]", "")]
    [TestCase("[Costaguana 5]", "[Costaguana]", "5")]
    [TestCase("[Costaguana]5", "[Costaguana]", "5")]
    [TestCase("Congo 1971", "Congo 1971", "")]
    public void A_name_is_read_without_its_footnotes(string text, string name, string notes)
    {
        var read = CellText.Name(CellText.Fold(text));
        Assert.That((read.IsBracketed ? $"[{read.Name}]" : read.Name, string.Join(' ', read.Footnotes)), Is.EqualTo((name, notes)));
    }

    [TestCase("9 June 2003, in accordance with article 12(1).", "2003-06-09")]
    [TestCase("Port Example, 4 March 2001", "2001-03-04")]
    [TestCase("9 June 2003, as amended on 1 July 2004.", "2003-06-09")]
    [TestCase("Port Example, 4 March 2001 and 5 March 2001", null)]
    [TestCase("Not yet in force", null)]
    public void The_day_of_a_sentence_is_the_only_one_or_the_first_thing_in_it(string text, string? day) =>
        Assert.That(CellText.DayIn(text)?.ToString("yyyy-MM-dd", null), Is.EqualTo(day));

    [TestCase("dd/MM/yyyy", "04/03/2001", "2001-03-04")]
    [TestCase("dd/MM/yyyy", "4/3/2001", "")]
    [TestCase("d/M/yyyy", "4/3/2001", "2001-03-04")]
    [TestCase("dd/MM/yyyy", "04/13/2001", "")]
    [TestCase("dd-MM-yyyy", "20-10-2004 (R)", "2004-10-20 R")]
    [TestCase("MMMM d, yyyy", "March 4, 2001", "2001-03-04")]
    [TestCase("MM/yyyy", "03/2001", "2001-03")]
    public void Other_formats_are_read_as_they_say(string format, string cell, string expected) =>
        Assert.That(Read(cell, new DateSyntax([format])), Is.EqualTo(expected));

    [Test]
    public void Months_have_the_names_that_a_mapping_gives()
    {
        string[] german =
        [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ];
        var syntax = new DateSyntax(["d. MMMM yyyy"], german);
        Assert.That(Read("12. Februar 2002 B", syntax), Is.EqualTo("2002-02-12 B"));
        Assert.That(Read("4. Dez. 2001", syntax), Is.EqualTo("2001-12-04"));
        Assert.That(Read("4. December 2001", syntax), Is.Empty);
        var roman = new DateSyntax(["d-MMM-yyyy"], ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]);
        Assert.That(Read("1-XII-1983", roman), Is.EqualTo("1983-12-01"));
        Assert.That(Read("1-I-1983", roman), Is.EqualTo("1983-01-01"));
    }

    [TestCase("dd/MM/yy")]
    [TestCase("dd/yyyy")]
    [TestCase("yyyyMMdd")]
    [TestCase("dd/MM/yyyy HH:mm")]
    [TestCase("MM")]
    [TestCase("")]
    public void A_date_format_that_cannot_be_read_is_refused(string format) =>
        Assert.That(() => new DateSyntax([format]), Throws.TypeOf<StatusTableException>().With.Message.Contains("such as dd/MM/yyyy"));

    static string Read(string cell, DateSyntax? syntax = null) =>
        string.Join(
            "; ",
            CellText
                .Dates(CellText.Fold(cell), syntax ?? DateSyntax.Mtdsg)
                .Select(e => string.Join(' ', [e.IsBracketed ? $"[{e.Date}]" : e.Date.ToString(), .. e.Words, .. e.Footnotes]))
        );
}
