namespace TreatyTracker.Law.Tests.Cases;

/// <summary>
/// The gold table of the law: histories that were once answered wrongly or refused, each with the right answer. A line is a day, a
/// participant and its standing, or a day and the counts <c>parties</c>, <c>partiesInForce</c> and <c>signatories</c>.
/// </summary>
public class CaseTests
{
    static readonly Scenario Any = Scenario.Treaty("treaty").PublishedAsInForceOn("1981-01-01");

    static IEnumerable<TestCaseData> Gold()
    {
        yield return Case(
            "A State denounces and accedes on one day, and loses nothing between",
            Any.LaterParticipantsWait("3 months")
                .WithdrawalTakes("3 months")
                .Where("1993-05-10 AUT accession\n1999-01-05 AUT withdrawal\n1999-01-05 AUT accession"),
            """
            1993-08-10 AUT party-in-force
            1999-01-05 AUT party-in-force
            1999-04-04 AUT party-in-force
            1999-04-05 AUT party-in-force
            2020-01-01 AUT party-in-force
            1999-01-05 1 1 0
            1999-04-05 1 1 0
            """
        );
        yield return Case(
            "An instrument replaced on the same day is one consent after another",
            Any.Where("1993-05-10 AUT accession\n1999-01-05 AUT consent-withdrawn\n1999-01-05 AUT ratification"),
            """
            1999-01-04 AUT party-in-force
            1999-01-05 AUT party-in-force
            1999-01-05 1 1 0
            """
        );
        yield return Case(
            "A consent taken back on the day of its deposit was never one",
            Any.Where("1999-01-05 AUT consent-withdrawn\n1999-01-05 AUT ratification"),
            """
            1999-01-05 AUT none
            1999-01-05 0 0 0
            """
        );
        yield return Case(
            "A State returns to a protocol on the day on which its denunciation of the parent takes effect",
            Any.ProtocolTo(
                    Scenario
                        .Treaty("parent")
                        .PublishedAsInForceOn("1981-01-01")
                        .WithdrawalTakes("12 months")
                        .EntailingProtocols()
                        .Where("1990-01-01 AUT accession\n2000-03-01 AUT withdrawal\n2001-03-01 AUT accession")
                )
                .Where("1990-01-01 AUT accession\n2001-03-01 AUT accession"),
            """
            2001-02-28 AUT party-in-force
            2001-03-01 AUT party-in-force
            2001-03-01 1 1 0
            """
        );
        yield return Case(
            "A notice without a clause and without an effect that the depositary records ends nothing",
            Any.Where("1981-09-14 AUT accession\n1997-08-25 AUT withdrawal"),
            """
            1997-08-25 AUT party-in-force
            1998-08-25 AUT party-in-force
            2026-01-01 1 1 0
            """
        );
        yield return Case(
            "An effect that the depositary records stands without a clause",
            Any.Where("1981-09-14 AUT accession\n1997-08-25 AUT withdrawal effect 1998-01-01"),
            """
            1997-12-31 AUT party-in-force
            1998-01-01 AUT former-party
            """
        );
        yield return Case(
            "A notice takes effect on the fixed day of the year that the clause names",
            Any.Withdrawal(
                    new()
                    {
                        Article = "art. XI",
                        ReceivedBy = "01-01",
                        EffectOn = "06-30",
                    }
                )
                .Where("1985-04-21 AUT accession\n2018-12-26 AUT withdrawal"),
            """
            2019-06-29 AUT party-in-force
            2019-06-30 AUT former-party
            """
        );
        yield return Case(
            "A clause known only in words leaves the participant bound until an effect is stated",
            Any.Withdrawal(new() { Article = "art. XI", Reason = "a notice by 1 January takes effect on 30 June" })
                .Where(
                    "1985-04-21 AUT accession\n1985-04-21 BEL accession\n2018-12-26 AUT withdrawal\n"
                        + "2018-12-26 BEL withdrawal effect 2019-06-30"
                ),
            """
            2025-01-01 AUT party-in-force
            2019-06-29 BEL party-in-force
            2019-06-30 BEL former-party
            """
        );
        yield return Case(
            "A notice within the time in which none may be given has no effect",
            Any.Withdrawal(
                    new()
                    {
                        Article = "art. 28",
                        EffectAfterReceipt = Iso.Delay("12 months"),
                        NotWithin = new() { Months = 36, From = LockInStart.Party },
                    }
                )
                .Where(
                    "2016-11-04 AUT accession\n2017-06-01 AUT withdrawal\n2016-11-04 BEL accession\n2019-11-04 BEL withdrawal\n"
                        + "2016-11-04 CHN accession\n2017-06-01 CHN withdrawal effect 2018-06-01"
                ),
            """
            2025-01-01 AUT party-in-force
            2020-11-03 BEL party-in-force
            2020-11-04 BEL former-party
            2018-06-01 CHN former-party
            """
        );
        yield return Case(
            "A notice received before the treaty is in force takes the instrument out at once",
            Scenario
                .Treaty("treaty")
                .EntersIntoForceAfter(2, "90 days")
                .WithdrawalTakes("12 months")
                .Where("2000-01-01 AUT signature\n2001-01-01 AUT ratification\n2001-02-01 AUT withdrawal\n2001-02-01 BEL accession"),
            """
            2001-01-31 AUT contracting
            2001-02-01 AUT signatory
            2001-02-01 1 0 1
            """
        );
        yield return Case(
            "A succession without a stated effect is in force from the day of succession",
            Any.LaterParticipantsWait("30 days").Where("2006-10-23 MNE succession"),
            """
            2006-06-02 MNE none
            2006-06-03 MNE party-in-force
            2006-06-03 0 1 0
            2006-10-23 1 1 0
            """
        );
        yield return Case(
            "and from its notification where that day is not known, never with the clause's delay",
            Any.LaterParticipantsWait("30 days").Where("2001-12-03 CZE succession"),
            """
            2001-12-02 CZE none
            2001-12-03 CZE party-in-force
            """
        );
        yield return Case(
            "A succession may be notified before its effect",
            Any.Where("2002-12-18 CZE succession effect 2003-01-01"),
            """
            2002-12-18 CZE contracting
            2003-01-01 CZE party-in-force
            """
        );
        yield return Case(
            "Instruments deposited before entry into force take the treaty's own day where the clause delays later ones only",
            Montreal(onlyAfter: true),
            """
            1988-12-31 3 0 0
            1989-01-01 3 3 0
            1989-08-01 BEL party-in-force
            1989-07-31 BEL contracting
            """
        );
        yield return Case(
            "and their own deposit and delay where it does not",
            Montreal(onlyAfter: false),
            """
            1989-01-01 3 1 0
            1989-03-16 3 3 0
            """
        );
        yield return Case(
            "A stated day stands though it differs from the clause",
            Any.LaterParticipantsWait("3 months").WithdrawalTakes("3 months").Where("1998-08-26 AUT accession effect 1998-08-26"),
            """
            1998-08-26 AUT party-in-force
            """
        );
        yield return Case(
            "A consent deposited in three places is one, from the earliest",
            Any.Where(
                "1991-12-22 GBR ratification at London\n1991-12-30 GBR ratification at Moscow\n1992-01-04 GBR ratification at Washington"
            ),
            """
            1991-12-22 1 1 0
            1992-01-04 1 1 0
            """
        );
        yield return Case(
            "A notice given in two places has its effect from the earliest",
            Any.WithdrawalTakes("12 months")
                .Where("1990-01-01 GBR ratification\n1995-01-02 GBR withdrawal at London\n1995-02-01 GBR withdrawal at Moscow"),
            """
            1996-01-01 GBR party-in-force
            1996-01-02 GBR former-party
            """
        );
        yield return Case(
            "A protocol counts no instrument of a State that is not party to its parent",
            Scenario
                .Treaty("treaty")
                .EntersIntoForceAfter(2, "30 days")
                .ProtocolTo(Scenario.Treaty("parent").Where("1990-01-01 AUT accession\n2013-01-01 CHN accession"))
                .OpenToPartiesOf("parent")
                .Where("2010-01-01 BEL acceptance\n2012-01-01 AUT acceptance\n2012-01-01 CHN acceptance"),
            """
            2012-02-01 3 0 0
            2013-01-30 3 0 0
            2013-01-31 3 2 0
            """
        );
        yield return Case(
            "Who applies a treaty provisionally keeps its standing",
            Any.Where("2019-01-01 AUT acceptance\n2022-01-20 BEL provisional-application"),
            """
            2022-01-20 BEL none
            2022-01-20 1 1 0
            """
        );
        yield return Case(
            "Acceptance without a signature, and definitive signature after one, are lawful",
            Any.Where("1990-06-06 AUT acceptance\n1986-05-05 BRA signature\n1990-03-09 BRA definitive-signature"),
            """
            1990-06-06 AUT party-in-force
            1990-03-08 BRA signatory
            1990-03-09 BRA party-in-force
            1990-06-06 2 2 1
            """
        );
        yield return Case(
            "An organization may be a party alone",
            Any.Where("2018-10-01 EUU accession\n2018-10-01 IAEA accession"),
            """
            2018-10-01 2 2 0
            """
        );
        yield return Case(
            "A treaty enters into force on the fixed day that its clause names at the earliest",
            Scenario
                .Treaty("treaty")
                .EntersIntoForce(
                    new()
                    {
                        Instruments = 1,
                        Delay = Iso.Delay("90 days"),
                        NotEarlierThan = Iso.Day("2019-01-01"),
                    }
                )
                .LaterParticipantsWait("90 days")
                .Where("2017-11-17 AUT accession\n2018-12-01 BEL accession"),
            """
            2018-12-31 2 0 0
            2019-01-01 2 1 0
            2019-02-28 BEL contracting
            2019-03-01 BEL party-in-force
            """
        );
        yield return Case(
            "Where the clause for later participants is not known, a stated day is trusted and VCLT 24(3) assumed otherwise",
            Any.LaterParticipants(new() { Reason = "not read" })
                .Where("2001-02-05 AUT accession effect 2001-05-05\n2001-02-05 BEL accession"),
            """
            2001-05-04 AUT contracting
            2001-05-05 AUT party-in-force
            2001-02-05 BEL party-in-force
            """
        );
        yield return Case(
            "An act of which only the year is known counts from its last day",
            Any.Where("1984 AUT accession"),
            """
            1984-12-30 0 0 0
            1984-12-31 1 1 0
            """
        );
        yield return Case(
            "An effect stated before the treaty's entry into force is moved to it",
            Any.Where("1980-01-01 AUT ratification effect 1980-03-01"),
            """
            1980-12-31 AUT contracting
            1981-01-01 AUT party-in-force
            """
        );
        yield return Case(
            "but for an amendment it stands",
            Any.AmendmentTo(Scenario.Treaty("parent")).Where("1980-01-01 AUT ratification effect 1980-03-01"),
            """
            1980-02-29 AUT contracting
            1980-03-01 AUT party-in-force
            """
        );
        yield return Case(
            "A later consent does not move the first, and two periods are told",
            Any.WithdrawalTakes("12 months").Where("2016-09-03 AUT acceptance\n2019-11-04 AUT withdrawal\n2021-01-20 AUT acceptance"),
            """
            2016-09-03 AUT party-in-force
            2020-11-04 AUT former-party
            2021-01-20 AUT party-in-force
            """
        );
    }

    [TestCaseSource(nameof(Gold))]
    public void The_law_gives_the_right_value(Scenario scenario, string table)
    {
        var status = scenario.Status();
        Assert.That(string.Join('\n', table.Split('\n').Select(Given)), Is.EqualTo(table));

        string Given(string line)
        {
            var words = line.Split(' ');
            if (words.Length is 3)
                return $"{words[0]} {words[1]} {status.Of(words[1])!.StandingOn(Iso.Day(words[0])).WireName()}";
            var counts = status.CountsOn(words[0]);
            return $"{words[0]} {counts.Parties} {counts.PartiesInForce} {counts.Signatories}";
        }
    }

    [TestCase("1973-02-02", "1 OtherState", Description = "the German Democratic Republic before its admission")]
    [TestCase("1973-09-18", "1 UnMember")]
    [TestCase("1990-10-02", "1 UnMember")]
    public void A_former_State_is_never_former_on_a_day_when_it_existed(string day, string kinds)
    {
        var counts = Scenario
            .Treaty("treaty")
            .Among(
                new()
                {
                    Code = "DDDE",
                    Kind = ParticipantKind.FormerState,
                    UnMemberSince = Iso.Day("1973-09-18"),
                    UnMemberUntil = Iso.Day("1990-10-02"),
                }
            )
            .Where("1973-02-01 DDDE acceptance\n1990-10-03 DDDE cessation")
            .Status()
            .CountsOn(day);

        Assert.That(StatusText.Text(counts.Breakdown.ByParticipantKind), Is.EqualTo(kinds));
    }

    static Scenario Montreal(bool onlyAfter) =>
        Scenario
            .Treaty("montreal")
            .PublishedAsInForceOn("1989-01-01")
            .LaterParticipants(
                new()
                {
                    Article = "art. 16(3)",
                    Delay = Iso.Delay("90 days"),
                    OnlyAfterEntryIntoForce = onlyAfter,
                }
            )
            .Where("1988-04-21 AUT accession\n1988-12-01 CHN accession\n1988-12-16 CZE accession\n1989-05-03 BEL accession");

    static TestCaseData Case(string name, Scenario scenario, string table) => new TestCaseData(scenario, table).SetArgDisplayNames(name);
}
