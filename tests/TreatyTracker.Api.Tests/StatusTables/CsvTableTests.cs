using System.Text;
using TreatyTracker.Api.StatusTables;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.StatusTables;

[Parallelizable(ParallelScope.All)]
public sealed class CsvTableTests
{
    const string Unts = """
        Participant,Action,Date of Notification/Deposit,Date of Effect
        Belgium,Signature,04/03/2001,
        Belgium,Ratification,01/02/2002,09/06/2003
        Côte d'Ivoire,Accession,12/12/2003,11/01/2004
        Peru,Denunciation,05/01/2010,05/01/2011
        Oman,Rejoicing,05/01/2010,

        """;

    static readonly string[] s_unts =
    [
        "Belgium: signature 2001-03-04",
        "Belgium: ratification 2002-02-01 from 2003-06-09",
        "Côte d'Ivoire: accession 2003-12-12 from 2004-01-11",
        "Peru: withdrawal 2010-01-05 from 2011-01-05",
        "Oman:",
    ];

    static StatusTable Read(string text, CsvMapping? mapping = null) => StatusTableReader.Read(Encoding.UTF8.GetBytes(text), null, mapping);

    static CsvMapping Mapping(string json) => CsvMappings.Parse("mine.json", json);

    [Test]
    public void The_shipped_mapping_that_fits_the_heading_is_chosen()
    {
        var table = Read(Unts);
        Assert.That(table.Format, Is.EqualTo(StatusTableFormat.Csv));
        Assert.That(TableText.Rows(table), Is.EqualTo(s_unts));
        Assert.That(
            TableText.Unused(table),
            Is.EqualTo([
                "6 Date of Notification/Deposit 'Rejoicing 05/01/2010': "
                    + "'Rejoicing' is no known word for a kind or place. Add it to 'kinds' of the mapping.",
            ])
        );
    }

    [TestCase(",")]
    [TestCase(";")]
    [TestCase("\t")]
    [TestCase("|")]
    public void The_separator_is_found(string separator) =>
        Assert.That(TableText.Rows(Read(Unts.Replace(",", separator, StringComparison.Ordinal))), Is.EqualTo(s_unts));

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("iso-8859-1")]
    public void The_encoding_is_found(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding).GetPreamble().Concat(Encoding.GetEncoding(encoding).GetBytes(Unts));
        Assert.That(TableText.Rows(StatusTableReader.Read([.. bytes])), Is.EqualTo(s_unts));
    }

    [Test]
    public void Spaces_line_ends_quotes_and_titles_do_not_matter()
    {
        var text =
            "\uFEFFUN Treaty Series\r\n\r\n"
            + Unts.ReplaceLineEndings("\r\n")
                .Replace("Belgium,", "\" Belgium\u00a0\",", StringComparison.Ordinal)
                .Replace("Date of Effect", " date of\u00a0 EFFECT ", StringComparison.Ordinal);
        var table = Read(text);
        Assert.That(TableText.Rows(table), Is.EqualTo(s_unts));
        Assert.That(TableText.Unused(table)[0], Is.EqualTo("1 row 'UN Treaty Series': The row stands above the heading."));
        Assert.That(TableText.Unused(table)[1], Does.StartWith("8 Date of Notification/Deposit"));
    }

    [Test]
    public void Columns_stand_in_any_order_and_one_too_many_is_reported()
    {
        var table = Read(
            "Region,Date of Effect,Action,Participant,Date of Notification/Deposit\nEurope,09/06/2003,Ratification,Belgium,01/02/2002\n"
        );
        Assert.That(TableText.Rows(table), Is.EqualTo(s_unts[1..2]));
        Assert.That(TableText.Unused(table), Is.EqualTo(["1 Region 'Region': The mapping 'unts' does not use this column."]));
    }

    [TestCase("Belgium,Ratification,13/13/2002,", "2 Date of Notification/Deposit '13/13/2002': The cell is not a date")]
    [TestCase("Belgium,Ratification,2002-01-01,", "2 Date of Notification/Deposit '2002-01-01': The cell is not a date")]
    [TestCase("Belgium,Ratification,01/01/0001,", "2 Date of Notification/Deposit '01/01/0001': The cell is not a date")]
    [TestCase("Belgium,Ratification,,", "2 Action 'Ratification': The row has no date in 'Date of Notification/Deposit' for it.")]
    [TestCase("Belgium,,01/02/2002,", "2 Date of Notification/Deposit '01/02/2002': Nothing says of what kind the act is.")]
    [TestCase("Belgium,Ratification,01/02/2002,later", "2 Date of Effect 'later': The cell is not one day that belongs to one act.")]
    [TestCase(",Ratification,01/02/2002,", "2 row '| Ratification | 01/02/2002 |': The row names no participant.")]
    [TestCase(
        "Belgium,Ratification,01/02/2002,,x",
        "2 row 'Belgium | Ratification | 01/02/2002 |  | x': The row has 5 cells and the heading 4."
    )]
    public void What_cannot_be_used_is_reported_with_its_place(string row, string reason)
    {
        var table = Read($"Participant,Action,Date of Notification/Deposit,Date of Effect\n{row}\nPeru,Accession,01/02/2002,\n");
        Assert.That(TableText.Unused(table), Has.Count.EqualTo(1).And.Some.StartsWith(reason));
        Assert.That(TableText.Rows(table)[^1], Is.EqualTo("Peru: accession 2002-02-01"));
    }

    [Test]
    public void A_quotation_mark_that_is_not_closed_is_refused()
    {
        var rows = string.Concat(Enumerable.Repeat("Peru,Accession,01/02/2002,\n", 5_000));
        Assert.That(
            () => Read($"Participant,Action,Date of Notification/Deposit,Date of Effect\n\"Belgium,Signature,01/02/2002,\n{rows}"),
            Throws.TypeOf<StatusTableException>().With.Message.StartsWith("Line 2 has a field of more than 100000 characters.")
        );
    }

    [Test]
    public void A_wide_table_states_several_acts_in_a_row()
    {
        var mapping = Mapping(
            """
            {
              "name": "State",
              "code": "ISO",
              "acts": [
                { "date": "Signed", "kind": "signature" },
                { "date": "Deposited", "kind": "ratification", "effect": "In force", "place": "Where" },
                { "date": "Left", "kind": "withdrawal" },
              ],
              // letters after the date
              "kinds": { "a": "accession", "A": "acceptance", "RAT": "ratification", "old": null },
              "places": { "L": "London" },
              "dateFormats": ["dd.MM.yyyy", "d MMMM yyyy"]
            }
            """
        );
        var table = Read(
            """
            State;ISO;Signed;Deposited;In force;Where;Left
            Belgium*;BEL;04.03.2001;01.02.2002;09.06.2003;L;
            Peru;PER;;12.12.2003 a;;Washington;[1 March 2010]
            Chile;CHL;;12.12.2003 A, 13.12.2003 A (L);;;
            ;FIN;;12.12.2003 (rat);;;
            Oman;OMN;;12.12.2003 x;;;
            Palau;PLW;12.12.2003 old;;;;
            [Niger];NER;01.01.2001;02.02.2002;;;
            """,
            mapping
        );
        Assert.That(
            TableText.Rows(table),
            Is.EqualTo([
                "Belgium (BEL)^*: signature 2001-03-04, ratification 2002-02-01 from 2003-06-09 in London",
                "Peru (PER): accession 2003-12-12 in Washington, [withdrawal 2010-03-01]",
                "Chile (CHL): acceptance 2003-12-12, acceptance 2003-12-13 in London",
                "FIN (FIN): ratification 2003-12-12",
                "Oman (OMN):",
                "Palau (PLW):",
                "Niger (NER): signature 2001-01-01, [ratification 2002-02-02]",
            ])
        );
        Assert.That(
            TableText.Unused(table),
            Is.EqualTo([
                "6 Deposited '12.12.2003 x': 'x' is no known word for a kind or place. Add it to 'kinds' of the mapping.",
                "7 Signed '12.12.2003 old': The mapping says that this is no act of the record.",
            ])
        );
    }

    [Test]
    public void The_table_of_2015_is_read_with_its_treaties()
    {
        var table = Read(
            """
            mtdsg_no,participant_code,participant,action,date,is_consent,source_column
            I-1,ARG,Argentina,ratification,1945-09-24,1,Ratification
            I-1,CZE,Czech Republic,succession-to-signature,1993-02-22,0,"Signature, Succession to signature(d)"
            III-2-1,ALB,Albania,application,2007-10-04,1,Application
            IV-9,CAN,Canada,other:Notification under article 25,1990-01-01,0,Notification under article 25
            XI-1,FRA,France,confirmation-of-signature,1984-03-28,0,Confirmation of signature ad referendum(C)
            XXI-6-a,BRA,Brazil,provisional-application,1994-07-29,0,Notification of non-provisional application under article 7 (1) (b)

            """
        );
        Assert.That(
            TableText.Rows(table),
            Is.EqualTo([
                "I-1 Argentina (ARG): ratification 1945-09-24",
                "I-1 Czech Republic (CZE): succession-to-signature 1993-02-22",
                "III-2-1 Albania (ALB): participation 2007-10-04",
                "IV-9 Canada (CAN): declaration 1990-01-01",
                "XI-1 France (FRA):",
            ])
        );
        Assert.That(
            TableText.Unused(table),
            Is.EqualTo([
                "6 date 'confirmation-of-signature 1984-03-28': The mapping says that this is no act of the record.",
                "7 source_column 'XXI-6-a | BRA | Brazil | provisional-application | 1994-07-29 | 0 | "
                    + "Notification of non-provisional application under article 7 (1) (b)': The mapping 'mtdsg-2015' leaves out "
                    + "such rows.",
            ])
        );
    }

    [TestCase(
        "acts",
        "participant,kind,date,effective_on,sources,verification,note\n"
            + "BEL,accession,2017-07-25,2020-04-28,gazette-2017|gazette-2020,unverified,misprinted\n",
        "BEL (BEL): accession 2017-07-25 from 2020-04-28 by gazette-2017 gazette-2020, unverified (misprinted)"
    )]
    [TestCase(
        "wipo",
        "Contracting Party,Treaty,Signature Date,Instrument Type,Instrument Date,Entry Into Force Date\n"
            + "Belgium,Lighthouses,2013-06-19,Declaration of Continued Application,2017-07-25,2020-04-28\n",
        "Lighthouses Belgium: signature 2013-06-19, succession 2017-07-25 from 2020-04-28"
    )]
    [TestCase(
        "icao",
        "State,Date of signature,Date of deposit of instrument of ratification or accession (a),Date of entry into force\n"
            + "Belgium,28 May 1999,29 April 2004 (M) (a),28 June 2004\n",
        "Belgium: signature 1999-05-28, accession 2004-04-29 from 2004-06-28 in Moscow"
    )]
    [TestCase(
        "imo",
        "Contracting State,Date of signature,Date of deposit of instrument,Date of entry into force\n"
            + "Belgium,,29 April 2004 (accession),28 June 2004\n",
        "Belgium: accession 2004-04-29 from 2004-06-28"
    )]
    [TestCase(
        "iaea",
        "Country/Organization,Signature,Instrument,Date of deposit,Entry into "
            + "force\nBelgium,1986-09-26,ratification,1999-01-04,1999-02-04\n",
        "Belgium: signature 1986-09-26, ratification 1999-01-04 from 1999-02-04"
    )]
    [TestCase(
        "hcch",
        "Contracting Party,S,R/A/Su,Type,EIF,EXT,Auth,Res/D/N/DC\nBelgium,1-XII-1983,12-IX-1987,A**,1-I-1988,,1,\n",
        "Belgium: signature 1983-12-01, accession 1987-09-12 from 1988-01-01"
    )]
    [TestCase(
        "nl",
        "Party,Signature,Provisional application,Ratification,Entry into force,Renunciation,Termination\n"
            + "Belgium,12-12-2000,13-12-2000,20-10-2004 (R),01-01-2005,02-02-2010,02-02-2011\n",
        "Belgium: signature 2000-12-12, provisional-application 2000-12-13, ratification 2004-10-20 from 2005-01-01, "
            + "withdrawal 2010-02-02 from 2011-02-02"
    )]
    [TestCase(
        "ch",
        "Vertragsstaaten;Ratifikation Beitritt (B) Nachfolgeerklärung (N);Inkrafttreten\nBelgien;12. Februar 2002 B;1. März 2002\n",
        "Belgien: accession 2002-02-12 from 2002-03-01"
    )]
    [TestCase(
        "ch-fr",
        "États parties;Ratification Adhésion (A) Déclaration de succession (S);Entrée en vigueur\nBelgique;12 février 2002 A;1er "
            + "mars 2002\n",
        "Belgique: accession 2002-02-12 from 2002-03-01"
    )]
    public void Each_shipped_mapping_reads_its_list(string mapping, string text, string row)
    {
        var table = Read(text);
        Assert.That(TableText.Rows(table), Is.EqualTo([row]));
        Assert.That(TableText.Rows(Read(text, CsvMappings.Find(mapping))), Is.EqualTo([row]));
        Assert.That(TableText.Unused(table), Is.Empty);
    }

    [Test]
    public void Where_several_mappings_fit_one_must_be_named()
    {
        var text = "State,Signature,Deposit,Effect\nBelgium,01/02/2002,02/03/2003 a,\n";
        Assert.That(
            () => Read(text),
            Throws
                .TypeOf<StatusTableException>()
                .With.Message.EqualTo(
                    "Several mappings fit the columns State, Signature, Deposit, Effect: icao, imo. Name one with --mapping."
                )
        );
        Assert.That(
            TableText.Rows(Read(text, CsvMappings.Find("icao"))),
            Is.EqualTo(["Belgium: signature 2002-02-01, accession 2003-03-02"])
        );
    }

    const string Acts = """
        participant,kind,date,effective_on,sources,verification,note
        PER,ratification,2001-02-03,,registry,table,
        PER,withdrawal,,2010-06-30,registry|gazette,corroborated,only the effect is known
        FJI,accession,2001-03-04/2002-01-31,,,table,
        KEN,accession,,2010,gazette,table,
        OMN,accession,,,gazette,table,

        """;

    [Test]
    public void Rows_may_state_the_effect_alone_and_name_sources_by_other_ids_and_some_sources_verify_no_day_alone()
    {
        var table = Read(
            Acts,
            Mapping(
                """
                {
                  "code": "participant", "sources": "sources", "verification": "verification", "note": "note",
                  "sourceIds": { "registry": "un-registry", "": "memory" },
                  "unverifiedSources": ["un-registry", "memory"],
                  "acts": [{ "date": "date", "kindColumn": "kind", "effect": "effective_on" }],
                  "dateFormats": ["yyyy-MM-dd", "yyyy"]
                }
                """
            )
        );
        Assert.That(
            TableText.Rows(table),
            Is.EqualTo([
                "PER (PER): ratification 2001-02-03 by un-registry, unverified",
                "PER (PER): withdrawal of a day not known from 2010-06-30 by un-registry gazette, corroborated (only the effect is known)",
                "FJI (FJI): accession 2001-03-04/2002-01-31 by memory, unverified",
                "KEN (KEN):",
                "OMN (OMN):",
            ])
        );
        Assert.That(
            TableText.Unused(table),
            Is.EqualTo([
                "5 effective_on '2010': The row states no other day, and the cell is not one.",
                "6 kind 'accession': The row has no date in 'date' for it.",
            ])
        );
    }

    [Test]
    public void A_table_that_no_mapping_fits_is_refused_with_its_columns() =>
        Assert.That(
            () => StatusTableReader.Read("Country;When\nPeru;2001-01-01\n"u8.ToArray(), StatusTableFormat.Csv),
            Throws
                .TypeOf<StatusTableException>()
                .With.Message.StartsWith("No shipped mapping fits the columns Country, When. Name a mapping file with --mapping")
        );

    [Test]
    public void A_mapping_whose_columns_are_not_there_says_which_and_the_nearest() =>
        Assert.That(
            () =>
                Read(
                    "Participants;When\nPeru;2001-01-01\n",
                    Mapping("""{ "name": "Participant", "acts": [{ "date": "When", "kind": "accession" }] }""")
                ),
            Throws
                .TypeOf<StatusTableException>()
                .With.Message.EqualTo(
                    "The mapping 'mine.json' needs a column 'Participant', and the table has Participants, When. Did you mean Participants?"
                )
        );

    [TestCase("{ \"nam\": \"State\", \"acts\": [{ \"date\": \"D\" }] }", "A member of the mapping 'nam' is not one of name, code,")]
    [TestCase("{ \"nam\": \"State\", \"acts\": [{ \"date\": \"D\" }] }", "Did you mean name?")]
    [TestCase("{ \"nam\": \"State\", \"acts\": [{ \"date\": \"D\" }] }", "It has neither 'name' nor 'code'")]
    [TestCase(
        "{ \"name\": \"State\", \"acts\": [{ \"kind\": \"accesion\", \"date\": \"D\" }] }",
        "'kind': 'accesion' is not one of signature,"
    )]
    [TestCase("{ \"name\": \"State\", \"acts\": [{ \"kind\": \"accesion\", \"date\": \"D\" }] }", "Did you mean accession")]
    [TestCase("{ \"name\": \"State\", \"acts\": [{ \"kind\": \"correction\", \"date\": \"D\" }] }", "'correction' is not one of")]
    [TestCase("{ \"name\": \"State\", \"acts\": [{ \"when\": \"D\" }] }", "A member of an act 'when' is not one of date, kind, kindColumn")]
    [TestCase("{ \"name\": \"State\", \"acts\": [{ \"kind\": \"accession\" }] }", "An act has no 'date'")]
    [TestCase("{ \"name\": \"State\", \"acts\": {} }", "'acts' is not a list")]
    [TestCase("{ \"name\": \"State\", \"acts\": [1] }", "An act is not an object")]
    [TestCase("{ \"name\": 3, \"acts\": [{ \"date\": \"D\" }] }", "'name' is not a text")]
    [TestCase("{ \"name\": \"State\" }", "'acts' is empty")]
    [TestCase("{ \"name\": \"S\", \"acts\": [{ \"date\": \"D\" }], \"kinds\": [] }", "'kinds' is not an object")]
    [TestCase(
        "{ \"name\": \"S\", \"acts\": [{ \"date\": \"D\" }], \"kinds\": { \"a\": \"accession\", \"a\": null } }",
        "'a' stands twice in 'kinds'"
    )]
    [TestCase("{ \"name\": \"S\", \"acts\": [{ \"date\": \"D\" }], \"name\": \"T\" }", "'name' stands twice in the mapping")]
    [TestCase(
        "{ \"name\": \"S\", \"acts\": [{ \"date\": \"D\" }], \"dateFormats\": \"dd/mm/yyyy\" }",
        "The date format 'dd/mm/yyyy' cannot be read."
    )]
    [TestCase("{ \"name\": \"S\", \"acts\": [{ \"date\": \"D\" }], \"months\": [\"a\"] }", "'months' has 1 names; write twelve.")]
    [TestCase("[]", "It is not an object")]
    [TestCase("{ \"name\": \"S\" \n \"acts\": 1 }", "Mapping 'mine.json' is not JSON: line 2")]
    [TestCase("", "Mapping 'mine.json' is not JSON: line 1")]
    public void A_mapping_with_mistakes_is_refused_with_each_of_them(string json, string message) =>
        Assert.That(() => Mapping(json), Throws.TypeOf<StatusTableException>().With.Message.Contains(message));

    [Test]
    public void A_mapping_is_found_by_name_or_in_a_file()
    {
        Assert.That(CsvMappings.Find("UNTS").Id, Is.EqualTo("unts"));
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        try
        {
            File.WriteAllText(file, """{ "name": "Who", "acts": [{ "date": "When", "kind": "accession" }] }""");
            Assert.That(
                TableText.Rows(Read("Who,When\nPeru,9 Jan 2005\n", CsvMappings.Find(file))),
                Is.EqualTo(["Peru: accession 2005-01-09"])
            );
        }
        finally
        {
            File.Delete(file);
        }
        Assert.That(
            () => CsvMappings.Find("unst"),
            Throws
                .TypeOf<StatusTableException>()
                .With.Message.EndsWith("hcch, iaea, icao, imo, mtdsg-2015, nl, unts, wipo. Did you mean unts?")
        );
        Assert.That(() => CsvMappings.Find(Repository.Root), Throws.TypeOf<StatusTableException>());
    }
}
